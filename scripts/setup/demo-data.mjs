import { hasDemoData } from './database.mjs'
import { runNode } from './run.mjs'
import { Refusal, say } from './terminal.mjs'
import { sentenceForOutput } from './trouble.mjs'

/** Loads the demo data through the product's own commands, once in a database's life. */
export async function loadDemoData(environment) {
  if (await hasDemoData(environment.DATABASE_URL)) return
  say('正在装入演示数据……')
  let output = ''
  const status = await runNode('scripts/load-demo.ts', [], {
    environment,
    nodeOptions: ['--conditions=react-server', '--import', 'tsx'],
    onOutput: (text) => {
      output += text
    },
  })
  if (status !== 0) throw new Refusal(sentenceForOutput(output, environment.HENGJI_DATA_DIR) ?? `演示数据没有装入，请重新启动。\n${output}`)
}
