import { hasDemoData } from './database.mjs'
import { runNode } from './run.mjs'
import { Refusal, say } from './terminal.mjs'

/** Loads the demo data through the product's own commands, once in a database's life. */
export async function loadDemoData(environment) {
  if (await hasDemoData(environment.DATABASE_URL)) return
  say('正在装入演示数据……')
  const status = await runNode('node_modules/tsx/dist/cli.mjs', ['--conditions=react-server', 'scripts/load-demo.ts'], { environment })
  if (status !== 0) throw new Refusal('演示数据没有装入，原因见上。')
}
