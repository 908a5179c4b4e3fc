import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/data/database/database'
import { listChanges } from '@/lib/data/evaluation/history'
import { continueJob, findJob, findJobAbout, listJobs, stopJob } from '@/lib/data/jobs/jobs'
import { recompute } from '@/lib/data/jobs/recompute'
import { forgetJobsEndedBefore, keepChunk, takeJob, unfinishedJobs } from '@/lib/data/jobs/running-jobs'
import { addDepartmentsToRound, findRound, listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { startJobs, stopJobs, wakeJobs } from '@/lib/jobs/queue'
import { runJob } from '@/lib/jobs/run-job'
import { nextChunk } from '@/lib/jobs/works'
import { testDatabase } from '@/tests/support/database'
import { anAccountOf } from '@/tests/support/evaluations'
import { aTree, refusal, value } from '@/tests/support/people'

testDatabase()
vi.setConfig({ testTimeout: 90_000 })

/** More than one chunk of them. */
const COUNT = 120

let administrator: Viewer
let stranger: Viewer
let departments: string[]
let scheme: string
let years = 2000

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  administrator = tree.administrator
  stranger = await anAccountOf({ ...administrator, userId: 'stranger' })
  const ids = Array.from({ length: COUNT }, (_, index) => `unit${index}`)
  await database().department.createMany({
    data: ids.map((id, index) => ({
      id,
      parentId: tree.root,
      kind: 'unit',
      name: `示例单位${index}`,
      code: id,
      path: `/${tree.root}/${id}/`,
    })),
  })
  departments = ids
  // Its rows are given by the scheme
  scheme = (await listSchemeChoices(administrator)).find(({ schemeId }) => schemeId === 'two-dimension')?.id ?? ''
})

afterEach(() => stopJobs())

/** A round opened for all departments, whose evaluations are still to be made, and the job that makes them. */
async function aLargeRound(): Promise<{ round: string; job: string }> {
  const year = years++
  const opening = { year, name: `${year} 年度`, schemeVersionId: scheme, departmentIds: departments, deadlines: {} }
  const round = value(await openRound(administrator, opening))
  const job = await findJobAbout(administrator, 'open-round', { roundId: round })
  return { round, job: job?.id ?? '' }
}

/** One chunk of a job, as a process does it that ends right after. */
async function oneChunk(id: string) {
  const job = await takeJob(id)
  if (job === null) throw new Error('not to be taken up')
  await keepChunk(job, await nextChunk(job))
  return job
}

const made = (roundId: string) => database().evaluation.count({ where: { roundId } })
const job = (id: string) => findJob(administrator, id)

describe('opening a round for many departments', () => {
  test('lists them at once and makes their evaluations by and by, each whole', async () => {
    const { round, job: id } = await aLargeRound()
    expect(await made(round)).toBe(0)
    expect(await findRound(administrator, round)).toMatchObject({ pending: COUNT })
    expect(await job(id)).toMatchObject({ state: 'waiting', done: 0, total: COUNT })
    await runJob(id)
    expect(await job(id)).toMatchObject({ state: 'done', done: COUNT, total: COUNT, refusal: null })
    expect(await findRound(administrator, round)).toMatchObject({ pending: 0, progress: { draft: COUNT } })
    const rows = await database().indicator.groupBy({ by: ['evaluationId'], where: { evaluation: { roundId: round } }, _count: true })
    expect(rows).toHaveLength(COUNT)
    expect(new Set(rows.map(({ _count }) => _count)).size).toBe(1)
    // An entry for each lot, which names its departments, and no other: it stands in the history of each
    const entries = await database().auditEntry.findMany({
      where: { action: 'evaluations.open', subject: round },
      orderBy: { number: 'asc' },
    })
    expect(entries.map(({ actorName }) => actorName)).toEqual([administrator.name, administrator.name])
    const named = entries.flatMap(({ payload }): string[] => JSON.parse(payload).after.departmentIds)
    expect(named.toSorted()).toEqual(departments.toSorted())
    const [last] = await database().evaluation.findMany({ where: { roundId: round }, orderBy: { departmentCode: 'desc' }, take: 1 })
    expect((await listChanges(administrator, last?.id ?? '')).lines).toMatchObject([
      { action: 'evaluations.open', number: String(entries[1]?.number), payload: {} },
    ])
    // Its own entry says how many, and does not grow with them
    const opening = await database().auditEntry.findFirstOrThrow({ where: { action: 'rounds.open', subject: round } })
    expect(JSON.parse(opening.payload).after).toMatchObject({ count: COUNT, departmentIds: departments.slice(0, 20) })
    expect(await recompute({ write: false })).toEqual({ evaluations: await database().evaluation.count(), deviations: [] })
  })

  test('goes on where a process ended, and makes none twice', async () => {
    const { round, job: id } = await aLargeRound()
    const dead = await oneChunk(id)
    expect(await made(round)).toBe(100)
    expect(await job(id)).toMatchObject({ state: 'running', done: 100 })
    expect(await unfinishedJobs()).toContain(id)
    await runJob(id)
    expect(await made(round)).toBe(COUNT)
    expect(await job(id)).toMatchObject({ state: 'done', done: COUNT })
    // The one that was taken for dead comes to life again: what it does now is not kept
    expect(await keepChunk(dead, async () => ({ done: 1, total: 1, finished: true }))).toBeNull()
    expect(await job(id)).toMatchObject({ state: 'done', done: COUNT })
  })

  test('a chunk that fails leaves nothing of itself', async () => {
    const { round, job: id } = await aLargeRound()
    const taken = await takeJob(id)
    if (taken === null) throw new Error('not to be taken up')
    const chunk = await nextChunk(taken)
    const breaking = keepChunk(taken, async (tx) => {
      await chunk(tx, administrator)
      throw new Error('the disk is full')
    })
    await expect(breaking).rejects.toThrow('the disk is full')
    expect(await made(round)).toBe(0)
    expect(await findRound(administrator, round)).toMatchObject({ pending: COUNT })
  })

  test('departments of a round that waits can be added by somebody else, who then makes them', async () => {
    const { round, job: id } = await aLargeRound()
    value(await stopJob(administrator, id))
    const few = departments.slice(0, 2)
    expect(value(await addDepartmentsToRound(stranger, round, { departmentIds: few }))).toMatchObject({ pending: 0 })
    expect(refusal(await addDepartmentsToRound(stranger, round, { departmentIds: few }))).toBe('round-department-already-in')
    expect(await findRound(administrator, round)).toMatchObject({ pending: COUNT - 2, progress: { draft: 2 } })
    value(await continueJob(administrator, id))
    await runJob(id)
    expect(await made(round)).toBe(COUNT)
  })
})

