import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { actedAt } from '@/lib/data/evaluation/evaluations'
import { listSteps } from '@/lib/data/evaluation/history'
import { listNotes, replyToNote, settleNote } from '@/lib/data/review/notes'
import { forward, returnForRevision, submit } from '@/lib/data/review/review'
import { listDrafts, saveDraft } from '@/lib/data/review/review-drafts'
import { toDos } from '@/lib/data/rounds/workbench'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, revisionOf, save, typed } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let cell: string
beforeAll(async () => {
  district = await aDistrict()
  const { editor, approver, street } = district
  const [row] = await fillIn(editor, street)
  cell = `indicators/${row}/actual`
  value(await submit(editor, street, await revisionOf(street)))
  value(await forward(approver, street, await revisionOf(street)))
})

const only = async (viewer: District['editor']) => {
  const notes = await listNotes(viewer, district.street)
  expect(notes).toHaveLength(1)
  return notes[0] ?? expect.fail('no note')
}

test('what a reviewer is writing is kept for them alone, and is no step of the review', async () => {
  const { reviewer, secondReviewer, editor, approver, administrator, street } = district
  const before = await revisionOf(street)
  value(await saveDraft(reviewer, street, { kind: 'note', place: cell, text: '与台账' }))
  value(await saveDraft(reviewer, street, { kind: 'note', place: cell, text: '与台账不符' }))
  value(await saveDraft(reviewer, street, { kind: 'reason', place: '', text: '请核对' }))
  value(await saveDraft(reviewer, street, { kind: 'opinion', place: '', text: '总体真实' }))
  value(await saveDraft(secondReviewer, street, { kind: 'reason', place: '', text: '另一人的理由' }))
  expect((await listDrafts(reviewer, street)).map(({ kind, place, text }) => [kind, place, text])).toEqual([
    ['note', cell, '与台账不符'],
    ['reason', '', '请核对'],
    ['opinion', '', '总体真实'],
  ])
  expect((await listDrafts(secondReviewer, street)).map(({ text }) => text)).toEqual(['另一人的理由'])
  for (const other of [editor, approver, administrator]) expect(await listDrafts(other, street)).toEqual([])
  expect(await listNotes(editor, street)).toEqual([])
  expect(await actedAt(reviewer, street)).toBeNull()
  expect(await revisionOf(street)).toBe(before)
  expect(await database().auditEntry.count({ where: { payload: { contains: '与台账' } } })).toBe(0)
})

test('a draft is for who may say it, at a place that there is, and an empty one is none', async () => {
  const { reviewer, editor, approver, townEditor, street } = district
  expect(refusal(await saveDraft(editor, street, { kind: 'note', place: cell, text: 'x' }))).toBe('not-permitted')
  expect(refusal(await saveDraft(approver, street, { kind: 'reason', place: '', text: 'x' }))).toBe('locked')
  expect(refusal(await saveDraft(townEditor, street, { kind: 'reply', place: 'x', text: 'x' }))).toBe('not-permitted')
  expect(refusal(await saveDraft(reviewer, street, { kind: 'note', place: 'goals/gone/text', text: 'x' }))).toBe('no-such-cell')
  expect(refusal(await saveDraft(editor, street, { kind: 'explanation', place: 'funds', text: 'x' }))).toBe('locked')
  expect(refusal(await saveDraft(reviewer, street, { kind: 'explanation', place: 'F06/funds', text: 'x' }))).toBe('not-permitted')
  expect(refusal(await saveDraft(reviewer, street, { kind: 'reply', place: 'gone', text: 'x' }))).toBe('not-permitted')
  for (const kind of ['reason', 'opinion'] as const)
    expect(refusal(await saveDraft(reviewer, street, { kind, place: cell, text: 'x' }))).toBe('no-such-cell')
  expect(refusal(await saveDraft(reviewer, street, { kind: 'reason', place: '', text: 'x'.repeat(2001) }))).toBe('too-long')
  value(await saveDraft(reviewer, street, { kind: 'note', place: 'funds', text: '说明' }))
  value(await saveDraft(reviewer, street, { kind: 'note', place: 'funds', text: ' ' }))
  expect((await listDrafts(reviewer, street)).map(({ place }) => place)).toEqual([cell, '', ''])
})

test('what was said is a draft no longer; the rest stays', async () => {
  const { reviewer, secondReviewer, editor, street } = district
  const reasons = { reason: '请核对', notes: [{ at: cell, text: '与台账不符' }] }
  value(await returnForRevision(reviewer, street, await revisionOf(street), reasons))
  expect((await listDrafts(reviewer, street)).map(({ kind }) => kind)).toEqual(['opinion'])
  expect((await listDrafts(secondReviewer, street)).map(({ text }) => text)).toEqual(['另一人的理由'])
  expect(await only(editor)).toMatchObject({ at: cell, text: '与台账不符', node: 'finance', state: 'open', replies: [], past: false })
})

