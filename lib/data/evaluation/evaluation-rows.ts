import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from '@/lib/data/database/database'
import { schemeOfHash } from '@/lib/data/schemes/schemes'
import { type Figure, type FigureName, isFigureName } from '@/lib/domain/cells/funds'
import { isMark, type Mark } from '@/lib/domain/cells/marks'
import { NARRATIVE_SECTIONS, type NarrativeBlock, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Evaluation, KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { type Quantity, quantity } from '@/lib/domain/quantities'
import type { ReviewStatus } from '@/lib/domain/review/review'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { actualReadingOf, targetReadingOf } from './readings'
import { type Extent, type StoredEvaluation, storedEvaluations } from './stored-evaluation'
import type { Digits } from './stored-rows'

/** An evaluation with what is stored beside it. */
export type Loaded = { evaluation: Evaluation; stored: StoredEvaluation }

/** The evaluation as it is at this moment, whoever asks; `null` where there is none. */
export const loadEvaluation = async (db: Transaction, id: string, extent: Extent = 'whole'): Promise<Loaded | null> =>
  (await loadEvaluations(db, [id], extent))[0] ?? null

/** Many at once, those that there are in the order asked for: one question to the database instead of one each. */
export async function loadEvaluations(db: Transaction, ids: readonly string[], extent: Extent = 'whole'): Promise<Loaded[]> {
  const loaded = new Map<string, Loaded>()
  for (const stored of await storedEvaluations(db, ids, extent)) loaded.set(stored.id, await loadedFrom(db, stored))
  return ids.flatMap((id) => loaded.get(id) ?? [])
}

/** An evaluation of which all that is stored was read already. */
export async function loadedFrom(db: Transaction, stored: StoredEvaluation): Promise<Loaded> {
  const scheme = await schemeOfHash(db, stored.schemeVersionId, stored.schemeHash)
  return { evaluation: evaluationFrom(stored, scheme), stored }
}

/** Evaluations lately read, by all that is stored of them: pages follow each other, and what was said of one is kept with it. */
const lately = new Map<string, Evaluation>()
const MOST_KEPT = 12

/**
 * The same for a page that reads only: as long as nothing at all has changed in the database it is the same object, with its scores and
 * findings (`assess`). What is stored is read anew each time, so that nothing can be out of date.
 */
export async function readEvaluation(db: Transaction, id: string, extent: Extent = 'whole'): Promise<Loaded | null> {
  const [stored] = await storedEvaluations(db, [id], extent)
  if (stored === undefined) return null
  const key = createHash('sha256').update(JSON.stringify(stored)).digest('base64')
  const evaluation = lately.get(key) ?? evaluationFrom(stored, await schemeOfHash(db, stored.schemeVersionId, stored.schemeHash))
  // The one that was asked for longest ago goes first
  lately.delete(key)
  lately.set(key, evaluation)
  for (const oldest of lately.keys()) if (lately.size > MOST_KEPT) lately.delete(oldest)
  return { evaluation, stored }
}

/** An exact number from stored digits; null stays null. */
const exact = (digits: Digits | null): Quantity | null => (digits === null ? null : quantity(digits))

/** The domain's evaluation from what is stored. */
function evaluationFrom(stored: StoredEvaluation, scheme: Scheme): Evaluation {
  const { measures, ties } = stored
  return {
    id: stored.id,
    kind: stored.kind,
    scope: stored.scope,
    stage: stored.stage,
    subjectId: stored.subjectId,
    parentId: stored.parentId,
    roundId: stored.roundId,
    year: stored.year,
    departmentId: stored.departmentId,
    departmentName: stored.departmentName,
    departmentCode: stored.departmentCode,
    departmentPath: stored.departmentPath,
    authorityName: stored.authorityName,
    projectName: stored.projectName,
    scheme: stored.kind === 'project' ? schemeOfProjects(scheme) : scheme,
    status: stored.status,
    node: stored.node,
    revision: stored.revision,
    reconstructed: stored.reconstructed,
    figures: figuresFrom(stored.amounts),
    narrative: Object.fromEntries(NARRATIVE_SECTIONS.map((section) => [section, blocksFrom(stored.narrative, null, section)])) as Record<
      NarrativeSection,
      NarrativeBlock[]
    >,
    goals: stored.goals.map(({ id, runs, mark, completion }) => ({ id, text: runs, mark: markOf(mark), completion })),
    tasks: stored.tasks.map((task) => taskFrom(task, stored.narrative)),
    indicators: stored.indicators.map((row) => indicatorFrom(row, stored.status)),
    problems: stored.problems.map(({ id, runs, mark }) => ({
      id,
      text: runs,
      mark: markOf(mark),
      measureIds: measures
        .filter((measure) => ties.some((tie) => tie.problemId === id && tie.measureId === measure.id))
        .map((measure) => measure.id),
    })),
    measures: measures.map(({ id, runs, mark }) => ({ id, text: runs, mark: markOf(mark) })),
    projects: stored.projects.map(({ id, code, name, initialBudget, adjustedBudget, actualExpenditure }) => ({
      id,
      code,
      name,
      initialBudget: exact(initialBudget),
      adjustedBudget: exact(adjustedBudget),
      actualExpenditure: exact(actualExpenditure),
    })),
    cover: {
      annexNumber: stored.annexNumber,
      signature: stored.signature,
      date: stored.signedOn ?? '',
      preparer: stored.preparer,
      principal: stored.principal,
      financePrincipal: stored.financePrincipal,
      phone: stored.phone,
    },
    evidence: stored.evidence,
  }
}

function figuresFrom(amounts: StoredEvaluation['amounts']): Partial<Record<FigureName, Figure>> {
  const figures: Partial<Record<FigureName, Figure>> = {}
  for (const { item, column, value, reason } of amounts) {
    const name = `${item}/${column}`
    if (!isFigureName(name)) continue
    const number = exact(value)
    figures[name] = number === null ? { state: 'notApplicable', reason: reason ?? '' } : { state: 'filled', value: number }
  }
  return figures
}

const markOf = (stored: string): Mark => (isMark(stored) ? stored : '')

const blocksFrom = (blocks: StoredEvaluation['narrative'], taskId: string | null, section: string): NarrativeBlock[] =>
  blocks
    .filter((block) => block.taskId === taskId && block.section === section)
    .map(({ id, kind, level, runs, mark, basis }) => ({
      id,
      kind,
      level: level === 2 ? 2 : 1,
      runs,
      mark: markOf(mark),
      basis,
    }))

const taskFrom = (task: StoredEvaluation['tasks'][number], blocks: StoredEvaluation['narrative']): KeyTask => ({
  id: task.id,
  name: task.name,
  budget: exact(task.budget),
  expenditure: exact(task.expenditure),
  centralBudget: exact(task.centralBudget),
  centralExpenditure: exact(task.centralExpenditure),
  provincialBudget: exact(task.provincialBudget),
  provincialExpenditure: exact(task.provincialExpenditure),
  municipalBudget: exact(task.municipalBudget),
  municipalExpenditure: exact(task.municipalExpenditure),
  ownBudget: exact(task.ownBudget),
  ownExpenditure: exact(task.ownExpenditure),
  reason: task.reason,
  subItems: blocksFrom(blocks, task.id, 'subItems'),
  completion: blocksFrom(blocks, task.id, 'completion'),
})

function indicatorFrom(stored: StoredEvaluation['indicators'][number], status: ReviewStatus): Indicator {
  const { targetReading, actualReading, approvedMaxScore, maxScore, coefficient, selfScore, reviewScore } = stored
  return {
    id: stored.id,
    lineId: stored.lineId,
    libraryId: stored.libraryId,
    dimension: stored.dimension,
    group: stored.group,
    name: stored.name,
    taskId: stored.taskId,
    fixedId: stored.fixedId,
    unit: stored.unit,
    nature: stored.nature,
    sampleSize: stored.sampleSize,
    satisfied: stored.satisfied,
    standard: stored.standard,
    approvedTarget: stored.approvedTarget,
    approvedMaxScore: exact(approvedMaxScore),
    approvedAs: stored.approvedAs,
    planIndicatorId: stored.planIndicatorId,
    target: { text: stored.target, reading: targetReadingOf(targetReading, status, stored.target, stored) },
    actual: { text: stored.actual, reading: actualReadingOf(actualReading, status, stored.actual, stored) },
    maxScore: exact(maxScore),
    changeReason: stored.changeReason,
    deviationReason: stored.deviationReason,
    coefficient: exact(coefficient),
    selfScore: exact(selfScore),
    selfScoreGrounds: stored.selfScoreGrounds,
    reviewScore: exact(reviewScore),
    reviewGrounds: stored.reviewGrounds,
  }
}
