import fs from 'node:fs'
import path from 'node:path'
import { keepFile } from '../keep-file.mjs'
import { digest, isStamped } from './digest.mjs'
import { cacheFolder, ensureWritable, home } from './folders.mjs'
import { inTurn } from './in-turn.mjs'
import { runNode } from './run.mjs'
import { Refusal, say } from './terminal.mjs'
import { sentenceForOutput } from './trouble.mjs'

/** Everything that the built program is made from. */
const sources = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'instrumentation.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.js', 'postcss.config.mjs'],
]

const stampFile = path.join(home, '.next/built-from')

/** The built program's folder; it runs from there, with its static files beside it. */
const standaloneFolder = path.join(home, '.next/standalone')

/** There once everything has been built; `scripts/server` starts the program from the folder it stands in. */
const builtProgram = path.join(standaloneFolder, 'server.js')

/** Builds the program where its sources have changed since the last build: one at a time, whoever asks. `check` ends the waiting by throwing. */
export const build = (check) => inTurn(cacheFolder, buildIfChanged, check)

async function buildIfChanged() {
  const stamp = digest(sources)
  if (isStamped(stampFile, stamp) && fs.existsSync(builtProgram)) return
  ensureWritable(path.join(home, '.next'))
  say('正在构建程序（首次约半分钟）……')
  fs.rmSync(stampFile, { force: true })
  fs.rmSync(standaloneFolder, { recursive: true, force: true })
  let output = ''
  const status = await runNode('node_modules/next/dist/bin/next', ['build'], {
    environment: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    onOutput: (text) => {
      output += text
    },
  })
  if (status !== 0 || !fs.existsSync(builtProgram))
    throw new Refusal(sentenceForOutput(output, home) ?? `程序构建失败，请确认程序文件未经修改。\n${output}`)
  fs.cpSync(path.join(home, '.next/static'), path.join(standaloneFolder, '.next/static'), { recursive: true })
  if (fs.existsSync(path.join(home, 'public')))
    fs.cpSync(path.join(home, 'public'), path.join(standaloneFolder, 'public'), { recursive: true })
  keepFile(stampFile, stamp)
}
