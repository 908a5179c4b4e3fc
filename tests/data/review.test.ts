import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { approveTargets } from '@/lib/data/change/approve-targets'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { actedAt, listEvaluations, listExplanations } from '@/lib/data/evaluation/evaluations'
import { findFrozenReport, openFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { findSubmission, listChanges, listSteps, listSubmissions } from '@/lib/data/evaluation/history'
import { explainFinding } from '@/lib/data/review/explanations'
import { listNotes, settleNote } from '@/lib/data/review/notes'
import { approve, forward, publish, returnForRevision, submit } from '@/lib/data/review/review'
import { toDos } from '@/lib/data/rounds/workbench'
import { assess } from '@/lib/domain/checks/assessment'
import { figuresOf } from '@/lib/domain/checks/findings'
import { plain } from '@/lib/domain/quantities'
import { cellTexts } from '@/tests/support/cell-texts'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  aMember,
  type District,
  evaluationOf,
  fillIn,
  line,
  openedYear,
  points,
  removeRow,
  revisionOf,
  save,
  text,
  typed,
  wan,
} from '@/tests/support/evaluations'
import { contentOf } from '@/tests/support/files'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const PDF = new TextEncoder().encode('%PDF-1.7 the very bytes')
const report = (revision: number) => ({ revision, document: { title: '自评报告' }, pdf: PDF })

