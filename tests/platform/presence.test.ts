import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce, present, withLock } from '@/scripts/presence.mjs'
import { home } from '@/scripts/setup/folders.mjs'

let folder = ''

beforeEach(() => {
  // Longer than the system allows for a socket's address
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-presence-')), '很长的文件夹名称'.repeat(8))
})

afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))

/** Another process that runs `body`, in which `presence` is there and `say` prints a line; it is killed by `kill`. */
function another(body: string, command: string[] = []) {
  const program = `
    import fs from 'node:fs'
    import { setTimeout as wait } from 'node:timers/promises'
    import * as presence from ${JSON.stringify(path.join(home, 'scripts/presence.mjs'))}
    const folder = ${JSON.stringify(folder)}
    const say = (text) => fs.writeSync(1, text + '\\n')
    ${body}`
  const [first = '', ...rest] = [...command, process.execPath, '--input-type=module', '-e', program]
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    ended,
    output: () => output,
    async says(text: string) {
      while (!output.includes(text)) await wait(10)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test('whoever comes is there until they leave, in the order in which they came', async () => {
  const first = await announce(folder)
  const second = await announce(folder)
  expect((await present(folder)).sort()).toEqual([first.number, second.number])
  first.leave()
  expect(await present(folder)).toEqual([second.number])
  second.leave()
  expect(fs.readdirSync(folder)).toEqual([])
})

test('whoever is killed is gone, and leaves nothing', async () => {
  const other = another(`await presence.announce(folder); say('here'); await wait(60_000)`)
  await other.says('here')
  expect(await present(folder)).toHaveLength(1)
  await other.kill()
  expect(await present(folder)).toEqual([])
  expect(fs.readdirSync(folder)).toEqual([])
})

test('a busy process is there all the same', async () => {
  const other = another(`await presence.announce(folder); say('here'); for (;;) {}`)
  await other.says('here')
  for (let visits = 0; visits < 20; visits++) expect(await present(folder)).toHaveLength(1)
  await other.kill()
})

test('files that are no sockets, empty or with a number in them, are nobody', async () => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, '1'), '')
  fs.writeFileSync(path.join(folder, String(process.pid)), String(process.pid))
  let hasRun = false
  await withLock(folder, async () => {
    hasRun = true
  })
  expect(hasRun).toBe(true)
})

test('of many processes one at a time has its turn, also while others are killed in theirs', async () => {
  const log = path.join(path.dirname(folder), 'log')
  const body = `for (let turn = 0; turn < 5; turn++) await presence.withLock(folder, async () => {
    fs.appendFileSync(${JSON.stringify(log)}, 'in\\n'); await wait(5); fs.appendFileSync(${JSON.stringify(log)}, 'out\\n') })`
  const killed = another(`await presence.withLock(folder, async () => { say('mine'); await wait(60_000) })`)
  await killed.says('mine')
  const others = Array.from({ length: 4 }, () => another(body))
  await wait(300)
  await killed.kill()
  await Promise.all(others.map(({ ended }) => ended))
  const lines = fs.readFileSync(log, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(40)
  lines.forEach((line, index) => {
    expect(line).toBe(index % 2 === 0 ? 'in' : 'out')
  })
})

test('waiting ends by what is thrown meanwhile, and then nobody waits any more', async () => {
  const holder = await announce(folder)
  await expect(
    withLock(
      folder,
      () => Promise.resolve(),
      () => {
        throw new Error('enough')
      },
    ),
  ).rejects.toThrow('enough')
  expect(await present(folder)).toEqual([holder.number])
  holder.leave()
})
