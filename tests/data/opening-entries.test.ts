import { beforeAll, expect, test } from 'vitest'
import { type AuditFilter, listAuditEntries } from '@/lib/data/audit/audit-log'
import { database } from '@/lib/data/database/database'
import { listChanges } from '@/lib/data/evaluation/history'
import { addDepartmentsToRound, listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let part: Viewer
let bureau: string
let street: string
let round: string

beforeAll(async () => {
  await storeBundledSchemes()
  const { root, administrator } = await aTree()
  everything = administrator
  bureau = await aDepartment(everything, root, '示例主管局', '101', 'authority')
  street = await aDepartment(everything, root, '示例街道办事处', '102')
  part = await viewerOf(await aUser(everything, 'part', street, 'administrator', true))
  const schemeVersionId = (await listSchemeChoices(everything))[0]?.id ?? ''
  round = value(
    await openRound(everything, { year: 2023, name: '年度自评', schemeVersionId, departmentIds: [bureau, street], deadlines: {} }),
  )
})

const PAGE = { before: null, pageSize: 20 }
const evaluationOf = async (departmentId: string) => (await database().evaluation.findFirstOrThrow({ where: { departmentId } })).id

test('opening a round is one entry, which names its departments and stands in the history of each', async () => {
  const entries = await database().auditEntry.findMany({ where: { action: { in: ['rounds.open', 'evaluations.open'] } } })
  expect(entries.map(({ action }) => action)).toEqual(['rounds.open'])
  expect(JSON.parse(entries[0]?.payload ?? '').after).toMatchObject({ count: 2, departmentIds: [bureau, street] })
  for (const department of [bureau, street]) {
    const id = await evaluationOf(department)
    // Without what else was opened with it
    expect((await listChanges(everything, id)).lines).toMatchObject([
      { action: 'evaluations.open', actorName: everything.name, payload: {} },
    ])
    expect((await listAuditEntries(everything, { object: id }, PAGE)).entries).toMatchObject([{ action: 'rounds.open', subject: round }])
  }
  const { entries: found } = await listAuditEntries(everything, { department: '示例街道办事处', action: 'rounds.open' }, PAGE)
  expect(found).toHaveLength(1)
})

test('who administers one of them sees that it was opened, and not with which others', async () => {
  const { entries } = await listAuditEntries(part, { action: 'rounds.open' }, PAGE)
  expect(entries).toHaveLength(1)
  expect(JSON.parse(entries[0]?.payload ?? '').after).toEqual(expect.objectContaining({ year: 2023, name: '年度自评', count: 2 }))
  expect(entries[0]?.payload).not.toContain(bureau)
  const later = await aDepartment(everything, bureau, '示例学校', '101001')
  value(await addDepartmentsToRound(everything, round, { departmentIds: [later] }))
  expect((await listAuditEntries(part, { action: 'rounds.add-departments' }, PAGE)).entries).toEqual([])
})

test('entries and evaluations are found below many places at once, each once', async () => {
  const found = async (department: string) =>
    (await listAuditEntries(everything, { action: 'evaluations.open', department }, { before: null, pageSize: 50 })).entries
  expect((await found('示例')).map(({ number }) => number)).toEqual((await found('示例街道办事处')).map(({ number }) => number))
})

test('people and places asked together give what both give, whether the places have few entries or many', async () => {
  const found = async (filter: AuditFilter) =>
    (await listAuditEntries(everything, filter, { before: null, pageSize: 50_000 })).entries.map(({ number }) => number)
  const both = async (department: string) => {
    const at = new Set(await found({ department }))
    const by = await found({ actor: everything.name })
    const together = by.filter((number) => at.has(number))
    expect(together.length).toBeGreaterThan(0)
    expect(together.length).toBeLessThan(by.length)
    expect(await found({ department, actor: everything.name })).toEqual(together)
    return together.length
  }
  const few = await both('示例街道办事处')
  // As many as the places of a word have after years
  await database().$executeRaw`
    INSERT INTO audit_entries (actor_id, actor_name, action, subject, payload)
    SELECT ${everything.userId}, ${everything.name}, 'departments.rename', ${street}, '{}' FROM generate_series(1, 21000)`
  expect(await both('示例街道办事处')).toBe(few + 21_000)
})

test('what waits to be entered into an index of places is read through by each look-up, and stays short', async () => {
  const indexes = await database().$queryRaw<{ options: string[] | null }[]>`
    SELECT c.reloptions AS options FROM pg_class c JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'gin' AND c.relnamespace = 'public'::regnamespace`
  expect(indexes.map(({ options }) => options)).toEqual(indexes.map(() => ['gin_pending_list_limit=64']))
  expect(indexes.length).toBeGreaterThan(0)
})
