// Memory after start and after 1,000 requests, answers per second, and the size of pages (`weight` measures their scripts).
import fs from 'node:fs'
import { freePort } from '@/scripts/setup/port.mjs'
import { memoryOf, newFolder, type Program, row, signIn, startProgram } from './measured/program'

const port = await freePort()
const origin = `http://127.0.0.1:${port}`
const requests = 1_000
const atOnce = 4

const page = (address: string, cookie: string) => fetch(`${origin}${address}`, { headers: { Cookie: cookie }, redirect: 'manual' })

/** The evaluation that the person sees first, by the links of their start page or list. */
async function evaluationOf(cookie: string, listedAt: string): Promise<string> {
  const found = /\/evaluations\/([a-z0-9]+)/.exec(await (await page(listedAt, cookie)).text())
  if (!found?.[1]) throw new Error(`no evaluation on ${listedAt}`)
  return found[1]
}

async function measureMemory({ pid }: Program, addresses: string[], cookie: string) {
  row('memory', 'MB')
  row('---', '---')
  row('after start', memoryOf(pid))
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
  row(`after ${requests} requests (${(requests / time).toFixed(0)}/s, ${atOnce} at once)`, memoryOf(pid))
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
  const folder = newFolder()
  let program: Program | null = null
  try {
    program = await startProgram(folder, port)
    const editor = await signIn(program, 'demo-jinhua-editor')
    const reviewer = await signIn(program, 'demo-reviewer')
    const administrator = await signIn(program, 'demo-administrator')
    const entered = await evaluationOf(editor, '/')
    const reviewed = await evaluationOf(reviewer, '/dashboard/2022')

    await measureMemory(program, ['/', '/dashboard/2022', `/evaluations/${reviewed}`, `/evaluations/${reviewed}/report`], reviewer)
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
    await program?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
