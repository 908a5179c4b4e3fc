import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from '@/scripts/process-state.mjs'
import { home } from '@/scripts/setup/folders.mjs'

/** The program as `npm start` runs it, without npm, on a data folder and a port of its own, for tests that kill it. Linux only. */

export type Program = ReturnType<typeof startProgram>

/** What the program signs sessions with. */
export const SECRET = 'k3J9-xQ2m-VvB7-Lp0s-Tt5w-Yh8r-Zc1d'

const environment = (folder: string, port: number) => ({
  ...process.env,
  PORT: String(port),
  HENGJI_DATA_DIR: folder,
  DATABASE_URL: '',
  HENGJI_DEMO: '0',
  HENGJI_URL: '',
  AUTH_SECRET: SECRET,
})

/** A process namespace of its own, as a container has: whoever kills its first process kills all. */
const inNamespace = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']

/** `through`: a command that goes before it, as one that gives it another account. */
export function startProgram(folder: string, port: number, { namespace = false, through = [] as readonly string[] } = {}) {
  const command = [...(namespace ? inNamespace : through), process.execPath, path.join(home, 'scripts/start.mjs')]
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: home,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(folder, port),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return { child, pid: child.pid ?? 0, namespace, output: () => output, end: endOf(child), health: () => health(port) }
}

const endOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)))

/** Waits for what must come within `limit` seconds; throws with what was waited for when it does not. */
export async function within<T>(limit: number, what: string, promise: Promise<T>): Promise<T> {
  const late = new AbortController()
  const missed = wait(limit * 1000, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`${what}: not within ${limit} s`)
  })
  try {
    return await Promise.race([promise, missed])
  } finally {
    missed.catch(() => {})
    late.abort()
  }
}

/** Waits until the program and everything that writes to its output has ended; throws with its output when it goes on for longer than `limit` seconds. */
export const ended = ({ pid, end, output }: Program, limit = 120) => within(limit, `the end of ${pid}, which said:\n${output()}\n`, end)

/** What /health answers, or null. */
function health(port: number): Promise<{ status: string; start: string } | null> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/health', agent: false, timeout: 12_000 }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text) => (body += text))
      response.on('end', () => resolve(JSON.parse(body)))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}

/** Waits until the program answers and can save; gives how long that took, in seconds. Throws when it ends, or takes longer than `limit`. */
export async function untilReady(program: Program, limit = 30): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const seconds = (performance.now() - begun) / 1000
    if ((await program.health())?.status === 'ok') return seconds
    if (program.child.exitCode !== null) throw new Error(`ended with ${program.child.exitCode}: ${program.output()}`)
    if (seconds > limit) throw new Error(`not ready within ${limit} s: ${program.output()}`)
    await wait(50)
  }
}

/** The processes that a process started and that still run. */
export const childrenOf = (pid: number): number[] =>
  fs
    .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number)
    .filter(isRunning)

/** Waits until a program in a namespace has been begun: before that, killing what made the namespace does not take the program along. */
export async function untilContained({ pid }: Program): Promise<void> {
  const begun = performance.now()
  const contains = ([child]: number[]) =>
    child !== undefined && fs.readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith(process.execPath)
  while (!contains(childrenOf(pid))) {
    if (performance.now() - begun > 30_000) throw new Error('the namespace was not made')
    await wait(5)
  }
}

/** The database server's process, by number outside every namespace; null where none runs. */
export function serverOf(folder: string): number | null {
  const data = path.join(folder, 'postgres/pgdata')
  const serves = (pid: string) => {
    try {
      const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return command[0]?.endsWith('postgres') === true && command.includes(data)
    } catch {
      return false
    }
  }
  return Number(fs.readdirSync('/proc').find((name) => /^\d+$/.test(name) && serves(name)) ?? 0) || null
}

/** Kills outright; whoever has ended already stays ended. */
export function killOutright(...pids: (number | null)[]) {
  for (const pid of pids) if (pid !== null && pid !== 0 && isRunning(pid)) process.kill(pid, 'SIGKILL')
}

/** The address of the database in a data folder, as its own program knows it. */
export function databaseAddress(folder: string): string {
  const { password, port } = JSON.parse(fs.readFileSync(path.join(folder, 'postgres/embedded.json'), 'utf8'))
  return `postgresql://app:${password}@127.0.0.1:${port}/postgres`
}
