import { beforeAll, expect, test } from 'vitest'
import { listAuditEntries } from '@/lib/data/audit/audit-log'
import { addRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { listJobs } from '@/lib/data/jobs/jobs'
import { listRoundDepartments } from '@/lib/data/rounds/round-list'
import { takeOut, voidRound } from '@/lib/data/rounds/round-removal'
import { addDepartmentsToRound, findRound, listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { runJob } from '@/lib/jobs/run-job'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let part: Viewer
let editor: Viewer
let bureau: string
let street: string
let scheme: string
let root: string

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  ;({ root, administrator: everything } = tree)
  bureau = await aDepartment(everything, root, '示例主管局', '101', 'authority')
  street = await aDepartment(everything, root, '示例街道办事处', '102')
  part = await viewerOf(await aUser(everything, 'part', street, 'administrator', true))
  editor = await viewerOf(await aUser(everything, 'editor', bureau, 'editor'))
  scheme = (await listSchemeChoices(everything)).find(({ schemeId }) => schemeId === 'hubei-20')?.id ?? ''
})

const aRound = async (name: string, departmentIds: string[]) =>
  value(await openRound(everything, { year: 2023, name, schemeVersionId: scheme, departmentIds, deadlines: {} }))
const listed = async (round: string) =>
  (await listRoundDepartments(everything, round, { search: '', status: null }, { after: '', size: 200 })).rows
const evaluationOf = async (round: string, department: string) =>
  (await listed(round)).find(({ departmentId }) => departmentId === department)?.evaluationId ?? ''

test('a department is taken out with what it filled in, which the log keeps, and may come in again', async () => {
  const round = await aRound('移出', [bureau, street])
  const id = await evaluationOf(round, bureau)
  value(await addRow(editor, id, { list: 'indicators' }))
  await saveCells(editor, id, [{ address: 'cover/preparer', seen: 0, value: { kind: 'line', text: '示例填报' } }])
  expect(refusal(await takeOut(part, id))).toBe('not-permitted')
  expect(refusal(await takeOut(editor, id))).toBe('not-permitted')
  expect(value(await takeOut(everything, id))).toBe(round)
  expect((await listed(round)).map(({ departmentId }) => departmentId)).toEqual([street])
  const { entries } = await listAuditEntries(everything, { object: id }, { before: null, pageSize: 10 })
  expect(entries[0]).toMatchObject({ action: 'evaluations.take-out', subject: bureau })
  expect(JSON.parse(entries[0]?.payload ?? '').cells).toContainEqual({ address: 'cover/preparer', before: '示例填报' })
  expect(value(await addDepartmentsToRound(everything, round, { departmentIds: [bureau] })).count).toBe(1)
  expect(refusal(await takeOut(everything, id))).toBe('not-permitted')
})

test('what was handed in stays', async () => {
  const round = await aRound('送审', [bureau])
  const id = await evaluationOf(round, bureau)
  await database().evaluation.update({ where: { id }, data: { status: 'returned' } })
  expect(refusal(await takeOut(everything, id))).toBe('round-department-begun')
  expect(refusal(await voidRound(everything, round))).toBe('round-begun')
})

test('a round in which nobody has begun is voided, with the job that still opens it', async () => {
  const many = Array.from({ length: 130 }, (_, index) => `many${String(index).padStart(3, '0')}`)
  await database().department.createMany({
    data: many.map((id) => ({ id, parentId: root, kind: 'unit', name: `示例单位${id}`, code: id, path: `/${root}/${id}/` })),
  })
  const round = await aRound('作废', [...many, street])
  expect(refusal(await voidRound(part, round))).toBe('round-not-found')
  const [job] = await listJobs(everything)
  value(await voidRound(everything, round))
  expect(await findRound(everything, round)).toBeNull()
  await runJob(job?.id ?? '')
  expect(await listJobs(everything)).toMatchObject([{ id: job?.id, state: 'stopped' }])
  expect(await database().evaluation.count({ where: { roundId: round } })).toBe(0)
  const { entries } = await listAuditEntries(everything, { object: round }, { before: null, pageSize: 1 })
  expect(entries[0]?.action).toBe('rounds.void')
  // The name is free again
  const again = await aRound('作废', [street])
  const id = await evaluationOf(again, street)
  await database().evaluation.update({ where: { id }, data: { revision: 1 } })
  expect(refusal(await voidRound(everything, again))).toBe('round-begun')
})
