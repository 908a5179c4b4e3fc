import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { listChanges } from '@/lib/data/evaluation/history'
import { returnForRevision, submit } from '@/lib/data/review/review'
import { extend } from '@/lib/data/rounds/own-deadlines'
import { findPlaceInRound } from '@/lib/data/rounds/round-list'
import { toDos } from '@/lib/data/rounds/workbench'
import { listYear } from '@/lib/data/rounds/year-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, aMember, type District, fillIn, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let administrator: Viewer
const DEADLINES = { entry: '2024-04-30', unit: '2024-05-31', finance: '2024-06-30' }

beforeAll(async () => {
  district = await aDistrict()
  administrator = await aMember('管理', 'administrator', district.departments.street)
  await database().round.updateMany({ data: { deadlines: DEADLINES } })
  await fillIn(district.editor, district.street)
})

const inOrder = async () => value(await submit(district.editor, district.street, await revisionOf(district.street)))
const sendBack = async (due?: string) =>
  returnForRevision(district.approver, district.street, await revisionOf(district.street), {
    reason: '请补充依据',
    notes: [],
    ...(due === undefined ? {} : { due }),
  })
/** Of the street, as lists, to-dos and the day's filter see it. */
async function due(today: string) {
  const selection = { ...EVERYTHING, deadline: 'overdue' as const }
  const { rows } = await listYear(
    district.editor,
    { year: 2023, selection, today },
    { by: 'department', descending: false },
    { after: '', size: 50 },
  )
  const waiting = await toDos(district.editor, { after: '', size: 50 })
  return {
    on: waiting.rows.find(({ evaluation }) => evaluation.id === district.street)?.evaluation.dueOn,
    overdue: rows.some(({ id }) => id === district.street),
  }
}

test('what comes back after the round’s date is not overdue at once, but by the date that was given', async () => {
  expect(await due('2024-05-02')).toEqual({ on: '2024-04-30', overdue: true })
  await inOrder()
  value(await sendBack())
  expect(await due('2031-01-01')).toEqual({ on: null, overdue: false })
  await inOrder()
  expect(refusal(await sendBack('2024-01-01'))).toBe('deadline-past')
  value(await sendBack('2030-05-31'))
  expect(await due('2030-05-31')).toEqual({ on: '2030-05-31', overdue: false })
  expect(await due('2030-06-01')).toEqual({ on: '2030-05-31', overdue: true })
  expect((await listChanges(district.editor, district.street)).lines[0]?.payload).toMatchObject({ due: '2030-05-31' })
})

test('one department is given dates of its own, in order, by who administers it', async () => {
  expect(refusal(await extend(district.reviewer, district.street, { entry: '2030-06-30' }))).toBe('not-permitted')
  expect(refusal(await extend(administrator, district.street, { entry: '2030-06-30' }))).toBe('deadline-order')
  const own = { entry: '2030-06-30', unit: '2030-07-10', finance: '2030-07-31' }
  value(await extend(administrator, district.street, own))
  expect(await due('2030-06-30')).toEqual({ on: '2030-06-30', overdue: false })
  expect(await findPlaceInRound(administrator, district.street)).toMatchObject({ own, ofRound: DEADLINES })
  const [entry] = (await listChanges(district.editor, district.street)).lines
  expect(entry).toMatchObject({ action: 'evaluations.extend', payload: { before: { entry: '2030-05-31' }, after: own } })
  // Without dates of its own it is as the others
  value(await extend(administrator, district.street, {}))
  expect(await due('2024-05-02')).toEqual({ on: '2024-04-30', overdue: true })
})
