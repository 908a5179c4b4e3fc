import { beforeAll, expect, test, vi } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { findJob } from '@/lib/data/jobs/jobs'
import { recompute } from '@/lib/data/jobs/recompute'
import { findDeviations, startRecompute } from '@/lib/data/jobs/recompute-job'
import { approve, forward, submit } from '@/lib/data/review/review'
import { runJob } from '@/lib/jobs/run-job'
import { run } from '@/scripts/commands/recompute'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  type District,
  evaluationOf,
  fillIn,
  indicator,
  openedYear,
  removeRow,
  revisionOf,
  save,
  typed,
  wan,
} from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  const { administrator, editor, approver, reviewer, street, townEditor, town, departments } = district
  const rows = await fillIn(editor, street)
  await save(editor, street, { [`indicators/${rows[0]}/actual`]: typed('53') }, 1)
  const extra = await add(editor, street, { list: 'indicators', values: indicator('多余', '1', '≥1', '无') })
  value(await removeRow(editor, street, 'indicators', extra, (await revisions(street, extra)) ?? {}))
  await save(townEditor, town, { 'funds/total/adjustedBudget': wan('8988.68'), 'funds/total/actualExpenditure': wan('9016.65') })
  const others = await openedYear(administrator, 2022, 'two-dimension', [departments.street.id, departments.town.id])
  for (const { id, departmentId } of others) if (departmentId === departments.street.id) await fillIn(editor, id)
  const [last] = await openedYear(administrator, 2021, 'national-2020', [departments.street.id])
  const id = last?.id ?? ''
  await fillIn(editor, id)
  value(await submit(editor, id, await revisionOf(id)))
  value(await forward(approver, id, await revisionOf(id)))
  const { revision } = await evaluationOf(reviewer, id)
  value(await approve(reviewer, id, { revision, document: {}, pdf: new Uint8Array([1]) }))
})

async function revisions(evaluationId: string, row: string) {
  const found = Object.entries(await findCellRevisions(district.editor, evaluationId))
  return Object.fromEntries(found.flatMap(([address, { number }]) => (address.startsWith(`indicators/${row}/`) ? [[address, number]] : [])))
}

test('what is stored is what is computed, for every evaluation in every status', async () => {
  expect(await recompute({ write: false })).toEqual({ evaluations: 5, deviations: [] })
})

test('between two evaluations whoever else waits has a turn', async () => {
  let turn = 0
  let going = true
  const next = () => {
    turn += 1
    if (going) setImmediate(next)
  }
  setImmediate(next)
  const heard: number[] = []
  await recompute({ write: false }, (done, total) => {
    expect([done, total]).toEqual([heard.length + 1, 5])
    heard.push(turn)
  })
  going = false
  expect(new Set(heard).size).toBe(5)
})

test('two processes share what is to be computed: each evaluation is computed by one of them', async () => {
  const [first, second] = await Promise.all([1, 2].map((number) => recompute({ write: false, part: { number, of: 2 } })))
  expect([first, second]).toEqual([
    { evaluations: 3, deviations: [] },
    { evaluations: 2, deviations: [] },
  ])
})

test('a stored value that went wrong is named, and put right on request', async () => {
  const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await database().evaluation.update({ where: { id: district.town }, data: { executionRate: '1.000000', openErrors: 99 } })
  await database().indicator.updateMany({ where: { evaluationId: district.street, name: '整改率' }, data: { score: '1.23' } })
  expect(await run([])).toBe(1)
  const lines = output.mock.calls.map(([written]) => String(written))
  expect(lines).toHaveLength(3)
  expect(lines).toContain(`${district.town}\texecutionRate\t1.000000\t1.003112\n`)
  expect(lines.some((written) => written.includes('\t1.23\t'))).toBe(true)
  expect(await run(['--write'])).toBe(0)
  expect(await run([])).toBe(0)
  expect(await run(['--nonsense'])).toBe(2)
  expect((await recompute({ write: false })).deviations).toEqual([])
  vi.restoreAllMocks()
})

test('what was approved keeps the results that it was approved with: a difference is named, never put right', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { id, total } = await database().evaluation.findFirstOrThrow({ where: { status: 'approved' } })
  // Past the trigger that keeps it: an older program stored otherwise
  const store = (stored: string | null) =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.evaluation.update({ where: { id }, data: { total: stored } })
    })
  await store('1.00')
  expect(await run(['--write'])).toBe(0)
  expect(written.mock.calls.map(([line]) => line)).toEqual([`${id}\ttotal\t1.00\t${total?.toFixed(2)}\t已通过，不更正\n`])
  expect(said).toHaveBeenCalledWith(expect.stringContaining('另有 1 处在已通过的自评表中'))
  expect((await database().evaluation.findUniqueOrThrow({ where: { id } })).total?.toFixed(2)).toBe('1.00')
  await store(total?.toFixed(2) ?? null)
  vi.restoreAllMocks()
})

test('a year is computed by itself', async () => {
  const told = vi.fn()
  expect(await recompute({ year: 2022, write: false }, told)).toEqual({ evaluations: 2, deviations: [] })
  expect(told).toHaveBeenLastCalledWith(2, 2)
})

test('a command reads its year as every form does', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await run(['--year', '２０２２'])).toBe(0)
  expect(said).toHaveBeenCalledWith(expect.stringContaining('已重新计算 2 份'))
  for (const year of ['202²', '20 22', '22', '二〇二二']) expect(await run(['--year', year]), year).toBe(2)
  vi.restoreAllMocks()
})

test('what is approved can be left out', async () => {
  expect(await recompute({ unapproved: true, write: false })).toEqual({ evaluations: 4, deviations: [] })
  expect(await recompute({ year: 2021, unapproved: true, write: false })).toEqual({ evaluations: 0, deviations: [] })
})

test('a job compares a year, keeps what differs, and puts right what may be', async () => {
  const { administrator, editor, street } = district
  const done = async (write: boolean) => {
    const { job } = value(await startRecompute(administrator, { year: 2023, write }))
    await runJob(job)
    expect(await findJob(administrator, job)).toMatchObject({ state: 'done', done: 2, total: 2 })
    return { job, found: await findDeviations(administrator, job) }
  }
  expect((await done(false)).found).toEqual({ count: 0, frozen: 0, first: [] })
  await database().evaluation.update({ where: { id: street }, data: { openErrors: 99 } })
  const { job, found } = await done(true)
  expect(found).toMatchObject({ count: 1, frozen: 0, first: [{ evaluationId: street, field: 'openErrors', stored: '99', frozen: false }] })
  expect((await done(false)).found).toMatchObject({ count: 0 })
  expect(await findDeviations(editor, job)).toMatchObject({ count: 0, first: [] })
  expect(refusal(await startRecompute(editor, { year: 2023, write: false }))).toBe('not-permitted')
  expect(refusal(await startRecompute(administrator, { year: 1999, write: false }))).toBe('year-without-evaluations')
})
