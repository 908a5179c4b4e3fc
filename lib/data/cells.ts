import 'server-only'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { FigureName } from '@/lib/domain/cells/funds'
import type { NarrativeBlock, Run } from '@/lib/domain/cells/narrative'
import type { Cover, Evaluation, Goal, KeyTask, Measure, Problem } from '@/lib/domain/evaluation/evaluation'
import { blocksOf } from '@/lib/domain/evaluation/evaluation-cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { fixed, hasAtMostDecimals, type Quantity } from '@/lib/domain/quantities'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Transaction } from './database'

/**
 * In which columns a cell is kept. Writing takes the evaluation as it is to be and the addresses that changed:
 * the row behind each address is written whole, which is safe because the evaluation is locked meanwhile.
 */
export async function storeCells(tx: Transaction, evaluation: Evaluation, addresses: readonly AddressText[]): Promise<void> {
  const evaluationId = evaluation.id
  const figures: FigureName[] = []
  const rows = new Set<string>()
  for (const address of addresses) {
    const [part = '', row = '', column = ''] = address.split('/')
    if (part === 'funds') figures.push(`${row}/${column}` as FigureName)
    else rows.add(part === 'cover' ? 'cover' : `${part}/${row}`)
  }
  await storeFigures(tx, evaluation, figures)
  for (const place of rows) {
    const [part = '', id = ''] = place.split('/')
    if (part === 'cover')
      await tx.evaluation.update({ where: { id: evaluationId }, data: coverColumns(evaluation.cover), select: { id: true } })
    else if (part === 'narrative') await storeRow(tx.narrativeBlock, id, blockColumns(found(blocksOf(evaluation), id)))
    else if (part === 'goals') await storeRow(tx.goal, id, goalColumns(found(evaluation.goals, id)))
    else if (part === 'tasks') await storeRow(tx.keyTask, id, taskColumns(found(evaluation.tasks, id)))
    else if (part === 'indicators') await storeRow(tx.indicator, id, indicatorColumns(found(evaluation.indicators, id)))
    else if (part === 'measures') await storeRow(tx.measure, id, textColumns(found(evaluation.measures, id)))
    else await storeProblem(tx, found(evaluation.problems, id))
  }
}

const found = <T extends { id: string }>(rows: readonly T[], id: string): T => {
  const row = rows.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

type Table<Data> = { update(query: { where: { id: string }; data: Data; select: { id: true } }): Promise<unknown> }
const storeRow = <Data>(table: Table<Data>, id: string, data: Data): Promise<unknown> =>
  table.update({ where: { id }, data, select: { id: true } })

async function storeFigures(tx: Transaction, { id, figures }: Evaluation, names: readonly FigureName[]): Promise<void> {
  if (names.length === 0) return
  const places = names.map((name) => {
    const [item = '', column = ''] = name.split('/')
    return { item, column, figure: figures[name] }
  })
  await tx.amount.deleteMany({ where: { evaluationId: id, OR: places.map(({ item, column }) => ({ item, column })) } })
  const data = places.flatMap(({ item, column, figure }) =>
    figure === undefined
      ? []
      : [
          {
            evaluationId: id,
            item,
            column,
            value: figure.state === 'filled' ? decimal(figure.value) : null,
            notApplicableReason: figure.state === 'notApplicable' ? figure.reason : null,
          },
        ],
  )
  if (data.length > 0) await tx.amount.createMany({ data })
}

async function storeProblem(tx: Transaction, problem: Problem): Promise<void> {
  await tx.problem.update({ where: { id: problem.id }, data: textColumns(problem), select: { id: true } })
  await tx.problemMeasure.deleteMany({ where: { problemId: problem.id } })
  await tx.problemMeasure.createMany({ data: problem.measureIds.map((measureId) => ({ problemId: problem.id, measureId })) })
}

/** Digits for a column with so many decimals. Throws where that would round: what cannot be kept exactly is refused before. */
function decimal(value: Quantity, decimals = 2): string {
  if (!hasAtMostDecimals(value, decimals)) throw new Error(`more than ${decimals} decimals`)
  return fixed(value, decimals)
}
const decimalOrNull = (value: Quantity | null): string | null => (value === null ? null : decimal(value))
const json = (runs: readonly Run[]): Prisma.InputJsonArray => runs as unknown as Prisma.InputJsonArray

const coverColumns = (cover: Cover) => ({
  annexNumber: cover.annexNumber,
  signature: cover.signature,
  signedOn: cover.date === '' ? null : new Date(`${cover.date}T00:00:00Z`),
  preparer: cover.preparer,
  principal: cover.principal,
  phone: cover.phone,
})

export const blockColumns = ({ kind, level, runs }: NarrativeBlock) => ({ kind, level, runs: json(runs) })
export const goalColumns = ({ text, completion }: Goal) => ({ runs: json(text), completion: json(completion) })
export const taskColumns = ({ name, budget, expenditure }: KeyTask) => ({
  name,
  budget: decimalOrNull(budget),
  expenditure: decimalOrNull(expenditure),
})
export const textColumns = ({ text }: Problem | Measure) => ({ runs: json(text) })

export const indicatorColumns = (indicator: Indicator) => ({
  lineId: indicator.lineId,
  libraryId: indicator.libraryId,
  dimension: indicator.dimension,
  group: indicator.group,
  name: indicator.name,
  taskId: indicator.taskId,
  fixedId: indicator.fixedId,
  unit: indicator.unit,
  approvedTarget: indicator.approvedTarget,
  approvedMaxScore: decimalOrNull(indicator.approvedMaxScore),
  approvedAs: indicator.approvedAs,
  planIndicatorId: indicator.planIndicatorId,
  target: indicator.target.text,
  actual: indicator.actual.text,
  maxScore: decimalOrNull(indicator.maxScore),
  changeReason: indicator.changeReason,
  deviationReason: indicator.deviationReason,
  coefficient: indicator.coefficient === null ? null : decimal(indicator.coefficient, 6),
  selfScore: decimalOrNull(indicator.selfScore),
  selfScoreGrounds: indicator.selfScoreGrounds,
  reviewScore: decimalOrNull(indicator.reviewScore),
  reviewGrounds: indicator.reviewGrounds,
})
