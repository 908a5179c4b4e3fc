import { TASK_SOURCES } from '@/lib/domain/cells/cells'
import {
  FIGURE_ITEMS,
  FIGURE_SPLITS,
  type Figure,
  type FigureColumn,
  type FigureName,
  itemOf,
  partsAskedFor,
} from '@/lib/domain/cells/funds'
import type { Mark } from '@/lib/domain/cells/marks'
import { NARRATIVE_SECTIONS, type NarrativeBlock, PROJECT_TEXTS, textOf } from '@/lib/domain/cells/narrative'
import type { Cover, Evaluation, KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { fixed, hundred, plain, type Quantity, sum, times, wanFromYuan } from '@/lib/domain/quantities'
import { gradeName } from '@/lib/domain/scoring/grade'
import { receivedRate } from '@/lib/domain/scoring/received-rate'
import { type EvaluationScore, type IndicatorScore, scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { figureColumnLabels, figureItemLabels, notApplicable } from '@/lib/messages/form-labels'
import { splitLabels, taskSourceLabels } from '@/lib/messages/labels'
import type { EvaluationDocument } from './document-format'
import type { DocumentFundsRow, DocumentIndicator, DocumentSplit, DocumentTask } from './document-rows'

/**
 * An evaluation as a document, with everything its report prints: for handing over, archiving and reading back. Amounts
 * are in 万元 to the last digit; scores are those of the evaluation's own scheme, which is in the document.
 */
export function documentOf(evaluation: Evaluation, score: EvaluationScore = scoreEvaluation(evaluation)): EvaluationDocument {
  const { scheme, cover, goals, tasks, problems, measures, narrative } = evaluation
  const measureAt = new Map(measures.map(({ id }, index) => [id, index]))
  const taskAt = new Map(tasks.map(({ id }, index) => [id, index]))
  return {
    format: 'hengji.evaluation/1',
    kind: evaluation.kind,
    department: evaluation.departmentName,
    departmentCode: evaluation.departmentCode,
    ...(evaluation.projectName === null ? {} : { project: evaluation.projectName }),
    year: evaluation.year,
    scope: evaluation.scope,
    reconstructed: evaluation.reconstructed,
    moneyUnit: '万元',
    scheme: JSON.parse(JSON.stringify(scheme)),
    // A row whose 分值 is still 未填 leaves the table unfinished: nothing may be concluded from its sum.
    complete: evaluation.indicators.every(({ maxScore }, index) => maxScore !== null || score.indicators[index]?.adjustment !== null),
    funds: [fundsRow(evaluation, score)],
    splits: splitsOf(evaluation),
    figures: figuresOf(evaluation),
    indicators: evaluation.indicators.map((indicator, index) => ({
      ...indicatorOf(indicator, score.indicators[index], taskAt),
      ...adjustmentOf(indicator, evaluation),
    })),
    ...subtotalsOf(evaluation, score),
    ...(score.total === null ? {} : { printedTotal: fixed(score.total, 2) }),
    ...(score.grade === null ? {} : { printedGrade: gradeName(score.grade, scheme) }),
    sections: Object.fromEntries(sectionsSaid(narrative).map((section) => [section, blocksOf(narrative[section])])),
    goals: goals.map(({ text, mark, completion }) => ({ text: textOf(text), ...markOf(mark), completion: textOf(completion) })),
    tasks: tasks.map(taskOf),
    problems: problems.map(({ text, mark, measureIds }) => ({
      text: textOf(text),
      ...markOf(mark),
      measures: measureIds.flatMap((id) => measureAt.get(id) ?? []),
    })),
    measures: measures.map(({ text, mark }) => ({ text: textOf(text), ...markOf(mark) })),
    cover: coverOf(cover),
  }
}

/** All sections of the report; what only projects say, where it is said. */
const sectionsSaid = (narrative: Evaluation['narrative']) =>
  NARRATIVE_SECTIONS.filter((section) => !(PROJECT_TEXTS as readonly string[]).includes(section) || narrative[section].length > 0)

function coverOf({ financePrincipal, ...cover }: Cover): NonNullable<EvaluationDocument['cover']> {
  return financePrincipal === '' ? cover : { ...cover, financePrincipal }
}

function taskOf(task: KeyTask): DocumentTask {
  const sources = TASK_SOURCES.flatMap((source) => {
    const [budget, expenditure] = [task[`${source}Budget`], task[`${source}Expenditure`]]
    return budget === null && expenditure === null ? [] : [{ name: taskSourceLabels[source], ...spentOf(budget, expenditure) }]
  })
  return {
    name: task.name,
    ...spentOf(task.budget, task.expenditure),
    ...given('reason', task.reason || null),
    ...(sources.length === 0 ? {} : { sources }),
    subItems: blocksOf(task.subItems),
    completion: blocksOf(task.completion),
  }
}

const spentOf = (budget: Quantity | null, expenditure: Quantity | null) => ({
  ...given('budget', budget && wan(budget)),
  ...given('expenditure', expenditure && wan(expenditure)),
})

const wan = (yuan: Quantity): string => plain(wanFromYuan(yuan))
const given = <K extends string>(name: K, text: string | null): Partial<Record<K, string>> =>
  text === null ? {} : ({ [name]: text } as Partial<Record<K, string>>)

const markOf = (mark: Mark) => (mark === '' ? {} : { mark })

const blocksOf = (blocks: readonly NarrativeBlock[]) =>
  blocks.map(({ kind, level, runs, mark, basis }) => ({
    kind,
    level,
    text: textOf(runs),
    ...markOf(mark),
    ...(basis === '' ? {} : { basis }),
  }))

const textOfFigure = (figure: Figure | undefined): string | null =>
  figure === undefined ? null : figure.state === 'notApplicable' ? notApplicable(figure.reason) : wan(figure.value)

function fundsRow({ figures }: Evaluation, score: EvaluationScore): DocumentFundsRow {
  const received = receivedRate(figures)
  const { executionRate: rate, executionScore, executionMaxScore } = score
  return {
    item: figureItemLabels.total,
    role: 'total',
    initialBudget: textOfFigure(figures['total/initialBudget']) ?? '',
    adjustedBudget: textOfFigure(figures['total/adjustedBudget']) ?? '',
    ...given('received', textOfFigure(figures['total/received'])),
    actualExpenditure: textOfFigure(figures['total/actualExpenditure']) ?? '',
    ...given('carryOver', textOfFigure(figures['closingCarryOver/amount'])),
    ...given('maxScore', executionMaxScore && plain(executionMaxScore)),
    ...given('printedReceivedRate', received && `${fixed(times(received, hundred), 2)}%`),
    ...given('printedRate', rate && `${fixed(times(rate, hundred), 2)}%`),
    ...given('printedScore', executionScore && fixed(executionScore, 2)),
  }
}

/** One split for each column in which a part is filled, named 全年执行数按资金来源分 and so on. */
const splitsOf = ({ figures, scheme }: Evaluation): DocumentSplit[] =>
  FIGURE_SPLITS.flatMap(({ whole, split }) =>
    FIGURE_ITEMS[whole].columns.flatMap((column: FigureColumn) => {
      const parts = partsAskedFor(whole, split, scheme.figureGroups).map((item) => ({
        item,
        text: textOfFigure(figures[`${item}/${column}` as FigureName]),
      }))
      if (parts.every(({ text }) => text === null)) return []
      return {
        name: `${figureColumnLabels[column]}${splitLabels[split]}`,
        total: textOfFigure(figures[`${whole}/${column}` as FigureName]) ?? '',
        parts: parts.map(({ item, text }) => ({ name: figureItemLabels[item], amount: text ?? '' })),
      }
    }),
  )

/** Every figure of the evaluation under its own name, so that nothing is lost. */
const figuresOf = ({ figures }: Evaluation): NonNullable<EvaluationDocument['figures']> =>
  (Object.entries(figures) as [FigureName, Figure][]).map(([name, figure]) => {
    if (figure.state === 'notApplicable') return { name, notApplicable: figure.reason }
    const item = itemOf(name)
    return { name, amount: FIGURE_ITEMS[item].measure === 'money' ? wan(figure.value) : plain(figure.value) }
  })

/** What a bonus or deduction item of the scheme is, and the most that it may be. */
function adjustmentOf({ fixedId }: Indicator, { scheme }: Evaluation): Pick<DocumentIndicator, 'adjustment' | 'bound'> {
  const item = scheme.adjustments.find(({ id }) => id === fixedId)
  return item === undefined ? {} : { adjustment: item.kind, bound: item.max }
}

/** The 小计 that are printed: of each 一级指标 with several rows that carry points. */
function subtotalsOf({ indicators }: Evaluation, score: EvaluationScore): Pick<EvaluationDocument, 'subtotals'> {
  const rows = indicators.flatMap(({ dimension, maxScore }, index) => {
    const scored = score.indicators[index]
    return scored === undefined || scored.adjustment !== null || dimension === '' ? [] : [{ dimension, maxScore, score: scored.score }]
  })
  const subtotals = [...new Set(rows.map(({ dimension }) => dimension))].flatMap((dimension) => {
    const here = rows.filter((row) => row.dimension === dimension)
    const [points, scores] = [here.map((row) => row.maxScore), here.map((row) => row.score)].map((all) => all.filter((one) => one !== null))
    if (here.length < 2 || points === undefined || scores === undefined) return []
    return {
      dimension,
      ...given('maxScore', points.length < here.length ? null : plain(sum(points))),
      ...given('printedScore', scores.length < here.length ? null : fixed(sum(scores), 2)),
    }
  })
  return subtotals.length === 0 ? {} : { subtotals }
}

function indicatorOf(indicator: Indicator, score: IndicatorScore | undefined, taskAt: ReadonlyMap<string, number>): DocumentIndicator {
  const { taskId, fixedId, approvedTarget, approvedMaxScore, approvedAs, maxScore, coefficient, selfScore, reviewScore } = indicator
  const task = taskId === null ? undefined : taskAt.get(taskId)
  return {
    dimension: indicator.dimension,
    group: indicator.group,
    name: indicator.name,
    unit: indicator.unit,
    ...given('nature', indicator.nature || null),
    ...given('standard', indicator.standard || null),
    target: indicator.target.text,
    actual: actualOf(indicator, score),
    ...given('sampleSize', indicator.sampleSize || null),
    ...given('satisfied', indicator.satisfied || null),
    ...given('maxScore', maxScore && plain(maxScore)),
    ...given('printedScore', (score?.score && fixed(score.score, 2)) ?? null),
    deviationReason: indicator.deviationReason,
    ...given('fixedId', fixedId),
    ...(task === undefined ? {} : { task }),
    ...given('approvedTarget', approvedTarget),
    ...given('approvedMaxScore', approvedMaxScore && plain(approvedMaxScore)),
    ...given('approvedAs', approvedAs),
    changeReason: indicator.changeReason,
    ...given('coefficient', coefficient && `${plain(times(coefficient, hundred))}%`),
    ...given('selfScore', selfScore && plain(selfScore)),
    selfScoreGrounds: indicator.selfScoreGrounds,
    ...given('reviewScore', reviewScore && plain(reviewScore)),
    reviewGrounds: indicator.reviewGrounds,
  }
}

/** 实际完成值 as typed, or as the scheme's formula gives it. */
function actualOf({ actual }: Indicator, score: IndicatorScore | undefined): string {
  const computed = score?.computed
  if (computed?.kind === 'number') return `${plain(computed.value)}${computed.unit}`
  if (computed?.kind === 'notApplicable') return notApplicable(computed.reason)
  return actual.text
}
