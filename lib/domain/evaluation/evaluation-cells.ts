import { type AddressText, type CellAddress, cellsOfRow, parseAddress } from '@/lib/domain/cells/addresses'
import { COVER_CELLS, type CoverCell, columnsOf, LIST_NAMES, type ListName } from '@/lib/domain/cells/cells'
import { FIGURE_ITEMS, type FigureItem, itemOf } from '@/lib/domain/cells/funds'
import { NARRATIVE_SECTIONS, type NarrativeBlock } from '@/lib/domain/cells/narrative'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { type CellValue, writeCellValue } from './cell-value'
import type { Evaluation, KeyTask } from './evaluation'
import type { Indicator } from './indicator'
import { cellOfRow, withCellOfRow } from './row-cells'

/** Every cell of an evaluation by its address: read one, put one in its place, list them all. */

/** What stands in the cell; null where there is no such address or no such row. */
export function cellOf(evaluation: Evaluation, at: AddressText): CellValue | null {
  const address = parseAddress(at)
  if (address === null) return null
  switch (address.part) {
    case 'funds': {
      const { measure } = FIGURE_ITEMS[itemOf(address.figure)]
      return { kind: 'figure', measure, figure: evaluation.figures[address.figure] ?? null }
    }
    case 'cover': {
      const text = evaluation.cover[address.column]
      return COVER_CELLS[address.column].kind === 'date' ? { kind: 'date', iso: text } : { kind: 'line', text }
    }
    default: {
      const row = rowAt(evaluation, address.part, address.row)
      return row === undefined ? null : cellOfRow(row, columnAt(address))
    }
  }
}

type Rows = ReadonlyMap<string, { id: string }>

/** The rows of evaluations by their ids, for as long as these are held: a page asks for each of their cells several times. */
const known = new WeakMap<Evaluation, Map<ListName, Rows>>()

/** Where several have one id, the first of them. */
const firstById = (rows: readonly { id: string }[]): Rows => new Map([...rows].reverse().map((row) => [row.id, row]))

function rowAt(evaluation: Evaluation, list: ListName, id: string): { id: string } | undefined {
  const lists = known.get(evaluation) ?? new Map<ListName, Rows>()
  const rows = lists.get(list) ?? firstById(rowsOf(evaluation, list))
  lists.set(list, rows)
  known.set(evaluation, lists)
  return rows.get(id)
}

/** The column of a cell that stands in a list. */
const columnAt = ({ part, column }: Exclude<CellAddress, { part: 'cover' | 'funds' }>) => {
  const found = columnsOf(part).find((candidate) => candidate.column === column)
  if (found === undefined) throw new Error(`no column ${column} in ${part}`)
  return found
}

/** The text of the cell as it stands in a form; empty where there is no such cell. */
export const textAt = (evaluation: Evaluation, at: AddressText): string => {
  const value = cellOf(evaluation, at)
  return value === null ? '' : writeCellValue(value)
}

/**
 * The evaluation with `value` in the cell. Target and actual of an indicator are read again from their texts, because
 * what surrounds them (一级, unit) decides how they are read. Throws where the address does not exist or holds another kind.
 */
export function withCell(evaluation: Evaluation, at: AddressText, value: CellValue): Evaluation {
  const address = parseAddress(at)
  if (address === null || cellOf(evaluation, at)?.kind !== value.kind) throw new Error(`no cell for a ${value.kind} at ${at}`)
  if (address.part === 'funds') {
    const { [address.figure]: _, ...others } = evaluation.figures
    const figure = value.kind === 'figure' ? value.figure : null
    return { ...evaluation, figures: figure === null ? others : { ...others, [address.figure]: figure } }
  }
  if (address.part === 'cover') return { ...evaluation, cover: { ...evaluation.cover, [address.column]: writeCellValue(value) } }
  const column = columnAt(address)
  const changed = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => (row.id === address.row ? withCellOfRow(row, column, value) : row))
  if (address.part === 'narrative') return withBlocks(evaluation, changed)
  if (address.part !== 'indicators') return { ...evaluation, [address.part]: changed<{ id: string }>(evaluation[address.part]) }
  return { ...evaluation, indicators: changed(evaluation.indicators).map((row) => (row.id === address.row ? readAgain(row) : row)) }
}

/** An indicator with its target and actual read from their texts in its own surroundings. */
export const readAgain = (indicator: Indicator): Indicator => ({
  ...indicator,
  target: { text: indicator.target.text, reading: readTarget(indicator.target.text, indicator) },
  actual: { text: indicator.actual.text, reading: readActual(indicator.actual.text, indicator) },
})

function withBlocks(evaluation: Evaluation, changed: (blocks: readonly NarrativeBlock[]) => NarrativeBlock[]): Evaluation {
  const narrative = { ...evaluation.narrative }
  for (const section of NARRATIVE_SECTIONS) narrative[section] = changed(narrative[section])
  const tasks = evaluation.tasks.map((task) => ({ ...task, subItems: changed(task.subItems), completion: changed(task.completion) }))
  return { ...evaluation, narrative, tasks }
}

/** Every narrative block: the sections' in printed order, then the tasks'. */
export const blocksOf = (evaluation: Pick<Evaluation, 'narrative' | 'tasks'>): NarrativeBlock[] => [
  ...NARRATIVE_SECTIONS.flatMap((section) => evaluation.narrative[section]),
  ...evaluation.tasks.flatMap((task: KeyTask) => [...task.subItems, ...task.completion]),
]

/** A list's rows in printed order. */
export const rowsOf = (evaluation: Evaluation, list: ListName): readonly { id: string }[] =>
  list === 'narrative' ? blocksOf(evaluation) : evaluation[list]

/** Every address of an evaluation in printed order: cover, figures, then the lists row by row. */
export const addressesOf = (evaluation: Evaluation): AddressText[] => [
  ...singleAddresses,
  ...LIST_NAMES.flatMap((list) => rowsOf(evaluation, list).flatMap(({ id }) => cellsOfRow(list, id))),
]

/** The addresses of the cells that stand in no list: cover and figures. */
export const singleAddresses: readonly AddressText[] = [
  ...(Object.keys(COVER_CELLS) as CoverCell[]).map((name): AddressText => `cover/${name}`),
  ...(Object.keys(FIGURE_ITEMS) as FigureItem[]).flatMap((item) =>
    FIGURE_ITEMS[item].columns.map((column): AddressText => `funds/${item}/${column}`),
  ),
]

/** What was filled in, cell by cell: what the log keeps of an evaluation that goes. */
export const filledCells = (evaluation: Evaluation): { address: AddressText; before: string }[] =>
  addressesOf(evaluation)
    .map((address) => ({ address, before: textAt(evaluation, address) }))
    .filter(({ before }) => before !== '')
