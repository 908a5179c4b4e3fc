import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { leash } from '@/scripts/setup/run.mjs'
import { within } from '@/tests/support/running-program'

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** A program without end, preloaded as ours are. */
function program(address: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', address, '-e', 'console.log("on"); setInterval(() => {}, 1000)'])
  started.push(child)
  return child
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))

test('a program whose starter was gone before it could look does not stay behind', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  expect(await within(30, 'the end', ended(program(leash().replace(String(process.pid), String(pid)))))).toBe(1)
})

test.each([
  ['one whose starter lives', leash()],
  // Test runners preload into their workers what was preloaded into them
  ['what such a one starts in turn', leash().replace(String(process.pid), String(process.ppid))],
])('%s goes on', async (_, address) => {
  const child = program(address)
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  const gone = await Promise.race([ended(child), new Promise((resolve) => setTimeout(resolve, 1_500, 'on'))])
  expect(gone).toBe('on')
})
