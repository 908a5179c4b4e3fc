import { type CellAddress, COVER_CELLS, cellSpec, LISTS, type ListName } from '@/lib/domain/cells/cells'
import { FIGURE_ITEMS, type FigureItem, type FigureName } from '@/lib/domain/cells/funds'
import { NARRATIVE_SECTIONS, type NarrativeBlock, type Run, textOf } from '@/lib/domain/cells/narrative'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import type { CellValue } from './cell-value'
import type { Cover, Evaluation, KeyTask } from './evaluation'
import type { Indicator } from './indicator'

/** Every cell of an evaluation by its address: read one, put one in its place, list them all. */

/** What stands in the cell; null where there is no such address or no such row. */
export function cellOf(evaluation: Evaluation, address: CellAddress): CellValue | null {
  if (cellSpec(address) === null) return null
  const [part = '', row = '', column = ''] = address.split('/')
  if (part === 'funds') {
    const { measure } = FIGURE_ITEMS[row as FigureItem]
    return { kind: 'figure', measure, figure: evaluation.figures[`${row}/${column}` as FigureName] ?? null }
  }
  if (part === 'cover') {
    const text = evaluation.cover[row as keyof Cover]
    return row === 'date' ? { kind: 'date', iso: text } : { kind: 'line', text }
  }
  if (part === 'narrative') return textCell(blocksOf(evaluation).find(({ id }) => id === row)?.runs)
  if (part === 'goals') {
    const goal = evaluation.goals.find(({ id }) => id === row)
    return textCell(column === 'text' ? goal?.text : goal?.completion)
  }
  if (part === 'measures') return textCell(evaluation.measures.find(({ id }) => id === row)?.text)
  if (part === 'problems') {
    const problem = evaluation.problems.find(({ id }) => id === row)
    return column === 'text' ? textCell(problem?.text) : problem === undefined ? null : { kind: 'rowIds', ids: problem.measureIds }
  }
  if (part === 'tasks') {
    const task = evaluation.tasks.find(({ id }) => id === row)
    if (task === undefined) return null
    return column === 'name' ? { kind: 'line', text: task.name } : { kind: 'money', value: task[column as 'budget' | 'expenditure'] }
  }
  const indicator = evaluation.indicators.find(({ id }) => id === row)
  return indicator === undefined ? null : indicatorCell(indicator, column as IndicatorColumn)
}

type IndicatorColumn = keyof typeof LISTS.indicators

const textCell = (runs: readonly Run[] | undefined): CellValue | null => (runs === undefined ? null : { kind: 'text', runs })
const plainText = (text: string): CellValue => ({ kind: 'text', runs: text === '' ? [] : [{ text }] })

function indicatorCell(indicator: Indicator, column: IndicatorColumn): CellValue {
  switch (column) {
    case 'dimension':
    case 'group':
    case 'name':
    case 'unit':
      return { kind: 'line', text: indicator[column] }
    case 'task':
      return { kind: 'rowId', id: indicator.taskId }
    case 'target':
    case 'actual':
      return { kind: 'reading', cell: indicator[column] }
    case 'maxScore':
    case 'selfScore':
    case 'reviewScore':
      return { kind: 'points', value: indicator[column] }
    case 'coefficient':
      return { kind: 'share', value: indicator.coefficient }
    case 'changeReason':
    case 'deviationReason':
    case 'selfScoreGrounds':
    case 'reviewGrounds':
      return plainText(indicator[column])
  }
}

/**
 * The evaluation with `value` in the cell. Target and actual of an indicator are read again from their texts, because
 * what surrounds them (一级, unit) decides how they are read. Throws where the address does not exist or holds another kind.
 */
