import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { actedAt, findEvaluation, findOpening } from '@/lib/data/evaluation/evaluations'
import { findReturnedSubmission, listSteps } from '@/lib/data/evaluation/history'
import { listNotes, replyToNote } from '@/lib/data/review/notes'
import { noteOpening, recall } from '@/lib/data/review/recall'
import { forward, returnForRevision, submit } from '@/lib/data/review/review'
import { toDos } from '@/lib/data/rounds/workbench'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let cell: string
beforeAll(async () => {
  district = await aDistrict()
  const [row] = await fillIn(district.editor, district.street)
  cell = `indicators/${row}/actual`
})

const handIn = async () => value(await submit(district.editor, district.street, await revisionOf(district.street)))
const takeBack = async (viewer: Viewer) => recall(viewer, district.street, await revisionOf(district.street))
const open = async (viewer: Viewer) => {
  const evaluation = await evaluationOf(viewer, district.street)
  await noteOpening(viewer, evaluation, await actedAt(viewer, evaluation.id), await findOpening(viewer, evaluation.id))
}

test('what was handed in is taken back until the next person has opened it', async () => {
  const { editor, colleague, approver, reviewer, townEditor, street } = district
  expect(refusal(await takeBack(editor))).toBe('locked')
  await handIn()
  expect((await toDos(editor, { after: '', size: 10 })).count).toBe(0)
  for (const other of [approver, reviewer, townEditor]) expect(refusal(await takeBack(other))).toBe('not-permitted')
  // Whoever has it not in hand opens nothing
  for (const other of [reviewer, colleague]) await open(other)
  expect(await findOpening(editor, street)).toBeNull()
  expect(refusal(await recall(colleague, street, 0))).toBe('changed-meanwhile')
  value(await takeBack(colleague))
  expect(await findEvaluation(editor, street)).toMatchObject({ status: 'draft', node: 'entry' })
  expect((await listSteps(editor, street)).map(({ action, node }) => [action, node])).toEqual([
    ['submit', 'entry'],
    ['recall', 'entry'],
  ])

  await handIn()
  await open(approver)
  await open(approver)
  expect(await findOpening(editor, street)).toMatchObject({ byName: approver.name })
  expect(await database().auditEntry.count({ where: { action: 'review.open', evaluationId: street } })).toBe(1)
  expect(refusal(await takeBack(editor))).toBe('opened-already')
})

test('what was returned is returned again by taking the correction back, with its notes', async () => {
  const { editor, approver, townEditor, street } = district
  const reasons = { reason: '请核对', notes: [{ at: cell, text: '与台账不符' }] }
  value(await returnForRevision(approver, street, await revisionOf(street), reasons))
  const [note] = await listNotes(editor, street)
  const returned = await findReturnedSubmission(editor, street)
  value(await replyToNote(editor, street, note?.id ?? '', '已改'))
  await handIn()
  expect(await findOpening(editor, street)).toBeNull()
  expect(await listNotes(editor, street)).toMatchObject([{ state: 'resolved', past: true }])
  value(await takeBack(editor))
  expect(await findEvaluation(editor, street)).toMatchObject({ status: 'returned', node: 'entry' })
  expect(await listNotes(editor, street)).toMatchObject([{ state: 'answered', past: false, resolvedBy: null }])
  // What was taken back is not what was sent back
  expect((await findReturnedSubmission(editor, street))?.number).toBe(returned?.number)
  expect(await findReturnedSubmission(townEditor, street)).toBeNull()
})

test('what went on is not taken back, opened or not', async () => {
  const { editor, approver, street } = district
  await handIn()
  value(await forward(approver, street, await revisionOf(street)))
  expect(refusal(await takeBack(editor))).toBe('locked')
})