describe('one evaluation from entry to disclosure', () => {
  let rows: string[]

  test('is not handed in while an error stands', async () => {
    expect(refusal(await submit(district.editor, district.street, await revisionOf(district.street)))).toBe('open-findings')
    rows = await fillIn(district.editor, district.street)
  })

  test('a warning waits for an explanation, which holds for its figures only', async () => {
    const { editor, colleague, street } = district
    const cells = {
      'funds/total/actualExpenditure': wan('1001'),
      'funds/general/actualExpenditure': wan('1001'),
      'funds/project/actualExpenditure': wan('601'),
    }
    await save(editor, street, cells, 1)
    expect(refusal(await submit(editor, street, await revisionOf(street)))).toBe('open-findings')
    const findings = assess(await evaluationOf(editor, street)).findings
    const warnings = findings.filter(({ severity }) => severity === 'warning')
    expect(warnings.map(({ code }) => code)).toContain('F06')
    for (const warning of warnings) {
      const finding = { code: warning.code, at: warning.at, figures: figuresOf(warning) }
      expect(refusal(await explainFinding(editor, street, finding, { text: ' ', seen: '' }))).toBe('reason-required')
      expect(refusal(await explainFinding(editor, street, { ...finding, figures: 'others' }, { text: '追加预算', seen: '' }))).toBe(
        'finding-changed',
      )
      value(await explainFinding(colleague, street, finding, { text: '年中追加预算', seen: '' }))
      expect(refusal(await explainFinding(editor, street, finding, { text: '尚未入账', seen: '' }))).toBe('explained-meanwhile')
      value(await explainFinding(editor, street, finding, { text: '年中追加预算尚未入账', seen: '年中追加预算' }))
    }
    expect(await listExplanations(editor, street)).toMatchObject(warnings.map(({ code }) => ({ code, text: '年中追加预算尚未入账' })))
    expect(await database().evaluation.findUnique({ where: { id: street } })).toMatchObject({ openWarnings: 0, explained: warnings.length })

    const more = {
      'funds/total/actualExpenditure': wan('1002'),
      'funds/general/actualExpenditure': wan('1002'),
      'funds/project/actualExpenditure': wan('602'),
    }
    await save(editor, street, more, 2)
    expect((await database().evaluation.findUnique({ where: { id: street } }))?.openWarnings).toBeGreaterThan(0)
    await save(editor, street, cells, 3)
    expect(await database().evaluation.findUnique({ where: { id: street } })).toMatchObject({ openWarnings: 0 })
  })

  test('handing in keeps the whole document and locks the forms', async () => {
    const { editor, colleague, street } = district
    const cells = cellTexts(await evaluationOf(editor, street))
    value(await submit(editor, street, await revisionOf(street)))
    expect(await evaluationOf(editor, street)).toMatchObject({ status: 'submitted', node: 'unit' })
    const [summary] = await listSubmissions(editor, street)
    expect(summary).toMatchObject({ number: 1, byName: '示例填报甲' })
    const submission = await findSubmission(editor, street, 1)
    expect(submission?.document).toMatchObject({ format: 'hengji.evaluation/1', department: '示例街道办事处' })
    expect(submission?.cells).toEqual(cells)
    expect(Object.fromEntries(cells)).toMatchObject({ 'funds/total/actualExpenditure': '1001', 'cover/date': '2024-05-29' })
    expect(submission?.explanations.find(({ code }) => code === 'F06')).toMatchObject({
      text: '年中追加预算尚未入账',
      byName: '示例填报甲',
    })
    const late = await saveCells(colleague, street, [{ address: 'cover/phone', seen: 0, value: line('1') }])
    expect(refusal(late)).toBe('locked')
  })

  test('who entered a cell does not approve it, with whatever role', async () => {
    const { editor, colleague, street, departments } = district
    const { id } = await database().membership.create({
      data: { userId: editor.userId, departmentId: departments.street.id, role: 'approver' },
    })
    expect(refusal(await forward(editor, street, await revisionOf(street)))).toBe('acted-elsewhere')
    await database().membership.delete({ where: { id } })
    expect(refusal(await forward(colleague, street, await revisionOf(street)))).toBe('not-permitted')
    expect(await actedAt(editor, street)).toBe('entry')
  })

  test('sending back needs a reason, and leaves notes at their places', async () => {
    const { approver, editor, street } = district
    expect(refusal(await returnForRevision(approver, street, await revisionOf(street), { reason: ' ', notes: [] }))).toBe('reason-required')
    expect(
      refusal(
        await returnForRevision(approver, street, await revisionOf(street), { reason: 'x', notes: [{ at: 'goals/gone/text', text: 'x' }] }),
      ),
    ).toBe('no-such-cell')
    const at = `indicators/${rows[0]}/actual`
    const notes = [
      { at, text: '与台账不符' },
      { at: 'funds', text: '说明偏差' },
    ]
    const reasons = { reason: '请核对完成值', notes }
    const seen = await revisionOf(street)
    value(await returnForRevision(approver, street, seen, reasons))
    expect(await evaluationOf(editor, street)).toMatchObject({ status: 'returned', node: 'entry' })
    value(await returnForRevision(approver, street, seen, reasons))
    expect(refusal(await returnForRevision(approver, street, seen, { ...reasons, reason: '另一理由' }))).toBe('locked')
    expect(refusal(await returnForRevision(approver, street, seen, { ...reasons, notes: [] }))).toBe('locked')
    expect((await toDos(editor, { after: '', size: 20 })).rows).toMatchObject([
      { evaluation: { id: street }, returned: { reason: '请核对完成值', byName: '示例审核', openNotes: 2 } },
    ])
    const [first, second] = await listNotes(editor, street)
    expect([first?.at, second?.at].sort()).toEqual(['funds', at].sort())
    const note = first?.at === at ? first : second
    value(await settleNote(editor, street, note?.id ?? '', true))
    expect((await listNotes(editor, street)).map(({ state }) => state).sort()).toEqual(['open', 'resolved'])
    expect((await toDos(editor, { after: '', size: 20 })).rows).toMatchObject([{ returned: { openNotes: 1 } }])
  })

  test('who has the forms in hand marks each note as dealt with, and can take that back', async () => {
    const { editor, colleague, approver, reviewer, street } = district
    const at = `indicators/${rows[0]}/actual`
    const noteNow = async () => (await listNotes(editor, street)).find((note) => note.at === at)
    const note = await noteNow()
    expect(note).toMatchObject({ state: 'resolved', resolvedBy: editor.name, past: false })
    for (const stranger of [approver, reviewer]) {
      for (const resolved of [true, false])
        expect(refusal(await settleNote(stranger, street, note?.id ?? '', resolved))).toBe('not-permitted')
    }
    expect(refusal(await settleNote(editor, street, 'gone', true))).toBe('not-permitted')
    value(await settleNote(editor, street, note?.id ?? '', false))
    value(await settleNote(editor, street, note?.id ?? '', false))
    expect(await noteNow()).toMatchObject({ state: 'open', resolvedBy: null })
    expect((await toDos(editor, { after: '', size: 20 })).rows).toMatchObject([{ returned: { openNotes: 2 } }])
    value(await settleNote(colleague, street, note?.id ?? '', true))
    expect(await noteNow()).toMatchObject({ state: 'resolved', resolvedBy: colleague.name })
    const entries = await database().auditEntry.findMany({
      where: { evaluationId: street, action: { startsWith: 'notes.' } },
      orderBy: { number: 'asc' },
    })
    expect(entries.map(({ action, actorName, subject }) => [action, actorName, subject])).toEqual([
      ['notes.resolve', editor.name, at],
      ['notes.reopen', editor.name, at],
      ['notes.resolve', colleague.name, at],
    ])
  })

  test('handing in again resolves what still stands, and makes a second submission', async () => {
    const { editor, approver, street } = district
    await save(editor, street, { [`indicators/${rows[0]}/actual`]: typed('101') }, 1)
    value(await submit(editor, street, await revisionOf(street)))
    expect((await listNotes(editor, street)).every(({ state, past }) => state === 'resolved' && past)).toBe(true)
    expect((await listSubmissions(editor, street)).map(({ number }) => number)).toEqual([2, 1])
    value(await forward(approver, street, await revisionOf(street)))
    expect(await evaluationOf(editor, street)).toMatchObject({ status: 'submitted', node: 'finance' })
  })

  test('the reviewer scores beside the self-score, and overwrites nothing', async () => {
    const { reviewer, editor, street } = district
    const [row] = rows
    await save(reviewer, street, {
      [`indicators/${row}/reviewScore`]: points('20'),
      [`indicators/${row}/reviewGrounds`]: text('台账缺三次'),
    })
    const own = await saveCells(reviewer, street, [{ address: `indicators/${row}/actual`, seen: 2, value: typed('1') }])
    expect(refusal(own)).toBe('not-permitted')
    const theirs = await saveCells(editor, street, [{ address: `indicators/${row}/reviewScore`, seen: 1, value: points('25') }])
    expect(refusal(theirs)).toBe('not-permitted')
    const indicator = (await evaluationOf(reviewer, street)).indicators.find(({ id }) => id === row)
    expect(indicator?.reviewScore && plain(indicator.reviewScore)).toBe('20')
    const [listed] = await listEvaluations(reviewer, { departmentId: district.departments.street.id, year: 2023 })
    expect([listed?.total && plain(listed.total), listed?.reviewedTotal && plain(listed.reviewedTotal)]).toEqual(['99.74', '94.74'])
    expect((await database().indicator.findUnique({ where: { id: row ?? '' } }))?.score?.toFixed(2)).toBe('25.00')
  })

  test('approving freezes the bytes of the revision that was rendered, and no other', async () => {
    const { reviewer, secondReviewer, approver, street } = district
    const { revision } = await evaluationOf(reviewer, street)
    expect(refusal(await approve(reviewer, street, report(revision - 1)))).toBe('changed-meanwhile')
    expect(refusal(await approve(approver, street, report(revision)))).toBe('not-permitted')
    expect(await findFrozenReport(reviewer, street)).toBeNull()
    value(await approve(secondReviewer, street, report(revision)))
    value(await approve(secondReviewer, street, report(revision)))
    const frozen = await findFrozenReport(reviewer, street)
    expect(frozen).toMatchObject({ revision, document: { title: '自评报告' }, pdfHash: createHash('sha256').update(PDF).digest('hex') })
    expect(await contentOf(await openFrozenPdf(reviewer, street))).toEqual(Buffer.from(PDF))
    expect(await evaluationOf(reviewer, street)).toMatchObject({ status: 'approved', node: 'disclosure' })
  })

  test('an approved one is disclosed by somebody who did not approve it', async () => {
    const { reviewer, secondReviewer, administrator, street } = district
    expect(refusal(await publish(secondReviewer, street, await revisionOf(street)))).toBe('acted-elsewhere')
    expect(refusal(await publish(reviewer, street, await revisionOf(street)))).toBe('acted-elsewhere')
    value(await publish(administrator, street, await revisionOf(street)))
    expect(await evaluationOf(reviewer, street)).toMatchObject({ status: 'published' })
  })

  test('the record tells all of it in order', async () => {
    const steps = await listSteps(district.editor, district.street)
    expect(steps.map(({ action, node }) => `${action} ${node}`)).toEqual([
      'submit entry',
      'return unit',
      'submit entry',
      'forward unit',
      'approve finance',
      'publish disclosure',
    ])
    const { lines: changes, older } = await listChanges(district.editor, district.street)
    expect(changes[0]?.action).toBe('review.publish')
    expect(changes.filter(({ action }) => action.startsWith('review.'))).toHaveLength(6)
    // Every change counts the revision up by one and leaves one entry.
    expect((await evaluationOf(district.editor, district.street)).revision).toBe(
      await database().auditEntry.count({ where: { evaluationId: district.street } }),
    )
    expect(older).toBeNull()
    const fourth = changes[3]?.number ?? null
    expect((await listChanges(district.editor, district.street, { before: fourth })).lines).toEqual(changes.slice(4))
    expect((await listChanges(district.editor, district.street, { only: fourth })).lines).toEqual(changes.slice(3, 4))
  })
})

