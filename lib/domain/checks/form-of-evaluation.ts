import {
  FIGURE_ITEMS,
  FIGURE_SPLITS,
  type FigureName,
  type Figures,
  figure,
  itemOf,
  partsAskedFor,
  partsOf,
} from '@/lib/domain/cells/funds'
import { leadsIn } from '@/lib/domain/cells/list-places'
import { NARRATIVE_SECTIONS, type Run } from '@/lib/domain/cells/narrative'
import { type Evaluation, PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import { changeSinceApproval, hasApprovedTargets, type Indicator } from '@/lib/domain/evaluation/indicator'
import { type Quantity, sum, wanFromYuan } from '@/lib/domain/quantities'
import { readCount } from '@/lib/domain/reading/number-reading'
import { ruleOfRow, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { type EvaluationScore, type IndicatorScore, isDecided } from '@/lib/domain/scoring/scoring'
import type { Form, FormIndicator, FormSplit, FundsRow, OwnNumber, OwnParts, PrintedNumber, TextPart, TextPiece } from './form'
import { keptText } from './kept-text'
import { requiredEvidence, requiredParts } from './required'
import { splitsOfTask } from './task-splits'

/** The product's own evaluation as checks see it: amounts in 万元 as they were typed, places are cell addresses. */
export function formOfEvaluation(evaluation: Evaluation, score: EvaluationScore): Form {
  const { scheme, figures } = evaluation
  const rules = rulesOf(scheme)
  const row = scoredRow(evaluation)
  const rows = evaluation.indicators.map((indicator, index) => indicatorOf(indicator, score.indicators[index], evaluation.year, rules))
  return {
    origin: 'own',
    kind: evaluation.kind,
    department: evaluation.departmentName,
    project: evaluation.projectName,
    year: evaluation.year,
    unit: '万元',
    scheme,
    rules,
    complete: true,
    columns: { adjustedBudget: true, initialBudget: true },
    funds: [row],
    taskFunds: [],
    splits: [...splitsOf(evaluation), ...evaluation.tasks.flatMap(splitsOfTask)],
    execution: { row, rows: [row], state: score.execution, maxScore: score.executionMaxScore, score: score.executionScore },
    indicators: rows,
    subtotals: [],
    printedTotal: NOWHERE,
    namedFigures: [],
    printedGrade: { at: '', text: '' },
    total: score.total,
    text: keptText(textOf(evaluation)),
    own: ownParts(evaluation),
  }

  function ownParts({ problems, measures, tasks, cover, narrative, indicators, projects }: Evaluation): OwnParts {
    const tied = new Set(problems.flatMap(({ measureIds }) => measureIds))
    const anyApproved = hasApprovedTargets(indicators)
    return {
      required: requiredParts(evaluation),
      deviation: narrative.deviation.map(({ runs }) => plainText(runs)).join('\n'),
      figures: ownFigures(figures),
      openingCarryOver: amount(evaluation, 'openingCarryOver/amount'),
      threePublic: {
        at: 'funds/threePublic/actualExpenditure',
        prior: amount(evaluation, 'threePublic/priorActual'),
        actual: amount(evaluation, 'threePublic/actualExpenditure'),
      },
      sources: (['initialBudget', 'adjustedBudget', 'actualExpenditure', 'received'] as const).flatMap((column) => {
        const sources = partsOf('total', 'source')
        const used = sources.some((item) => figures[`${item}/${column}`] !== undefined)
        return sources.map((item) => ({
          at: `funds/${item}/${column}`,
          name: `${item}/${column}`,
          filled: figures[`${item}/${column}`] !== undefined,
          columnUsed: used,
        }))
      }),
      tasks: {
        at: 'tasks',
        count: tasks.length,
        budget: added(tasks.map((task) => task.budget)),
        expenditure: added(tasks.map((task) => task.expenditure)),
        projectBudget: amount(evaluation, 'project/adjustedBudget'),
        projectExpenditure: amount(evaluation, 'project/actualExpenditure'),
        each: tasks.map(({ id, name, budget, expenditure }) => ({
          at: `tasks/${id}/expenditure`,
          name,
          budget: budget && wanFromYuan(budget),
          expenditure: expenditure && wanFromYuan(expenditure),
        })),
      },
      projects: {
        names: projects.map(({ name }) => name),
        columns: PROJECT_COLUMNS.map((column) => ({
          column,
          whole: amount(evaluation, `project/${column}`),
          each: projects.map((project) => project[column] && wanFromYuan(project[column])),
        })),
      },
      rows: indicators.map((indicator, index) => ownRow(indicator, anyApproved, rows[index]?.rule.asks === 'coefficient')),
      problems: problems
        .filter((row) => !leadsIn(row))
        .map(({ id, measureIds }) => ({ at: `problems/${id}/measures`, answered: measureIds.length > 0 })),
      measures: measures.filter((row) => !leadsIn(row)).map(({ id }) => ({ at: `measures/${id}/text`, tied: tied.has(id) })),
      signature: { at: 'cover/signature', text: cover.signature },
      evidence: { required: new Set(requiredEvidence(evaluation)), files: evaluation.evidence },
    }
  }
}

/** Every figure that is filled, money in 万元. */
const ownFigures = (figures: Figures): OwnParts['figures'] =>
  (Object.keys(figures) as FigureName[]).flatMap((name) => {
    const value = figure(figures, name)
    if (value === null) return []
    const money = FIGURE_ITEMS[itemOf(name)].measure === 'money'
    return [{ at: `funds/${name}`, name, value: money ? wanFromYuan(value) : value }]
  })

const ownRow = (indicator: Indicator, anyApproved: boolean, byCoefficient: boolean): OwnParts['rows'][number] => ({
  changed: changeOf(indicator, anyApproved),
  hasChangeReason: indicator.changeReason.trim() !== '',
  selfScore: indicator.selfScore,
  coefficient: byCoefficient ? indicator.coefficient : null,
  hasGrounds: indicator.selfScoreGrounds.trim() !== '',
  givenAt: `indicators/${indicator.id}/${byCoefficient ? 'coefficient' : 'selfScore'}`,
})

const amount = ({ figures }: Evaluation, name: FigureName): Quantity | null => {
  const yuan = figure(figures, name)
  return yuan === null ? null : wanFromYuan(yuan)
}

function added(amounts: readonly (Quantity | null)[]): Quantity | null {
  const filled = amounts.filter((value) => value !== null)
  return filled.length === 0 ? null : wanFromYuan(sum(filled))
}

const ownNumber = (at: string, value: Quantity | null): OwnNumber => ({
  at,
  reading: value === null ? { kind: 'blank' } : { kind: 'exact', value },
})

const countAt = (at: string, text: string): PrintedNumber => ({ at, text, reading: readCount(text) })

/** A cell that only printed forms have. */
const NOWHERE: OwnNumber = ownNumber('', null)

function cellOf(evaluation: Evaluation, name: FigureName): OwnNumber {
  const at = `funds/${name}`
  const found = evaluation.figures[name]
  if (found?.state === 'notApplicable') return { at, reading: { kind: 'notApplicable', reason: found.reason } }
  return ownNumber(at, found === undefined ? null : wanFromYuan(found.value))
}

function scoredRow(evaluation: Evaluation): FundsRow {
  return {
    at: 'funds/total',
    item: 'total',
    role: 'total',
    money: {
      initialBudget: cellOf(evaluation, 'total/initialBudget'),
      adjustedBudget: cellOf(evaluation, 'total/adjustedBudget'),
      received: cellOf(evaluation, 'total/received'),
      actualExpenditure: cellOf(evaluation, 'total/actualExpenditure'),
      carryOver: cellOf(evaluation, 'closingCarryOver/amount'),
      balance: NOWHERE,
    },
    maxScore: ownNumber('funds/total', null),
    printedReceivedRate: NOWHERE,
    printedRate: NOWHERE,
    printedScore: NOWHERE,
  }
}

/** Every split of every column, named `column/split`; whether it is filled is for the check to see. */
const splitsOf = (evaluation: Evaluation): FormSplit[] =>
  FIGURE_SPLITS.flatMap(({ whole, split }) =>
    FIGURE_ITEMS[whole].columns.map((column) => ({
      at: `funds/${whole}/${column}`,
      name: `${column}/${split}`,
      total: cellOf(evaluation, `${whole}/${column}`),
      parts: partsAskedFor(whole, split, evaluation.scheme.figureGroups).map((item) => ({
        name: item,
        ...cellOf(evaluation, `${item}/${column}` as FigureName),
      })),
    })),
  )

function indicatorOf(indicator: Indicator, score: IndicatorScore | undefined, year: number, rules: SchemeRules): FormIndicator {
  const at = `indicators/${indicator.id}`
  const { dimension, group, name, unit, nature, standard, sampleSize, satisfied } = indicator
  const comparison = score?.comparison ?? { outcome: 'blank', which: 'both' }
  const decided = score !== undefined && isDecided(score.earned)
  const adjustment = score !== undefined && score.adjustment !== null
  return {
    at,
    context: { dimension, group, name, unit, nature, year },
    target: { at: `${at}/target`, ...indicator.target },
    actual: { at: `${at}/actual`, text: indicator.actual.text, reading: score?.computed ?? indicator.actual.reading },
    comparison,
    givenByScheme: indicator.fixedId !== null,
    rule: ruleOfRow(indicator, rules),
    decided,
    coefficient: score?.earned.by === 'coefficient' ? indicator.coefficient : null,
    maxScore: ownNumber(`${at}/maxScore`, adjustment ? null : indicator.maxScore),
    printedScore: ownNumber(`${at}/selfScore`, decided || adjustment || score?.notApplicable ? null : indicator.selfScore),
    standard,
    printedCompletion: NOWHERE,
    sample: { size: countAt(`${at}/sampleSize`, sampleSize), satisfied: countAt(`${at}/satisfied`, satisfied) },
    deviationReason: { at: `${at}/deviationReason`, text: indicator.deviationReason },
    score: score?.score ?? null,
    scored: !adjustment,
    adjustment: score?.adjustment ?? null,
    bound: NOWHERE,
    adjustsByHeading: false,
  }
}

function changeOf(indicator: Indicator, anyApproved: boolean): OwnParts['rows'][number]['changed'] {
  const change = changeSinceApproval(indicator, anyApproved)
  return change && { cell: `indicators/${indicator.id}/${change.column}`, from: change.from, to: change.to }
}

/** References to data are left out: what they say comes from the data and cannot differ from it. */
const plainText = (runs: readonly Run[]): string =>
  runs
    .map((run) => ('text' in run ? run.text : ''))
    .join('')
    .trim()

function textOf({ narrative, goals, tasks, problems, measures }: Evaluation): TextPiece[] {
  const pieces: TextPiece[] = []
  const add = (at: string, part: TextPart, runs: readonly Run[]): void => {
    const text = plainText(runs)
    if (text !== '') pieces.push({ at, part, text })
  }
  for (const section of NARRATIVE_SECTIONS) for (const { id, runs } of narrative[section]) add(`narrative/${id}/text`, section, runs)
  for (const { id, text, completion } of goals) {
    add(`goals/${id}/text`, 'goals', text)
    add(`goals/${id}/completion`, 'goals', completion)
  }
  for (const { subItems, completion } of tasks)
    for (const { id, runs } of [...subItems, ...completion]) add(`narrative/${id}/text`, 'tasks', runs)
  for (const { id, text } of problems) add(`problems/${id}/text`, 'problems', text)
  for (const { id, text } of measures) add(`measures/${id}/text`, 'measures', text)
  return pieces
}