export function withCell(evaluation: Evaluation, address: CellAddress, value: CellValue): Evaluation {
  const before = cellOf(evaluation, address)
  if (before === null || before.kind !== value.kind) throw new Error(`no cell for a ${value.kind} at ${address}`)
  const [part = '', row = '', column = ''] = address.split('/')
  if (value.kind === 'figure') {
    const { [`${row}/${column}` as FigureName]: _, ...others } = evaluation.figures
    return { ...evaluation, figures: value.figure === null ? others : { ...others, [`${row}/${column}`]: value.figure } }
  }
  if (part === 'cover') return { ...evaluation, cover: { ...evaluation.cover, [row]: stored(value) } }
  if (part === 'narrative') return withBlock(evaluation, row, value.kind === 'text' ? value.runs : [])
  const list = part as Exclude<ListName, 'narrative'>
  const field = value.kind === 'rowId' ? 'taskId' : value.kind === 'rowIds' ? 'measureIds' : column
  const content = part === 'indicators' && value.kind === 'text' ? textOf(value.runs) : stored(value)
  const rows = evaluation[list].map((item) => (item.id === row ? { ...item, [field]: content } : item))
  if (list !== 'indicators') return { ...evaluation, [list]: rows }
  return { ...evaluation, indicators: (rows as readonly Indicator[]).map((item) => (item.id === row ? readAgain(item) : item)) }
}

function stored(value: CellValue): unknown {
  switch (value.kind) {
    case 'figure':
      return value.figure
    case 'money':
    case 'points':
    case 'share':
      return value.value
    case 'text':
      return value.runs
    case 'line':
      return value.text
    case 'reading':
      return value.cell
    case 'date':
      return value.iso
    case 'rowId':
      return value.id
    case 'rowIds':
      return value.ids
  }
}

/** An indicator with its target and actual read from their texts in its own surroundings. */
export const readAgain = (indicator: Indicator): Indicator => ({
  ...indicator,
  target: { text: indicator.target.text, reading: readTarget(indicator.target.text, indicator) },
  actual: { text: indicator.actual.text, reading: readActual(indicator.actual.text, indicator) },
})

function withBlock(evaluation: Evaluation, id: string, runs: readonly Run[]): Evaluation {
  const replace = (blocks: readonly NarrativeBlock[]) => blocks.map((block) => (block.id === id ? { ...block, runs } : block))
  const narrative = { ...evaluation.narrative }
  for (const section of NARRATIVE_SECTIONS) narrative[section] = replace(narrative[section])
  const tasks = evaluation.tasks.map((task) => ({ ...task, subItems: replace(task.subItems), completion: replace(task.completion) }))
  return { ...evaluation, narrative, tasks }
}

/** Every narrative block: the sections' in printed order, then the tasks'. */
export const blocksOf = (evaluation: Pick<Evaluation, 'narrative' | 'tasks'>): NarrativeBlock[] => [
  ...NARRATIVE_SECTIONS.flatMap((section) => evaluation.narrative[section]),
  ...evaluation.tasks.flatMap((task: KeyTask) => [...task.subItems, ...task.completion]),
]

/** The addresses of a row's cells. */
export const cellsOfRow = (list: ListName, row: string): CellAddress[] =>
  Object.keys(LISTS[list]).map((column) => `${list}/${row}/${column}`)

/** The ids of a list's rows in printed order. */
export const rowsOf = (evaluation: Evaluation, list: ListName): string[] =>
  (list === 'narrative' ? blocksOf(evaluation) : evaluation[list]).map(({ id }) => id)

/** Every address of an evaluation in printed order: cover, figures, then the lists row by row. */
export const addressesOf = (evaluation: Evaluation): CellAddress[] => [
  ...Object.keys(COVER_CELLS).map((name) => `cover/${name}`),
  ...Object.entries(FIGURE_ITEMS).flatMap(([item, { columns }]) => columns.map((column) => `funds/${item}/${column}`)),
  ...(Object.keys(LISTS) as ListName[]).flatMap((list) => rowsOf(evaluation, list).flatMap((row) => cellsOfRow(list, row))),
]