test('the department answers a note: it is answered, settled and open again as it stands', async () => {
  const { editor, colleague, reviewer, street } = district
  const { id } = await only(editor)
  value(await saveDraft(editor, street, { kind: 'reply', place: id, text: '已更' }))
  expect(refusal(await replyToNote(editor, street, id, ' '))).toBe('reason-required')
  expect(refusal(await replyToNote(editor, street, id, 'x'.repeat(2001)))).toBe('too-long')
  expect(refusal(await replyToNote(reviewer, street, id, 'x'))).toBe('not-permitted')
  expect(refusal(await replyToNote(editor, street, 'gone', 'x'))).toBe('not-permitted')
  value(await replyToNote(editor, street, id, '已更正'))
  expect(await listDrafts(editor, street)).toEqual([])
  const said = { text: '已更正', byName: editor.name, node: 'entry' }
  expect(await only(reviewer)).toMatchObject({ state: 'answered', text: '与台账不符', replies: [said] })
  value(await settleNote(colleague, street, id, true))
  expect(await only(editor)).toMatchObject({ state: 'resolved', resolvedBy: colleague.name })
  expect((await toDos(editor, { after: '', size: 20 })).rows).toMatchObject([{ returned: { openNotes: 0 } }])
  value(await settleNote(editor, street, id, false))
  expect(await only(editor)).toMatchObject({ state: 'answered', resolvedBy: null })
  const entries = await database().auditEntry.findMany({ where: { action: 'notes.reply' } })
  expect(entries.map(({ subject, payload }) => [subject, JSON.parse(payload)])).toEqual([[cell, { note: id, text: '已更正' }]])
})

test('the reviewer answers with the next return, which opens the note again; the same request is taken once', async () => {
  const { editor, approver, reviewer, street } = district
  const { id } = await only(editor)
  await save(editor, street, { [cell]: typed('101') }, 1)
  value(await submit(editor, street, await revisionOf(street)))
  expect(await only(reviewer)).toMatchObject({ state: 'resolved', resolvedBy: null, past: true })
  expect(refusal(await replyToNote(editor, street, id, 'x'))).toBe('locked')
  value(await forward(approver, street, await revisionOf(street)))
  value(await saveDraft(reviewer, street, { kind: 'reply', place: id, text: '仍不符' }))
  const seen = await revisionOf(street)
  const reasons = { reason: '请再核对', notes: [], replies: [{ note: id, text: '仍不符' }] }
  expect(refusal(await returnForRevision(reviewer, street, seen, { ...reasons, replies: [{ note: 'gone', text: 'x' }] }))).toBe(
    'not-permitted',
  )
  expect(refusal(await returnForRevision(reviewer, street, seen, { ...reasons, replies: [{ note: id, text: ' ' }] }))).toBe(
    'reason-required',
  )
  expect(await evaluationOf(reviewer, street)).toMatchObject({ status: 'submitted' })
  value(await returnForRevision(reviewer, street, seen, reasons))
  value(await returnForRevision(reviewer, street, seen, reasons))
  expect(refusal(await returnForRevision(reviewer, street, seen, { ...reasons, replies: [] }))).toBe('locked')
  const note = await only(editor)
  expect(note).toMatchObject({ state: 'open', resolvedBy: null, past: false })
  expect(note.replies.map(({ text, node }) => [text, node])).toEqual([
    ['已更正', 'entry'],
    ['仍不符', 'finance'],
  ])
  expect((await listDrafts(reviewer, street)).map(({ kind }) => kind)).toEqual(['opinion'])
  await expect(database().noteMessage.updateMany({ data: { text: 'changed' } })).rejects.toThrow('never changed')
})

test('the reviewer answers with a step that sends nothing back as well, once', async () => {
  const { editor, approver, reviewer, street } = district
  const { id } = await only(editor)
  value(await replyToNote(editor, street, id, '已附证明'))
  value(await submit(editor, street, await revisionOf(street)))
  const seen = await revisionOf(street)
  value(await saveDraft(approver, street, { kind: 'reply', place: id, text: '属实' }))
  const said = { replies: [{ note: id, text: '属实' }] }
  expect(refusal(await forward(approver, street, seen, { replies: [{ note: 'gone', text: 'x' }] }))).toBe('not-permitted')
  value(await forward(approver, street, seen, said))
  value(await forward(approver, street, seen, said))
  expect(await listDrafts(approver, street)).toEqual([])
  expect((await only(reviewer)).replies.map(({ text, node }) => [text, node]).slice(-2)).toEqual([
    ['已附证明', 'entry'],
    ['属实', 'unit'],
  ])
})

test('an opinion and notes go with a step that sends nothing back, and their drafts are done with', async () => {
  const { town, townEditor, townApprover } = district
  await fillIn(townEditor, town)
  value(await submit(townEditor, town, await revisionOf(town)))
  value(await saveDraft(townApprover, town, { kind: 'opinion', place: '', text: '同意' }))
  value(await saveDraft(townApprover, town, { kind: 'note', place: 'duties', text: '请留意' }))
  const revision = await revisionOf(town)
  const said = { opinion: '同意上报', notes: [{ at: 'duties', text: '请留意表述' }] }
  value(await forward(townApprover, town, revision, said))
  value(await forward(townApprover, town, revision, said))
  expect(await listDrafts(townApprover, town)).toEqual([])
  expect(await listNotes(townEditor, town)).toMatchObject([{ at: 'duties', text: '请留意表述', node: 'unit' }])
  expect((await listSteps(townEditor, town)).map(({ action, reason }) => [action, reason])).toEqual([
    ['submit', ''],
    ['forward', '同意上报'],
  ])
})
