// How the program copes with a province: its pages, each asked often, and the long work. `npm run bench -- province` is the
// quick form; `-- province 1000 5000 20000` measures those numbers of departments in full. `--indicators 20` widens or narrows
// each table, `--turns 40` asks oftener, `--in FOLDER` keeps what was generated there, or measures what is there already.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { database, disconnect } from '@/lib/data/database/database'
import { findJobAbout } from '@/lib/data/jobs/jobs'
import { countToRecompute } from '@/lib/data/jobs/recompute'
import { startTrial } from '@/lib/data/jobs/scheme-trial'
import { demoViewer } from '@/lib/data/people/demo-data'
import { listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { runJob } from '@/lib/jobs/run-job'
import { freePort } from '@/scripts/setup/port.mjs'
import { ask, memoryOf, newFolder, type Program, processorOf, quantile, row, signIn, startProgram } from './measured/program'
import { type AskedPage, pagesOf } from './province/pages'

/** The year whose list and evaluations are asked for: the generator's last. */
const YEAR = 2023
const YEARS = '3'

type Extent = { departments: number; indicators: number; turns: number; folder: string | undefined }

function readCall(): Extent[] {
  const option = { type: 'string' } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { indicators: option, turns: option, in: option } })
  const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000]
  const indicators = Number(values.indicators ?? (positionals.length > 0 ? 60 : 20))
  return sizes.map((departments) => ({ departments, indicators, turns: Number(values.turns ?? 20), folder: values.in }))
}

function generate(folder: string, { departments, indicators }: Extent): void {
  if (fs.existsSync(path.join(folder, 'postgres'))) return
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const extent = ['--departments', `${departments}`, '--years', YEARS, '--indicators', `${indicators}`]
  const { status } = spawnSync(process.execPath, ['scripts/hengji.mjs', 'generate', ...extent], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, HENGJI_DATA_DIR: folder, HENGJI_FILES_DIR: '', DATABASE_URL: '' },
  })
  if (status !== 0) throw new Error('the province was not generated')
}

/** How busy the machine is with other work: without it no time says anything. */
const load = (): string => `load ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`

/** The log of a new province is sealed first, in the background: no province is new every day. */
async function sealed(): Promise<void> {
  while ((await database().auditUnsealed.count()) > 0) await wait(1000)
}

async function measurePages(program: Program, turns: number): Promise<void> {
  const pages = await pagesOf(YEAR)
  const cookies = { administrator: await signIn(program, 'demo-administrator'), reviewer: await signIn(program, 'demo-reviewer') }
  row('page', 'as', 'p50 ms', 'p95 ms', 'slowest ms', 'CPU ms', 'kB', 'status')
  row(...Array.from({ length: 8 }, () => '---'))
  for (const page of pages) await measurePage(program, page, cookies[page.by], turns)
  row('memory of the server, MB', memoryOf(program.pid))
}

async function measurePage(program: Program, { name, by, addresses }: AskedPage, cookie: string, turns: number): Promise<void> {
  const times: number[] = []
  const statuses = new Set<number>()
  let bytes = 0
  // What is asked for the first time may be compiled and connected first
  await ask(program, addresses[0] ?? '/', cookie)
  const before = processorOf(program.pid)
  for (let turn = 0; turn < turns; turn++) {
    const answer = await ask(program, addresses[turn % addresses.length] ?? '/', cookie)
    times.push(answer.ms)
    bytes += answer.bytes
    statuses.add(answer.status)
  }
  const after = processorOf(program.pid)
  const cpu = before === null || after === null ? '—' : (after - before) / turns
  const [slowest = 0] = [...times].sort((a, b) => b - a)
  row(name, by, quantile(times, 0.5), quantile(times, 0.95), slowest, cpu, bytes / turns / 1000, [...statuses].join(' '))
}

async function measureLongWork(): Promise<void> {
  const administrator = await demoViewer('demo-administrator')
  const choices = await listSchemeChoices(administrator)
  const schemeVersionId = choices.find(({ schemeId }) => schemeId === 'two-dimension')?.id ?? ''
  const places = await database().department.findMany({
    where: { code: { startsWith: '8' }, kind: { not: 'region' } },
    select: { id: true },
  })
  const name = `示例 ${new Date().toISOString()}`
  const opening = { year: 2030, name, schemeVersionId, departmentIds: places.map(({ id }) => id), deadlines: {} }
  const count = await database().evaluation.count({ where: { round: { year: YEAR } } })
  row('long work', 'evaluations', 'seconds', 'machine')
  row('---', '---', '---', '---')
  await timed('opening a round', places.length, async () => {
    const round = await openRound(administrator, opening)
    if (!round.ok) throw new Error(round.refusal.code)
    const job = await findJobAbout(administrator, 'open-round', { roundId: round.value })
    if (job) await runJob(job.id)
  })
  // What was opened is sealed by the program beside, which would be measured as well
  await sealed()
  const recompute = (...only: string[]) => {
    const asked = ['scripts/hengji.mjs', 'recompute', '--year', `${YEAR}`, ...only]
    const { status } = spawnSync(process.execPath, asked, { stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error('something stored is not what is computed')
  }
  const unapproved = await countToRecompute({ year: YEAR, unapproved: true })
  await timed('recompute of what is not approved', unapproved, async () => recompute('--unapproved'))
  await timed('recompute of a year', count, async () => recompute())
  await timed('trial of a scheme on a year', count, async () => {
    const trial = await startTrial(administrator, schemeVersionId, YEAR)
    if (!trial.ok) throw new Error(trial.refusal.code)
    await runJob(trial.value.job)
  })
}

async function timed(name: string, evaluations: number, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now()
  await work()
  row(name, evaluations, (performance.now() - begun) / 1000, load())
}

async function measure(extent: Extent): Promise<void> {
  const folder = extent.folder ?? newFolder()
  let program: Program | null = null
  try {
    generate(folder, extent)
    process.stdout.write(`\n${extent.departments} departments × ${YEARS} years × ${extent.indicators} indicators, ${load()}\n\n`)
    program = await startProgram(folder, await freePort())
    const { openEmbedded } = await import(path.resolve('scripts/embedded.mjs'))
    const server = await openEmbedded(path.join(folder, 'postgres'))
    process.env.DATABASE_URL = server.url
    try {
      await sealed()
      await measurePages(program, extent.turns)
      process.stdout.write(`\n${load()}\n\n`)
      await measureLongWork()
    } finally {
      await disconnect()
      await server.release()
    }
  } finally {
    await program?.stop()
    if (extent.folder === undefined) fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function main() {
  for (const extent of readCall()) await measure(extent)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
