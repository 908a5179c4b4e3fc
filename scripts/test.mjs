// `npm test`: sets itself up in a fresh clone, then runs every check. `npm test -- unit [options of the runner]` runs one part.
import fs from 'node:fs'
import path from 'node:path'
import { fail } from './setup/fail.mjs'
import { ensureWritable, home } from './setup/folders.mjs'
import { install } from './setup/install.mjs'
import { checkNode } from './setup/node-version.mjs'
import { listenForStop } from './setup/stop.mjs'
import { Refusal, say } from './setup/terminal.mjs'
import { groups, parts, resultsFolder } from './setup/test-parts.mjs'

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`

/** A part that throws (a build that fails, a runner that does not start) is one failure, and says why. */
async function runPart(part, args) {
  say(`\n── ${part.name} ──`)
  const begun = performance.now()
  try {
    return { name: part.name, ...(await part.run(args)), time: seconds(begun) }
  } catch (error) {
    say(error instanceof Refusal ? error.message : error.stack)
    return { name: part.name, passed: 0, failed: 1, skipped: 0, failures: [], time: seconds(begun) }
  }
}

const [group, ...args] = process.argv.slice(2)
const stopping = listenForStop()
const begun = performance.now()

try {
  if (group !== undefined && !groups.includes(group)) throw new Refusal(`没有此部分：${group}。可选：${groups.join('、')}`)
  checkNode()
  ensureWritable(home)
  fs.rmSync(resultsFolder, { recursive: true, force: true })
  fs.mkdirSync(resultsFolder, { recursive: true })
  await install(stopping.check)
  say(`准备就绪（${seconds(begun)}）`)

  const results = []
  for (const part of parts) {
    stopping.check()
    if (group === undefined || part.groups.includes(group)) results.push(await runPart(part, group === undefined ? [] : args))
  }

  const total = (count) => results.reduce((sum, result) => sum + result[count], 0)
  for (const { test, message } of results.flatMap((result) => result.failures)) say(`\n✗ ${test}\n${message}`)
  say(`\n── 结果（${seconds(begun)}）──`)
  for (const { name, passed, failed, skipped, time } of results) {
    say(`${failed > 0 ? '✗' : '✓'} ${name}：通过 ${passed}，失败 ${failed}${skipped > 0 ? `，略过 ${skipped}` : ''}（${time}）`)
  }
  const line = `${total('passed')} passed, ${total('failed')} failed`
  fs.writeFileSync(path.join(resultsFolder, 'summary.txt'), `${line}\n`)
  process.stdout.write(`${line}\n`)
  if (total('failed') > 0) process.exitCode = 1
} catch (error) {
  if (!stopping.asked) fail(error)
  process.exitCode = 1
}
process.exit()
