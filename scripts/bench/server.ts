// Memory after start and after 1,000 requests, answers per second, and the size of pages (`weight` measures their scripts).
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const port = 3312
const origin = `http://127.0.0.1:${port}`
const requests = 1_000
const atOnce = 4

/** Memory of a process and of all that it started, in MB. */
function memoryOf(root: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const within = new Set([root])
  for (const [pid = 0, parent = 0] of rows) if (within.has(parent)) within.add(pid)
  return rows.reduce((sum, [pid = 0, , rss = 0]) => (within.has(pid) ? sum + rss : sum), 0) / 1024
}

/** The server process: the one that the start script started last. */
function serverOf(start: ChildProcess): number {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === start.pid)
  return children.at(-1)?.[0] ?? 0
}

async function untilAnswering(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/** Signs in with a demo account and gives the cookies of its session. */
async function signIn(loginName: string): Promise<string> {
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

const page = (address: string, cookie: string) => fetch(`${origin}${address}`, { headers: { Cookie: cookie }, redirect: 'manual' })

/** The evaluation that the person sees first, by the links of their start page or list. */
async function evaluationOf(cookie: string, listedAt: string): Promise<string> {
  const found = /\/evaluations\/([a-z0-9]+)/.exec(await (await page(listedAt, cookie)).text())
  if (!found?.[1]) throw new Error(`no evaluation on ${listedAt}`)
  return found[1]
}

const row = (...cells: (string | number)[]) =>
  process.stdout.write(`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |\n`)

async function measureMemory(server: number, addresses: string[], cookie: string) {
  row('memory', 'MB')
  row('---', '---')
  row('after start', memoryOf(server))
  const begun = performance.now()
  let sent = 0
  const failures = new Map<number, number>()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (sent < requests) {
        const answer = await page(addresses[sent++ % addresses.length] ?? '/', cookie)
        await answer.arrayBuffer()
        if (answer.status >= 400) failures.set(answer.status, (failures.get(answer.status) ?? 0) + 1)
      }
    }),
  )
  const time = (performance.now() - begun) / 1000
  row(`after ${requests} requests (${(requests / time).toFixed(0)}/s, ${atOnce} at once)`, memoryOf(server))
  for (const [status, count] of failures) row(`answered ${status}`, String(count))
}

async function measurePages(pages: { address: string; shown: string; cookie: string }[]) {
  process.stdout.write('\n')
  row('page', 'status', 'HTML kB')
  row('---', '---', '---')
  for (const { address, shown, cookie } of pages) {
    const answer = await page(address, cookie)
    const html = await answer.text()
    row(shown, String(answer.status), html.length / 1000)
  }
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))
  fs.chmodSync(folder, 0o755)
  const start = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PORT: String(port), HENGJI_DATA_DIR: folder, HENGJI_DEMO: '1', DATABASE_URL: '' },
  })
  const ended = new Promise<void>((resolve) => start.once('exit', () => resolve()))
  try {
    await Promise.race([
      untilAnswering(),
      ended.then(() => {
        throw new Error('the program did not start')
      }),
    ])
    const editor = await signIn('demo-jinhua-editor')
    const reviewer = await signIn('demo-reviewer')
    const administrator = await signIn('demo-administrator')
    const entered = await evaluationOf(editor, '/')
    const reviewed = await evaluationOf(reviewer, '/dashboard/2022')

    await measureMemory(serverOf(start), ['/', '/dashboard/2022', `/evaluations/${reviewed}`, `/evaluations/${reviewed}/report`], reviewer)
    await measurePages([
      { address: '/login', shown: '/login', cookie: '' },
      { address: '/', shown: '/', cookie: editor },
      ...['', 'funds', 'duties', 'goals', 'tasks', 'indicators', 'analysis', 'problems', 'check', 'history', 'report'].map((section) => ({
        address: `/evaluations/${entered}${section ? `/${section}` : ''}`,
        shown: `/evaluations/…${section ? `/${section}` : ''}`,
        cookie: editor,
      })),
      { address: '/dashboard/2022', shown: '/dashboard/2022', cookie: reviewer },
      { address: `/evaluations/${reviewed}/review`, shown: '/evaluations/…/review', cookie: reviewer },
      ...['/rounds', '/schemes', '/departments', '/users', '/audit', '/account', '/help'].map((address) => ({
        address,
        shown: address,
        cookie: administrator,
      })),
    ])
  } finally {
    start.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