describe('long work', () => {
  test('is stopped between two chunks by who started it, and taken up again', async () => {
    const { round, job: id } = await aLargeRound()
    await oneChunk(id)
    value(await stopJob(administrator, id))
    expect(refusal(await stopJob(administrator, id))).toBe('job-over')
    await runJob(id)
    expect(await made(round)).toBe(100)
    expect(await job(id)).toMatchObject({ state: 'stopped', done: 100, endedAt: expect.any(String) })
    expect(await unfinishedJobs()).not.toContain(id)
    value(await continueJob(administrator, id))
    expect(refusal(await continueJob(administrator, id))).toBe('job-over')
    await runJob(id)
    expect(await made(round)).toBe(COUNT)
    const entries = await database().auditEntry.findMany({ where: { subject: id }, orderBy: { number: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['jobs.stop', 'jobs.continue'])
  })

  test('is seen, stopped and taken up by nobody else', async () => {
    const { job: id } = await aLargeRound()
    expect(await findJob(stranger, id)).toBeNull()
    expect(await listJobs(stranger)).toEqual([])
    expect(refusal(await stopJob(stranger, id))).toBe('not-permitted')
    expect(refusal(await continueJob(stranger, id))).toBe('not-permitted')
    expect((await listJobs(administrator))[0]).toMatchObject({ id, state: 'waiting' })
  })

  test('that ends its process again and again is given up, until somebody takes it up', async () => {
    const { round, job: id } = await aLargeRound()
    for (let tries = 0; tries < 3; tries++) expect(await takeJob(id)).not.toBeNull()
    expect(await takeJob(id)).toBeNull()
    expect(await job(id)).toMatchObject({ state: 'failed', refusal: { code: 'job-broken' } })
    value(await continueJob(administrator, id))
    await runJob(id)
    expect(await job(id)).toMatchObject({ state: 'done', refusal: null })
    expect(await made(round)).toBe(COUNT)
  })

  test('stops once its starter has no right to it or no account any more, and says so; what is done stays', async () => {
    for (const [takeAway, giveBack] of [
      [
        () => database().membership.updateMany({ where: { userId: administrator.userId }, data: { role: 'reviewer' } }),
        () => database().membership.updateMany({ where: { userId: administrator.userId }, data: { role: 'administrator' } }),
      ],
      [
        () => database().user.update({ where: { id: administrator.userId }, data: { disabledAt: new Date() } }),
        () => database().user.update({ where: { id: administrator.userId }, data: { disabledAt: null } }),
      ],
    ] as const) {
      const { round, job: id } = await aLargeRound()
      await oneChunk(id)
      await takeAway()
      await runJob(id)
      expect(await job(id)).toMatchObject({ state: 'failed', done: 100, refusal: { code: 'job-without-right' } })
      expect(await made(round)).toBe(100)
      await giveBack()
      value(await continueJob(administrator, id))
      await runJob(id)
      expect(await job(id)).toMatchObject({ state: 'done', refusal: null })
      expect(await made(round)).toBe(COUNT)
    }
  })

  test('of a part that its starter administers stops where the rest is no longer theirs', async () => {
    const { round, job: id } = await aLargeRound()
    await database().membership.updateMany({ where: { userId: administrator.userId }, data: { departmentId: 'unit0', withSubtree: false } })
    await runJob(id)
    expect(await job(id)).toMatchObject({ state: 'failed', done: 0, refusal: { code: 'job-without-right' } })
    expect(await made(round)).toBe(0)
    const root = await database().department.findFirstOrThrow({ where: { parentId: null } })
    await database().membership.updateMany({ where: { userId: administrator.userId }, data: { departmentId: root.id, withSubtree: true } })
  })

  test('is forgotten some time after it ended, and never while it is under way', async () => {
    const { job: ended } = await aLargeRound()
    const { job: waiting } = await aLargeRound()
    value(await stopJob(administrator, ended))
    await forgetJobsEndedBefore(new Date(Date.now() + 60_000))
    expect([await job(ended), (await job(waiting))?.state]).toEqual([null, 'waiting'])
  })

  test('left by an earlier process is taken up when the next one starts, and what is asked for then at once', async () => {
    const first = await aLargeRound()
    await startJobs()
    const second = await aLargeRound()
    await wakeJobs()
    await vi.waitFor(async () => expect([(await job(first.job))?.state, (await job(second.job))?.state]).toEqual(['done', 'done']), 60_000)
    expect([await made(first.round), await made(second.round)]).toEqual([COUNT, COUNT])
  })
})
