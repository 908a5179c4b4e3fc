import fs from 'node:fs'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database'
import { findEvaluation } from '@/lib/data/evaluations'
import { listExplanations } from '@/lib/data/explanations'
import { findSubmission, listChanges, listSteps } from '@/lib/data/history'
import { listNotes } from '@/lib/data/notes'
import { recompute } from '@/lib/data/projections'
import { returnForRevision } from '@/lib/data/review'
import { saveCells } from '@/lib/data/save-cells'
import { figure } from '@/lib/domain/cells/funds'
import { fixed, plain, quantity } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { migrate, migrationsIn } from '@/scripts/migrate.mjs'
import { testDatabase } from '@/tests/support/database'
import { aViewer, evaluationOf, line, revisionOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

/** A database as the first release left it, with data in it: a table's name and a row as JSON on each line. */
const RELEASE = 'tests/support/releases/first.tsv'

const emptied = testDatabase()

beforeAll(async () => {
  const client = new pg.Client({ connectionString: emptied.url })
  await client.connect()
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const [first, ...later] = migrationsIn()
  if (!first) throw new Error('no migrations')
  expect(await migrate(emptied.url, [first])).toEqual([first.name])
  for (const row of fs.readFileSync(RELEASE, 'utf8').trimEnd().split('\n')) {
    const [table, json] = row.split('\t')
    await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_record(NULL::"${table}", $1)`, [json])
  }
  await client.query(`SELECT setval('audit_entries_number_seq', (SELECT max(number) FROM audit_entries))`)
  await client.end()
  expect(await migrate(emptied.url)).toEqual(later.map((migration) => migration.name))
})

async function street() {
  const department = await database().department.findUniqueOrThrow({ where: { code: '101001' } })
  const { id } = await database().evaluation.findFirstOrThrow({ where: { departmentId: department.id } })
  return { id, editor: aViewer('填报丙', 'editor', department), reviewer: aViewer('复核', 'reviewer', department) }
}

test('migrating again does nothing', async () => {
  expect(await migrate(emptied.url)).toEqual([])
})

test('figures, texts, scores and the record are what they were', async () => {
  const { id, editor } = await street()
  const evaluation = await evaluationOf(editor, id)
  expect(evaluation).toMatchObject({
    year: 2023,
    departmentName: '示例街道办事处',
    departmentCode: '101001',
    status: 'submitted',
    node: 'finance',
  })
  expect(plain(figure(evaluation.figures, 'total/initialBudget') ?? quantity('0'))).toBe('9901234.56')
  expect(evaluation.figures['stateCapital/initialBudget']).toEqual({ state: 'notApplicable', reason: '无此项收入' })
  expect(evaluation.figures['general/initialBudget']).toBeUndefined()
  const { total, executionRate, grade } = scoreEvaluation(evaluation)
  expect([total && fixed(total, 2), executionRate && fixed(executionRate, 4), grade]).toEqual(['99.74', '1.0031', 'excellent'])
  expect((await listSteps(editor, id)).map(({ action }) => action)).toEqual(['submit', 'return', 'submit', 'forward'])
  expect(Object.fromEntries((await findSubmission(editor, id, 2))?.cells ?? [])).toMatchObject({
    'funds/total/initialBudget': '990.123456',
  })
  expect((await listExplanations(editor, id)).length).toBeGreaterThan(0)
  expect(await listNotes(editor, id)).toMatchObject([{ at: 'funds', text: '说明', resolved: true }])
  expect((await listChanges(editor, id)).at(-1)?.action).toBe('evaluations.open')
})

test('stored scores still come out to the last digit', async () => {
  const { deviations } = await recompute({ write: false })
  expect(deviations.filter(({ field }) => !['openErrors', 'openWarnings', 'explained'].includes(field))).toEqual([])
})

test('what an older program could not read is read now, but an approved evaluation rests on what was read then', async () => {
  const { id, editor } = await street()
  const before = (await evaluationOf(editor, id)).indicators.map(({ actual }) => actual.reading.kind)
  await database().indicator.updateMany({ where: { evaluationId: id }, data: { actualReading: { kind: 'words', text: '旧' } } })
  expect((await evaluationOf(editor, id)).indicators.map(({ actual }) => actual.reading.kind)).toEqual(before)
  const { status, node } = await database().evaluation.findUniqueOrThrow({ where: { id } })
  await database().evaluation.update({ where: { id }, data: { status: 'approved' } })
  expect(new Set((await evaluationOf(editor, id)).indicators.map(({ actual }) => actual.reading.kind))).toEqual(new Set(['words']))
  await database().evaluation.update({ where: { id }, data: { status, node } })
})

test('work goes on', async () => {
  const { id, editor, reviewer } = await street()
  value(await returnForRevision(reviewer, id, await revisionOf(id), { reason: '请核对', notes: [] }))
  expect(value(await saveCells(editor, id, [{ address: 'cover/phone', seen: 0, value: line('020-1') }])).saved).toEqual([
    { address: 'cover/phone', number: 1 },
  ])
  expect((await findEvaluation(editor, id))?.cover.phone).toBe('020-1')
})
