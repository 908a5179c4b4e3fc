import { beforeAll, describe, expect, test } from 'vitest'
import { approveTargets } from '@/lib/data/change/approve-targets'
import { addRow, moveRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { actedAt, findCellRevisions, findEvaluation, listEvaluations, listExplanations } from '@/lib/data/evaluation/evaluations'
import { checkFrozenPdf, findFrozenReport, openFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { findSubmission, listChanges, listSteps, listSubmissions } from '@/lib/data/evaluation/history'
import { listTextFigures } from '@/lib/data/evaluation/text-figures'
import { explainFinding } from '@/lib/data/review/explanations'
import { listNotes, replyToNote, settleNote } from '@/lib/data/review/notes'
import { approve, forward, publish, returnForRevision, submit } from '@/lib/data/review/review'
import { listDrafts, saveDraft } from '@/lib/data/review/review-drafts'
import { toDos as somethingToDo } from '@/lib/data/rounds/workbench'
import { listYear, years } from '@/lib/data/rounds/year-list'
import { tallyYear } from '@/lib/data/rounds/year-tally'
import type { Decision } from '@/lib/domain/decision/decision'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, aMember, anAccountOf, aViewer, type District, fillIn, line, removeRow, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
  value(await submit(district.editor, district.street, await revisionOf(district.street)))
})

const YEAR = { year: 2023, selection: EVERYTHING, today: '2024-01-01' }
const FIRST = { after: '', size: 20 }
const yearOf = async (viewer: Viewer) => (await listYear(viewer, YEAR, { by: 'department', descending: false }, FIRST)).rows
const toDos = async (viewer: Viewer) => (await somethingToDo(viewer, FIRST)).rows

const ROLES: Role[] = ['editor', 'approver', 'reviewer', 'administrator']

/** Every read of one evaluation, and what it gives to who may not see it. */
const reads: [string, (viewer: Viewer, id: string) => Promise<unknown>, unknown][] = [
  ['findEvaluation', findEvaluation, null],
  ['findCellRevisions', findCellRevisions, {}],
  ['listExplanations', listExplanations, []],
  ['listNotes', listNotes, []],
  ['listDrafts', listDrafts, []],
  ['listSubmissions', listSubmissions, []],
  ['listSteps', listSteps, []],
  ['listChanges', listChanges, { lines: [], older: null }],
  ['findSubmission', (viewer, id) => findSubmission(viewer, id, 1), null],
  ['listTextFigures', listTextFigures, null],
  ['findFrozenReport', findFrozenReport, null],
  ['openFrozenPdf', openFrozenPdf, null],
  ['checkFrozenPdf', checkFrozenPdf, null],
  ['actedAt', actedAt, null],
]

/** Every write of one evaluation. */
const writes: [string, (viewer: Viewer, id: string) => Promise<Decision<unknown>>][] = [
  ['saveCells', (viewer, id) => saveCells(viewer, id, [{ address: 'cover/phone', seen: 0, value: line('1') }])],
  ['addRow', (viewer, id) => addRow(viewer, id, { list: 'goals' })],
  ['moveRow', (viewer, id) => moveRow(viewer, id, 'goals', 'g', null)],
  ['removeRow', (viewer, id) => removeRow(viewer, id, 'goals', 'g', {})],
  ['explainFinding', (viewer, id) => explainFinding(viewer, id, { code: 'F06', at: 'x', figures: '' }, { text: 'x', seen: '' })],
  ['settleNote', (viewer, id) => settleNote(viewer, id, 'n', true)],
  ['replyToNote', (viewer, id) => replyToNote(viewer, id, 'n', 'x')],
  ['saveDraft', (viewer, id) => saveDraft(viewer, id, { kind: 'reason', place: '', text: 'x' })],
  ['approveTargets', (viewer, id) => approveTargets(viewer, id, 0)],
  ['submit', (viewer, id) => submit(viewer, id, 0)],
  ['forward', (viewer, id) => forward(viewer, id, 0)],
  ['returnForRevision', (viewer, id) => returnForRevision(viewer, id, 0, { reason: 'x', notes: [] })],
  ['approve', (viewer, id) => approve(viewer, id, { revision: 0, document: {}, pdf: new Uint8Array() })],
  ['publish', (viewer, id) => publish(viewer, id, 0)],
]

