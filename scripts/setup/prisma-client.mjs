import path from 'node:path'
import { keepFile } from '../keep-file.mjs'
import { digest, isStamped } from './digest.mjs'
import { ensureWritable, home } from './folders.mjs'
import { runNode } from './run.mjs'
import { Refusal, say } from './terminal.mjs'
import { sentenceForOutput } from './trouble.mjs'

const stampFile = path.join(home, 'lib/generated/prisma.stamp')

/** Generates the database client where the schema or Prisma itself has changed since. */
export async function generatePrismaClient() {
  const stamp = digest(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (isStamped(stampFile, stamp)) return
  ensureWritable(path.join(home, 'lib/generated'))
  say('正在生成数据库客户端……')
  let output = ''
  const status = await runNode('node_modules/prisma/build/index.js', ['generate'], {
    environment: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    onOutput: (text) => {
      output += text
    },
  })
  if (status !== 0) throw new Refusal(sentenceForOutput(output, home) ?? `数据库客户端生成失败，请确认程序文件未经修改。\n${output}`)
  keepFile(stampFile, stamp)
}
