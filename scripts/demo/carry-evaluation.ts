import { approveTargets } from '@/lib/data/change/approve-targets'
import { findEvaluation, listExplanations } from '@/lib/data/evaluation/evaluations'
import { explainFinding } from '@/lib/data/review/explanations'
import { approve, forward, publish, returnForRevision, submit } from '@/lib/data/review/review'
import { assess } from '@/lib/domain/checks/assessment'
import { explanationFor, figuresOf } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { finishedReport } from '@/lib/report/finished-report'
import type { DemoEvaluation, DemoNote, DemoStage } from '@/prisma/seed/content'
import { generalExplanation } from '@/prisma/seed/plan'
import { settled } from './settled'
import { save, writeEvaluation } from './write-evaluation'

export type Hands = { editor: Viewer; approver: Viewer; reviewer: Viewer; administrator: Viewer }
export type DemoCase = { id: string; content: DemoEvaluation; stage: DemoStage; explanations: Readonly<Record<string, string>> }

/** Writes one evaluation and carries it as far as its stage says, from wherever it stands now. */
export async function carryEvaluation(hands: Hands, demo: DemoCase): Promise<void> {
  for (;;) {
    const evaluation = await seen(hands.editor, demo.id)
    if (!(await takeStep(hands, demo, evaluation))) return
  }
}

async function seen(viewer: Viewer, id: string): Promise<Evaluation> {
  const evaluation = await findEvaluation(viewer, id)
  if (!evaluation) throw new Error(`no evaluation ${id}`)
  return evaluation
}

/** One step towards the stage; false where it is reached. */
async function takeStep(
  { editor, approver, reviewer, administrator }: Hands,
  { id, content, stage, explanations }: DemoCase,
  evaluation: Evaluation,
): Promise<boolean> {
  const what = `${evaluation.year} ${evaluation.departmentName}`
  if (evaluation.status === 'draft') {
    if (stage.at === 'begun' || stage.at === 'half') {
      await writeEvaluation(editor, id, content, stage.at)
      return false
    }
    await writeEvaluation(editor, id, content, 'full')
    if (stage.at === 'mistaken') {
      await makeMistakes(editor, await seen(editor, id))
      return false
    }
    // What was reconstructed was never approved by anybody.
    if (!evaluation.reconstructed) settled(await approveTargets(reviewer, id, (await seen(reviewer, id)).revision), what)
    await clearFindings(editor, await seen(editor, id), explanations)
    settled(await submit(editor, id, (await seen(editor, id)).revision), what)
    return true
  }
  if (evaluation.status === 'approved' && stage.at === 'published') {
    settled(await publish(administrator, id, evaluation.revision), what)
    return false
  }
  if (evaluation.status !== 'submitted') return false
  if (evaluation.node === 'unit') {
    if (stage.at === 'unit') return false
    if (stage.at === 'returnedByUnit')
      settled(await returnForRevision(approver, id, evaluation.revision, { reason: stage.reason, notes: [] }), what)
    else settled(await forward(approver, id, evaluation.revision), what)
    return true
  }
  if (stage.at === 'finance') return false
  if (stage.at === 'returnedByFinance') {
    const notes = stage.notes.map((note) => ({ at: placeOf(note, evaluation), text: note.text }))
    settled(await returnForRevision(reviewer, id, evaluation.revision, { reason: stage.reason, notes }), what)
    return true
  }
  if (stage.at === 'approved' && stage.reviewScore) await giveReviewScore(reviewer, evaluation, stage.reviewScore)
  await approveReport(reviewer, id, what)
  return true
}

/** Explains every warning. Throws where an error stands: what is to be handed in has been written without any. */
async function clearFindings(editor: Viewer, evaluation: Evaluation, explanations: Readonly<Record<string, string>>): Promise<void> {
  const given = await listExplanations(editor, evaluation.id)
  const { findings } = assess(evaluation)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(`${evaluation.year} ${evaluation.departmentName}: ${JSON.stringify(errors)}`)
  for (const finding of findings) {
    if (finding.severity !== 'warning' || explanationFor(finding, given) !== null) continue
    const { code, at } = finding
    settled(
      await explainFinding(
        editor,
        evaluation.id,
        { code, at, figures: figuresOf(finding) },
        { text: explanations[code] ?? generalExplanation, seen: '' },
      ),
      code,
    )
  }
}

/** What a hurried editor leaves behind: a sum that does not come out, a reason and an actual value not given. */
async function makeMistakes(editor: Viewer, evaluation: Evaluation): Promise<void> {
  const [first, second] = evaluation.indicators
  await save(editor, evaluation.id, [
    { address: 'funds/general/actualExpenditure', text: '4408.75' },
    { address: 'cover/date', text: '' },
    ...(first ? [{ address: `indicators/${first.id}/deviationReason` as const, text: '' }] : []),
    ...(second ? [{ address: `indicators/${second.id}/actual` as const, text: '' }] : []),
  ])
}

async function giveReviewScore(
  reviewer: Viewer,
  evaluation: Evaluation,
  given: { indicator: number; score: string; grounds: string },
): Promise<void> {
  const row = evaluation.indicators[given.indicator]
  if (!row) return
  await save(reviewer, evaluation.id, [
    { address: `indicators/${row.id}/reviewScore`, text: given.score },
    { address: `indicators/${row.id}/reviewGrounds`, text: given.grounds },
  ])
}

async function approveReport(reviewer: Viewer, id: string, what: string): Promise<void> {
  const evaluation = await seen(reviewer, id)
  const report = settled(await finishedReport(evaluation, assess(evaluation)), what)
  settled(await approve(reviewer, id, report), what)
}

function placeOf({ at }: DemoNote, evaluation: Evaluation): string {
  if ('section' in at) return at.section
  if ('figure' in at) return `funds/${at.figure}`
  return `indicators/${evaluation.indicators[at.indicator]?.id ?? ''}/${at.column}`
}