describe.each(ROLES)('%s', (role) => {
  /** Where the role is held, and whether the street's evaluation is within it. */
  const places = (): [string, Viewer, boolean][] => {
    const { whole, bureau, street, town } = district.departments
    return [
      ['at the department', aViewer(`a ${role}`, role, street), true],
      ['at the department with its subtree', aViewer(`b ${role}`, role, street, true), true],
      ['above, with the subtree', aViewer(`c ${role}`, role, bureau, true), true],
      ['at the root, with the subtree', aViewer(`d ${role}`, role, whole, true), true],
      ['above, without the subtree', aViewer(`e ${role}`, role, bureau), false],
      ['at another department', aViewer(`f ${role}`, role, town), false],
      ['at another department with its subtree', aViewer(`g ${role}`, role, town, true), false],
      ['nowhere', { userId: 'h', name: 'h', memberships: [] }, false],
    ]
  }

  test('sees what is within its memberships, and nothing else', async () => {
    for (const [where, viewer, within] of places()) {
      expect([where, (await findEvaluation(viewer, district.street)) !== null]).toEqual([where, within])
      expect([where, (await listEvaluations(viewer)).some(({ id }) => id === district.street)]).toEqual([where, within])
      expect([where, (await yearOf(viewer)).some(({ id }) => id === district.street)]).toEqual([where, within])
      expect([where, (await tallyYear(viewer, YEAR)).count]).toEqual([where, (await yearOf(viewer)).length])
      if (within) continue
      await anAccountOf(viewer)
      for (const [name, read, nothing] of reads) expect([where, name, await read(viewer, district.street)]).toEqual([where, name, nothing])
      for (const [name, write] of writes)
        expect([where, name, refusal(await write(viewer, district.street))]).toEqual([where, name, 'not-permitted'])
      expect((await toDos(viewer)).some(({ evaluation }) => evaluation.id === district.street)).toBe(false)
    }
  })

  test('what is not there looks the same as what is not visible', async () => {
    const viewer = await aMember(`d ${role}`, role, district.departments.whole, true)
    for (const [, read, nothing] of reads) expect(await read(viewer, 'nothere')).toEqual(nothing)
    for (const [, write] of writes) expect(refusal(await write(viewer, 'nothere'))).toBe('not-permitted')
  })
})

test('while it is with the approver nobody enters anything, whatever their role', async () => {
  for (const role of ROLES) {
    const viewer = await aMember(`late ${role}`, role, district.departments.whole, true)
    const saved = await saveCells(viewer, district.street, [{ address: 'cover/phone', seen: 0, value: line('1') }])
    expect(refusal(saved)).toBe(role === 'editor' ? 'locked' : 'not-permitted')
    expect(refusal(await addRow(viewer, district.street, { list: 'goals' }))).toBe(role === 'editor' ? 'locked' : 'not-permitted')
  }
})

test('years and to-dos are the viewer’s own', async () => {
  expect(await years(district.editor)).toEqual([2023])
  expect(await years({ userId: 'x', name: 'x', memberships: [] })).toEqual([])
  expect((await toDos(district.editor)).map(({ evaluation }) => evaluation.id)).toEqual([])
  expect((await toDos(district.townEditor)).map(({ evaluation, activities }) => [evaluation.id, activities])).toEqual([
    [district.town, ['enter', 'submit']],
  ])
  expect((await toDos(district.approver)).map(({ evaluation }) => evaluation.id)).toEqual([district.street])
  expect(await toDos(district.reviewer)).toEqual([])
})
