// What each page costs: processor time of the server, time, bytes as sent; beside the plainest page of the same build. Then
// memory through many mixed requests. `npm run bench -- pages` is the quick form; `-- pages --turns 100 --mixed 10000` the full.
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { freePort } from '@/scripts/setup/port.mjs'
import { demoPages, type MeasuredPage, plainPage } from './measured/demo-pages'
import { ask, memoryOf, newFolder, type Program, processorOf, quantile, row, startProgram } from './measured/program'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { turns: option, mixed: option } })
const turns = Number(values.turns ?? 30)
const mixed = Number(values.mixed ?? 1_000)
const AT_ONCE = 4

type Cost = { cpu: number; p50: number; p95: number; bytes: number; status: number }

/** The page asked again and again, after it has been asked often enough to be compiled. */
async function costOf(program: Program, { address, cookie }: MeasuredPage): Promise<Cost> {
  for (let turn = 0; turn < 10; turn++) await ask(program, address, cookie)
  const times: number[] = []
  const before = processorOf(program.pid) ?? Number.NaN
  let last = { status: 0, bytes: 0 }
  for (let turn = 0; turn < turns; turn++) {
    const answer = await ask(program, address, cookie)
    times.push(answer.ms)
    last = answer
  }
  const cpu = ((processorOf(program.pid) ?? Number.NaN) - before) / turns
  return { cpu, p50: quantile(times, 0.5), p95: quantile(times, 0.95), bytes: last.bytes, status: last.status }
}

async function measurePages(program: Program, pages: readonly MeasuredPage[]): Promise<void> {
  // The plain page is measured before and after the others, so that a machine that grows slower does not speak for or against them.
  const plain = plainPage(pages)
  const floors = [await costOf(program, plain)]
  const costs: [string, Cost][] = []
  for (const page of pages) costs.push([page.shown, await costOf(program, page)])
  floors.push(await costOf(program, plain))
  const floor = floors.reduce((sum, { cpu }) => sum + cpu, 0) / floors.length
  row('page', 'status', 'CPU ms', `× ${plain.shown}`, 'p50 ms', 'p95 ms', 'kB gzip')
  row(...Array.from({ length: 7 }, () => '---'))
  for (const [shown, { cpu, p50, p95, bytes, status }] of costs)
    row(shown, status, cpu, (cpu / floor).toFixed(2), p50, p95, (bytes / 1000).toFixed(1))
}

async function measureMemory(program: Program, pages: readonly MeasuredPage[]): Promise<void> {
  row('mixed requests', 'MB', 'a second', 'refused')
  row('---', '---', '---', '---')
  row(0, memoryOf(program.pid), '', '')
  const step = Math.max(1, Math.floor(mixed / 5))
  for (let sent = step; sent <= mixed; sent += step) {
    const begun = performance.now()
    let next = sent - step
    let refused = 0
    const ask1 = async () => {
      while (next < sent) {
        const { address, cookie } = pages[next++ % pages.length] ?? plainPage(pages)
        if ((await ask(program, address, cookie)).status !== 200) refused++
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, ask1))
    row(sent, memoryOf(program.pid), (step / (performance.now() - begun)) * 1000, refused)
  }
}

const folder = newFolder()
let program: Program | null = null
try {
  program = await startProgram(folder, await freePort())
  const pages = await demoPages(program)
  await measurePages(program, pages)
  process.stdout.write('\n')
  await measureMemory(program, pages)
} finally {
  await program?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
