// The program as `npm start` runs it, to be measured from outside: asked over the network, looked at by the system's figures.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** `pid`: of the process that answers. */
export type Program = { origin: string; pid: number; stop: () => Promise<void> }

/** An answer: whole, its time in ms and its bytes as they came over the wire. */
export type Answer = { status: number; body: Buffer; ms: number; bytes: number }

/** A folder for a run's data, which the embedded database may enter whoever it runs as. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))
  fs.chmodSync(folder, 0o755)
  return folder
}

/** Starts the built program in demo mode on the data in `folder`; resolves once it answers. */
export async function startProgram(folder: string, port: number): Promise<Program> {
  const origin = `http://127.0.0.1:${port}`
  const start = spawn(process.execPath, ['scripts/start.mjs'], {
    // Its log of requests would drown the figures
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, PORT: String(port), HENGJI_DATA_DIR: folder, HENGJI_DEMO: '1', HENGJI_FILES_DIR: '', DATABASE_URL: '' },
  })
  const ended = new Promise<void>((resolve) => start.once('exit', () => resolve()))
  const stop = async () => {
    start.kill('SIGTERM')
    await ended
  }
  const answering = async () => {
    while (start.exitCode === null) {
      const answer = await fetch(`${origin}/health`).catch(() => null)
      if (answer?.ok) return true
      await wait(100)
    }
    return false
  }
  if (!(await answering())) throw new Error('the program did not start')
  return { origin, pid: serverOf(start), stop }
}

/** All processes: number, parent and memory in kB. */
const processes = (): number[][] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))

/** The server among what the start script started: a build or a database may have come after it. */
function serverOf(start: ChildProcess): number {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const line = children.find((own) => Number(own.trim().split(/\s+/)[1]) === start.pid && own.includes('scripts/server/serve.mjs'))
  if (line === undefined) throw new Error('no server')
  return Number(line.trim().split(/\s+/)[0])
}

/** Memory of a process and of all that it started, in MB. */
export function memoryOf(root: number): number {
  const within = new Set([root])
  const all = processes()
  for (const [pid = 0, parent = 0] of all) if (within.has(parent)) within.add(pid)
  return all.reduce((sum, [pid = 0, , rss = 0]) => (within.has(pid) ? sum + rss : sum), 0) / 1024
}

/** Processor time that a process has used, in ms; null where the system does not tell (it is Linux that does). */
export function processorOf(pid: number): number | null {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // utime and stime, in hundredths of a second
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/** Signs in with a demo account and gives the cookies of its session. */
export async function signIn({ origin }: Program, loginName: string): Promise<string> {
  const first = await fetch(`${origin}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const answer = await fetch(`${origin}/api/auth/callback/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, Cookie: cookiesOf(first).join('; '), 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, loginName, json: 'true' }),
  })
  return [...cookiesOf(first), ...cookiesOf(answer)].join('; ')
}

const agent = new http.Agent({ keepAlive: true })

/** Asks for an address as a browser does, on a connection that stays open: compressed, or as it is to be read. */
export function ask({ origin }: Program, address: string, cookie: string, encoding: 'gzip' | 'identity' = 'gzip'): Promise<Answer> {
  const begun = performance.now()
  const headers = { cookie, 'accept-encoding': encoding, accept: 'text/html' }
  return new Promise((resolve, reject) => {
    http
      .get(`${origin}${address}`, { agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        answer.on('end', () => {
          const body = Buffer.concat(parts)
          resolve({ status: answer.statusCode ?? 0, body, ms: performance.now() - begun, bytes: body.length })
        })
      })
      .on('error', reject)
  })
}

/** The value below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** A line of a table: whole numbers as they are, others with one decimal. */
export const row = (...cells: (string | number)[]): void => {
  const text = cells.map((cell) => (typeof cell === 'string' || Number.isInteger(cell) ? cell : cell.toFixed(1)))
  process.stdout.write(`| ${text.join(' | ')} |\n`)
}
