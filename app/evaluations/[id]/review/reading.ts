import type { EvidenceGroup } from '@/components/evidence/shown-evidence'
import type { FigureTexts } from '@/components/review/figure-table'
import type { ReadFinding } from '@/components/review/finding-list'
import type { ReadGenerated } from '@/components/review/generated-reading'
import type { ReadIndicator } from '@/components/review/indicator-reading'
import type { ReadText } from '@/components/review/reading-section'
import type { DraftNote } from '@/components/review/review-drafts'
import type { ReadTask } from '@/components/review/task-reading'
import type { CellRevision } from '@/lib/data/evaluation/evaluations'
import { placeOf, rowAt, rowOfPlace, rowText } from '@/lib/domain/cells/addresses'
import { TASK_SOURCES } from '@/lib/domain/cells/cells'
import type { FigureName } from '@/lib/domain/cells/funds'
import { type GeneratedSection, isTaken, type NarrativeBlock, type Run } from '@/lib/domain/cells/narrative'
import { type Explanation, explanationFor, type Finding } from '@/lib/domain/checks/findings'
import type { Evaluation, KeyTask } from '@/lib/domain/evaluation/evaluation'
import { parseEvidencePlace } from '@/lib/domain/evaluation/evidence'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { isPositive, minus } from '@/lib/domain/quantities'
import type { DraftKind, ReviewDraft, ReviewNote } from '@/lib/domain/review/notes'
import { cellLabel } from '@/lib/messages/cell-labels'
import { columnLabels } from '@/lib/messages/column-labels'
import { datumLabel } from '@/lib/messages/data-labels'
import { findingPlaceLabel, findingSentence } from '@/lib/messages/findings'
import { notApplicable } from '@/lib/messages/form-labels'
import { score as scoreText, shortNumber, wan } from '@/lib/messages/numbers'
import { type ScoreExplanationText, sayExplanation } from '@/lib/messages/score-explanation'
import { actualText } from '@/lib/report/actual-text'
import { type Assessed, figureText, saidRuns } from '@/lib/report/data-text'
import { draftsFor } from '@/lib/report/passages/passages'

/** The evaluation in the texts that the review page shows. */

/** The 佐证材料 of a place; null where there are none. */
export type FilesAt = (place: string) => EvidenceGroup | null

export const readFigures = ({ figures }: Evaluation): FigureTexts =>
  Object.fromEntries(
    (Object.keys(figures) as FigureName[]).map((name) => {
      const found = figures[name]
      return [name, found?.state === 'notApplicable' ? notApplicable(found.reason) : figureText({ figures }, name)]
    }),
  )

export const readBlocks = (blocks: readonly NarrativeBlock[], assessed: Assessed): ReadText[] =>
  blocks.map(({ id, kind, runs }) => readText(`narrative/${id}/text`, runs, assessed, kind === 'item'))

/** A generated section: as its department wrote it, as the data say it, or that nothing is to be said there. */
export function readGenerated(section: GeneratedSection, assessed: Assessed): ReadGenerated {
  const blocks = assessed.evaluation.narrative[section]
  if (!isTaken(blocks)) return { by: 'data', texts: draftsFor({ section }, assessed).map(({ said }) => said) }
  const written = blocks.filter(({ runs }) => runs.length > 0)
  return written.length === 0 ? { by: 'nobody' } : { by: 'department', texts: readBlocks(written, assessed) }
}

export const readText = (at: string, runs: readonly Run[], assessed: Assessed, item = false): ReadText => ({
  at,
  label: cellLabel(at, assessed.evaluation),
  pieces: saidRuns(runs, assessed)
    .filter(({ text }) => text !== '')
    .map(({ text, datum }) => (datum === undefined ? { text } : { text, datum: datumLabel(datum, assessed.evaluation) })),
  item,
})

export const readFindings = (
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  evaluation: Evaluation,
  filesAt: FilesAt,
): ReadFinding[] =>
  findings.map((finding) => {
    const explanation = finding.severity === 'warning' ? explanationFor(finding, explanations) : null
    return {
      code: finding.code,
      severity: finding.severity,
      at: anchorOf(finding.at, evaluation),
      place: findingPlaceLabel(finding, evaluation),
      message: findingSentence(finding),
      explained: explanation && { text: explanation.text, byName: explanation.byName, at: explanation.atTime },
      evidence: filesAt(`explanations/${finding.code}/${finding.at}`),
    }
  })

/** The text of a problem or measure, with its 佐证材料. */
export const readRow = (
  row: `problems/${string}` | `measures/${string}`,
  runs: readonly Run[],
  assessed: Assessed,
  filesAt: FilesAt,
): ReadText => ({
  ...readText(`${row}/text`, runs, assessed, rowAt(row)?.list === 'measures'),
  evidence: filesAt(row),
})