test('nobody signs what they have not seen: a step from an older revision is refused', async () => {
  const { administrator, reviewer, departments } = district
  const [opened] = await openedYear(administrator, 2022, 'national-2020', [departments.town.id])
  const id = opened?.id ?? ''
  const editor = await aMember('另一填报', 'editor', departments.town)
  const approver = await aMember('另一审核', 'approver', departments.town)
  await fillIn(editor, id)
  const older = (await revisionOf(id)) - 1
  expect(refusal(await approveTargets(reviewer, id, older))).toBe('changed-meanwhile')
  expect(refusal(await submit(editor, id, older))).toBe('changed-meanwhile')
  value(await submit(editor, id, older + 1))
  expect(refusal(await forward(approver, id, older))).toBe('changed-meanwhile')
  expect(refusal(await returnForRevision(approver, id, older, { reason: '请核对', notes: [] }))).toBe('changed-meanwhile')
  value(await forward(approver, id, await revisionOf(id)))
  const { revision } = await evaluationOf(reviewer, id)
  value(await approve(reviewer, id, report(revision)))
  expect(refusal(await publish(administrator, id, revision))).toBe('changed-meanwhile')
  expect(await evaluationOf(reviewer, id)).toMatchObject({ status: 'approved' })
})

test('targets that are approved stay beside the ones in force', async () => {
  const { reviewer, townEditor, town } = district
  const [row] = await fillIn(townEditor, town)
  expect(value(await approveTargets(reviewer, town, await revisionOf(town)))).toEqual({ approved: 4 })
  expect(value(await approveTargets(reviewer, town, await revisionOf(town)))).toEqual({ approved: 0 })
  await save(townEditor, town, { [`indicators/${row}/target`]: typed('≥90') }, 1)
  const indicator = (await evaluationOf(townEditor, town)).indicators.find(({ id }) => id === row)
  expect(indicator).toMatchObject({ approvedTarget: '≥100', target: { text: '≥90' } })
  expect(refusal(await removeRow(townEditor, town, 'indicators', row ?? '', {}))).toBe('approved-indicator')
  await save(townEditor, town, { [`indicators/${row}/name`]: line('换了名称') }, 1)
  const renamed = assess(await evaluationOf(townEditor, town)).findings.filter(({ code }) => code === 'K15')
  expect(renamed.map(({ at }) => at)).toEqual([`indicators/${row}/name`])
})

test('a case with reconstructed figures is never disclosed, not even past the program', async () => {
  const { administrator, departments } = district
  const [opened] = await openedYear(administrator, 2021, 'national-2020', [departments.town.id])
  const id = opened?.id ?? ''
  await database().evaluation.update({ where: { id }, data: { reconstructed: true, status: 'approved', node: 'disclosure' } })
  expect(refusal(await publish(administrator, id, await revisionOf(id)))).toBe('reconstructed-never-published')
  await expect(database().evaluation.update({ where: { id }, data: { status: 'published' } })).rejects.toThrow()
})
