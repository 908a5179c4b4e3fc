// How long the work of a whole province takes on this machine: opening a round for all departments, computing a year anew, and
// trying a scheme on it. `-- province 1000` for one size; without, all three. On databases of its own, thrown away after.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { database, disconnect } from '@/lib/data/database'
import { demoViewer } from '@/lib/data/demo-data'
import { findJobAbout } from '@/lib/data/jobs'
import { recompute } from '@/lib/data/recompute'
import { listSchemeChoices, openRound } from '@/lib/data/rounds'
import { trySchemeOnYear } from '@/lib/data/scheme-trial'
import { runJob } from '@/lib/jobs/run-job'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 5_000, 20_000]
const INDICATORS = 60
const YEARS = 3

const row = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now()
  await work()
  return ((performance.now() - begun) / 1000).toFixed(1)
}

function generate(folder: string, departments: number): void {
  const extent = ['--departments', `${departments}`, '--years', `${YEARS}`, '--indicators', `${INDICATORS}`]
  const { status } = spawnSync(process.execPath, ['scripts/hengji.mjs', 'generate', ...extent], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, HENGJI_DATA_DIR: folder, DATABASE_URL: '' },
  })
  if (status !== 0) throw new Error('the province was not generated')
}

async function measure(departments: number): Promise<void> {
  const administrator = await demoViewer('demo-administrator')
  const choices = await listSchemeChoices(administrator)
  const schemeVersionId = choices.find(({ schemeId }) => schemeId === 'two-dimension')?.id ?? ''
  const places = await database().department.findMany({
    where: { code: { startsWith: '8' }, kind: { not: 'region' } },
    select: { id: true },
  })
  const opening = { year: 2030, name: '示例', schemeVersionId, departmentIds: places.map(({ id }) => id), deadlines: {} }
  const opened = await seconds(async () => {
    const round = await openRound(administrator, opening)
    if (!round.ok) throw new Error(round.refusal.code)
    const job = await findJobAbout(administrator, 'open-round', { roundId: round.value })
    if (job) await runJob(job.id)
  })
  const recomputed = await seconds(() => recompute({ year: 2023, write: false }))
  const tried = await seconds(() => trySchemeOnYear(administrator, schemeVersionId, 2023))
  row(departments, places.length, opened, recomputed, tried, Math.round(process.memoryUsage().rss / 2 ** 20))
}

async function main() {
  const { openEmbedded } = await import(path.resolve('scripts/embedded.mjs'))
  row('departments', 'opened', 'opening s', 'recompute of a year s', 'trial of a year s', 'memory MB')
  row('---', '---', '---', '---', '---', '---')
  for (const departments of sizes) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))
    fs.chmodSync(folder, 0o755)
    generate(folder, departments)
    const server = await openEmbedded(path.join(folder, 'postgres'))
    process.env.DATABASE_URL = server.url
    try {
      await measure(departments)
    } finally {
      await disconnect()
      await server.release()
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