/** Where on this page a cell or place of 佐证材料 is read: an indicator's by its row, and one that is not shown by its section. */
export function anchorOf(at: string, evaluation: Evaluation): string {
  const evidence = parseEvidencePlace(at)
  if (evidence?.kind === 'scan') return 'cover'
  if (evidence?.kind === 'explanation') return 'findings'
  const place = placeOf(at)
  const row = rowOfPlace(place)
  if (row?.list === 'indicators') return rowText(row)
  if (place.kind === 'row' && place.list === 'measures') return `${at}/text`
  if (place.kind === 'figures') return 'funds'
  if (place.kind !== 'cell') return at
  const { address } = place
  return address.part === 'cover' || (address.part === 'funds' && evaluation.figures[address.figure] === undefined) ? address.part : at
}

export function readTasks(assessed: Assessed): ReadTask[] {
  const { evaluation } = assessed
  const { tasks, indicators } = evaluation
  const read = (at: string, text: string) => ({ at, label: cellLabel(at, evaluation), text })
  return tasks.map((task) => ({
    id: task.id,
    name: read(`tasks/${task.id}/name`, task.name),
    amounts: amountsOf(task).map((column) => {
      const amount = task[column]
      return { ...read(`tasks/${task.id}/${column}`, amount === null ? '' : wan(amount)), name: columnLabels.tasks[column] }
    }),
    subItems: readBlocks(task.subItems, assessed),
    indicators: indicators
      .filter(({ taskId }) => taskId === task.id)
      .map(({ id, name }) => readText(`indicators/${id}/task`, [{ text: name }], assessed, true)),
  }))
}

/** 预算金额 and 执行金额, and those by source that are filled. */
const amountsOf = (task: KeyTask) => [
  ...(['budget', 'expenditure'] as const),
  ...TASK_SOURCES.flatMap((source) => [`${source}Budget`, `${source}Expenditure`] as const).filter((column) => task[column] !== null),
]

const readHere = (said: ScoreExplanationText, evaluation: Evaluation): ScoreExplanationText => ({
  ...said,
  inputs: said.inputs.map((input) => ({ ...input, at: input.at === null ? null : anchorOf(input.at, evaluation) })),
})

export function readIndicators(
  { evaluation, score }: Assessed,
  revisions: Readonly<Record<string, CellRevision>>,
  filesAt: FilesAt,
): ReadIndicator[] {
  return evaluation.indicators.flatMap((row, index) => {
    const scored = score.indicators[index]
    const explained = scored && explainScore(evaluation, score, { kind: 'indicator', id: row.id })
    if (scored === undefined || explained === undefined || explained === null) return []
    const seen = (column: string) => revisions[`indicators/${row.id}/${column}`]?.number ?? 0
    return {
      id: row.id,
      place: [row.dimension, row.group].filter((name) => name !== '').join(' / '),
      name: row.name,
      task: evaluation.tasks.find(({ id }) => id === row.taskId)?.name ?? null,
      target: row.target.text,
      actual: actualText(row, scored),
      maxScore: row.maxScore === null ? null : shortNumber(row.maxScore),
      score: scored.notApplicable ? '不适用' : scored.score === null ? null : scoreText(scored.score),
      lost: row.maxScore !== null && scored.score !== null && isPositive(minus(row.maxScore, scored.score)),
      deviationReason: row.deviationReason,
      nature: row.nature,
      standard: row.standard,
      sampleSize: row.sampleSize,
      satisfied: row.satisfied,
      changeReason: row.changeReason,
      selfScoreGrounds: row.selfScoreGrounds,
      explanation: readHere(sayExplanation(explained), evaluation),
      evidence: filesAt(`indicators/${row.id}`),
      review: {
        row: row.id,
        score: row.reviewScore === null ? '' : shortNumber(row.reviewScore),
        scoreSeen: seen('reviewScore'),
        grounds: row.reviewGrounds,
        groundsSeen: seen('reviewGrounds'),
      },
    }
  })
}

/** What the reader was writing: notes by their places, replies by the notes they answer, the reason and the opinion. */
export function readDrafts(drafts: readonly ReviewDraft[], threads: readonly ReviewNote[], evaluation: Evaluation) {
  const only = (kind: DraftKind) => drafts.find((draft) => draft.kind === kind)?.text ?? ''
  const notes = drafts.flatMap(({ kind, place: at, text }): DraftNote[] => {
    if (kind === 'note') return [{ kind, at, label: cellLabel(at, evaluation), text }]
    const answered = kind === 'reply' ? threads.find(({ id }) => id === at) : undefined
    return kind === 'reply' && answered ? [{ kind, at, label: answered.text.slice(0, 20), text }] : []
  })
  return { notes, reason: only('reason'), opinion: only('opinion') }
}
