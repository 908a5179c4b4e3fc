import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { findJob, listJobs, stopJob } from '@/lib/data/jobs/jobs'
import { keepChunk, takeJob } from '@/lib/data/jobs/running-jobs'
import { findTrial, listTried, startTrial } from '@/lib/data/jobs/scheme-trial'
import { listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { copyScheme, discardDraft, saveDraft } from '@/lib/data/schemes/scheme-drafts'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'
import { runJob } from '@/lib/jobs/run-job'
import { nextChunk } from '@/lib/jobs/works'
import { testDatabase } from '@/tests/support/database'
import { aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

const YEAR = 2023
/** More than one chunk of them. */
const COUNT = 120

let administrator: Viewer
let own: string
let other: string

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  administrator = tree.administrator
  const units = Array.from({ length: COUNT }, (_, index) => `unit${String(index).padStart(3, '0')}`)
  await database().department.createMany({
    data: units.map((id) => ({ id, parentId: tree.root, kind: 'unit', name: `示例单位${id}`, code: id, path: `/${tree.root}/${id}/` })),
  })
  const choices = await listSchemeChoices(administrator)
  own = choices.find(({ schemeId }) => schemeId === 'national-2020')?.id ?? ''
  other = choices.find(({ schemeId }) => schemeId === 'hubei-20')?.id ?? ''
  const half = COUNT / 2
  for (const [name, departmentIds] of [
    ['甲', units.slice(0, half)],
    ['乙', units.slice(half)],
  ] as const)
    value(await openRound(administrator, { year: YEAR, name, schemeVersionId: own, departmentIds, deadlines: {} }))
})

const trialOf = (viewer: Viewer, version: string) => findTrial(viewer, version, YEAR)

/** One chunk of a job, as a process does it that ends right after. */
async function oneChunk(id: string) {
  const job = await takeJob(id)
  if (job === null) throw new Error('not to be taken up')
  await keepChunk(job, await nextChunk(job))
}

describe('a trial', () => {
  test('is made in chunks, shows what it has so far, goes on after its process ended, and leaves evaluations alone', async () => {
    const before = await database().evaluation.findMany({ orderBy: { id: 'asc' } })
    const { job, count } = value(await startTrial(administrator, other, YEAR))
    expect(count).toBe(COUNT)
    await oneChunk(job)
    const begun = await trialOf(administrator, other)
    expect(begun).toMatchObject({ outdated: false, job: { state: 'running', done: 100 }, tally: { count: COUNT, tried: 100 } })
    const first = await listTried(administrator, begun?.id ?? '', { after: '', size: 50 })
    expect([first.count, first.rows.length, first.rows[0]?.departmentName]).toEqual([100, 50, '示例单位unit000'])
    await runJob(job)
    expect(await trialOf(administrator, other)).toMatchObject({ job: { state: 'done', done: COUNT }, tally: { tried: COUNT } })
    const last = await listTried(administrator, begun?.id ?? '', { after: first.next ?? '', size: 100 })
    expect([last.count, last.skipped, last.rows.at(-1)?.departmentName]).toEqual([COUNT, 50, '示例单位unit119'])
    expect(await database().evaluation.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  test('shows first what moved most, whichever way, and last what cannot be compared', async () => {
    const { job } = value(await startTrial(administrator, other, YEAR))
    await runJob(job)
    const { id } = (await trialOf(administrator, other)) ?? { id: '' }
    for (const [place, after] of [
      [5, 81],
      [80, 72],
    ])
      await database().triedEvaluation.update({
        where: { trialId_place: { trialId: id, place: place ?? 0 } },
        data: { totalBefore: 80, totalAfter: after ?? 0 },
      })
    const first = await listTried(administrator, id, { after: '', size: 3 })
    expect(first.rows.map(({ departmentName }) => departmentName)).toEqual(['示例单位unit079', '示例单位unit004', '示例单位unit000'])
    const second = await listTried(administrator, id, { after: first.rows[1]?.evaluationId ?? '', size: 1 })
    expect(second.rows.map(({ departmentName }) => departmentName)).toEqual(['示例单位unit000'])
  })

  test('takes the place of the last one of the same, whose job stops', async () => {
    const first = value(await startTrial(administrator, other, YEAR))
    await oneChunk(first.job)
    const second = value(await startTrial(administrator, other, YEAR))
    expect(await findJob(administrator, first.job)).toMatchObject({ state: 'stopped' })
    expect(await trialOf(administrator, other)).toMatchObject({ job: { id: second.job }, tally: { count: COUNT, tried: 0 } })
    await runJob(first.job)
    expect(await trialOf(administrator, other)).toMatchObject({ tally: { tried: 0 } })
    value(await stopJob(administrator, second.job))
    await runJob(second.job)
    expect(await trialOf(administrator, other)).toMatchObject({ job: { state: 'stopped' }, tally: { tried: 0 } })
  })

  test('is its starter’s alone, of what they administer, then and now', async () => {
    const someone = async (role: 'administrator' | 'editor') => viewerOf(await aUser(administrator, role, 'unit000', role))
    const [part, nobody] = [await someone('administrator'), await someone('editor')]
    await database().user.updateMany({ data: { mustChangePassword: false } })
    expect(value(await startTrial(part, other, YEAR)).count).toBe(1)
    value(await startTrial(administrator, other, YEAR))
    const trial = await trialOf(part, other)
    expect(trial?.tally.count).toBe(1)
    const whole = await trialOf(administrator, other)
    expect((await listTried(part, whole?.id ?? '', { after: '', size: 10 })).rows).toEqual([])
    expect(await trialOf(nobody, other)).toBeNull()
    expect(refusal(await startTrial(nobody, other, YEAR))).toBe('not-permitted')
    expect(refusal(await startTrial(administrator, other, 1999))).toBe('year-without-evaluations')
    expect(refusal(await startTrial(administrator, 'none', YEAR))).toBe('scheme-not-found')
  })

  test('of a draft keeps the rules that it began with, says when they were changed, and goes with the draft', async () => {
    const scheme = bundledScheme('national-2020')
    if (scheme === undefined) throw new Error('no scheme')
    const draft = value(await copyScheme(administrator, own, { id: 'tried', name: '示例' }))
    const { job } = value(await startTrial(administrator, draft, YEAR))
    expect(await trialOf(administrator, draft)).toMatchObject({ outdated: false })
    expect(await saveDraft(administrator, draft, 0, { ...scheme, name: '示例改名' })).toMatchObject({ ok: true })
    expect(await trialOf(administrator, draft)).toMatchObject({ outdated: true })
    value(await discardDraft(administrator, draft, 1))
    await runJob(job)
    expect(await findJob(administrator, job)).toMatchObject({ state: 'done' })
    expect((await listJobs(administrator))[0]?.id).toBe(job)
  })
})
