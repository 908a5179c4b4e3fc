// Many people at once: readers and writers through the pages and actions, errors and memory; then one client's storm, and
// what another client's page takes meanwhile. `npm run bench -- crowd --readers 200 --writers 20 --seconds 60` is the full form.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort } from '@/scripts/setup/port.mjs'
import { demoPages, evaluationOn, type MeasuredPage } from './measured/demo-pages'
import { ask, memoryOf, newFolder, type Program, quantile, row, signIn, startProgram } from './measured/program'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { readers: option, writers: option, seconds: option, storm: option } })
const readers = Number(values.readers ?? 40)
const writers = Number(values.writers ?? 4)
const seconds = Number(values.seconds ?? 10)
const storm = Number(values.storm ?? 60)

/** What one kind of visitor met. */
type Met = { times: number[]; failed: Map<number, number> }
const nothingMet = (): Met => ({ times: [], failed: new Map() })
const noteIn = ({ times, failed }: Met, { ms, status }: { ms: number; status: number }) => {
  times.push(ms)
  if (status !== 200) failed.set(status, (failed.get(status) ?? 0) + 1)
}

/** The id by which the built program knows an action. */
function actionId(exportedName: string): string {
  const manifest = JSON.parse(fs.readFileSync(path.join(process.cwd(), '.next/server/server-reference-manifest.json'), 'utf8'))
  const found = Object.entries<{ exportedName: string }>(manifest.node).find(([, action]) => action.exportedName === exportedName)
  if (!found) throw new Error(`no action ${exportedName}`)
  return found[0]
}

/** Somebody who saves one cell again and again, each time from the revision that the answer before gave. */
async function write(program: Program, until: number, met: Met): Promise<void> {
  const cookie = await signIn(program, 'demo-city-editor')
  const evaluation = await evaluationOn(program, '/', cookie)
  const page = `${program.origin}/evaluations/${evaluation}/cover`
  const drawnFor = /\\"drawnFor\\":\\"([^"\\]+)/.exec(
    (await ask(program, `/evaluations/${evaluation}/cover`, cookie, 'identity')).body.toString(),
  )?.[1]
  let seen = 0
  for (let turn = 0; performance.now() < until; turn++) {
    const begun = performance.now()
    const answer = await fetch(page, {
      method: 'POST',
      headers: { Origin: program.origin, Cookie: cookie, 'Next-Action': actionId('saveTyped'), 'Content-Type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify([evaluation, [{ address: 'cover/phone', seen, text: `0579-${turn}` }], [], drawnFor]),
    })
    const text = await answer.text()
    // Without a word about the whole form the save was done, or met another writer's.
    noteIn(met, { ms: performance.now() - begun, status: text.includes('"message":null') ? answer.status : 0 })
    // Another writer may have been quicker: the answer says from where to go on.
    seen = Number(/"(?:number|revision)":(\d+)/.exec(text)?.[1] ?? seen)
  }
}

/** Somebody who reads page after page, with a moment between them. */
async function read(program: Program, pages: readonly MeasuredPage[], place: number, until: number, met: Met): Promise<void> {
  await wait(place * 10)
  for (let turn = place; performance.now() < until; turn++) {
    const page = pages[turn % pages.length]
    if (page) noteIn(met, await ask(program, page.address, page.cookie))
    await wait(200)
  }
}

async function measureCrowd(program: Program, pages: readonly MeasuredPage[]): Promise<void> {
  const until = performance.now() + seconds * 1000
  const [reading, writing] = [nothingMet(), nothingMet()]
  await Promise.all([
    ...Array.from({ length: readers }, (_, place) => read(program, pages, place, until, reading)),
    ...Array.from({ length: writers }, () => write(program, until, writing)),
  ])
  row('who', 'answers', 'a second', 'p50 ms', 'p95 ms', 'failed')
  row(...Array.from({ length: 6 }, () => '---'))
  for (const [who, { times, failed }] of [
    [`${readers} readers`, reading],
    [`${writers} writers`, writing],
  ] as const)
    row(who, times.length, times.length / seconds, quantile(times, 0.5), quantile(times, 0.95), JSON.stringify([...failed]))
  row('memory, MB', memoryOf(program.pid))
}

/** One client asks for everything at once, over and over; another reads a page now and then. */
async function measureStorm(program: Program, page: MeasuredPage): Promise<void> {
  const other = await signIn(program, 'demo-reviewer')
  const one = async () => (await ask(program, '/', other)).ms
  const quiet: number[] = []
  for (let turn = 0; turn < 30; turn++) quiet.push(await one())
  let on = true
  const storming = Array.from({ length: storm }, async () => {
    while (on) await ask(program, page.address, page.cookie)
  })
  await wait(1000)
  const meanwhile: number[] = []
  for (let turn = 0; turn < 30; turn++) meanwhile.push(await one())
  on = false
  await Promise.all(storming)
  process.stdout.write('\n')
  row(`another's page`, 'p50 ms', 'p95 ms')
  row('---', '---', '---')
  row('alone', quantile(quiet, 0.5), quantile(quiet, 0.95))
  row(`beside a storm of ${storm}`, quantile(meanwhile, 0.5), quantile(meanwhile, 0.95))
}

const folder = newFolder()
let program: Program | null = null
try {
  program = await startProgram(folder, await freePort())
  const pages = await demoPages(program)
  await measureCrowd(program, pages)
  const [page] = pages.slice(-1)
  if (page) await measureStorm(program, page)
} finally {
  await program?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
