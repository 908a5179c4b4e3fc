import type { Block, CopiedCell } from './block'
import { plainName, type RowNames, rowsByName } from './named-rows'
import type { Place, Shape } from './selection'

/** Laying a copied block over the cells of a grid: what goes where, what has to be asked, what does not fit. Nothing is guessed. */

/** What a column is called, and by what else a copied header may call it. */
export type PasteColumn = {
  key: string
  label: string
  names?: readonly string[]
  /** A cell merged over several rows stands for each of them; elsewhere it is the first one's. */
  spreads?: boolean
}

/**
 * What a pasted or typed text is in its cell. `asks`: it could be meant as `text`, which the person has to confirm.
 * `note`: what was understood, where it is not what was written.
 */
export type Fit =
  | { kind: 'fits'; text: string; note?: string }
  | { kind: 'asks'; text: string; note: string }
  | { kind: 'refused'; why: string }

/** `row` is null for a row that the block makes. `said`: what the block's own header says above the text, the nearest first, such as a unit. */
export type ReadCell = (row: string | null, column: string, text: string, said?: readonly string[]) => Fit

/** `row`: the id of a row, or the number of a new one. */
export type PastedCell = { row: string | number; column: string; text: string }
/** `place`: the row of the block and the column, counted from 1, and what stood there. */
export type Misfit = { row: number; column: string; typed: string; why: string }
export type PastePlan = {
  cells: readonly PastedCell[]
  /** Cells that hold something else than what was written, when the person agrees. */
  asked: readonly (PastedCell & { typed: string; note: string })[]
  refused: readonly Misfit[]
  newRows: number
  /** The block's own header says which column is which. */
  byHeader: boolean
  /** The block's names say which row is which. */
  byName: boolean
  /** Names of the block that no row has: of a grid that grows they are new rows. */
  unknownRows: readonly string[]
  /** Cells laid by a header, and by no name, over others in which something else stands. */
  overwritten: number
  /** Columns of the block's header that the grid has not. */
  unknownColumns: readonly string[]
  /** Rows of sums, which a grid that grows makes itself. */
  sumRows: number
}

/** A plan of nothing. */
export const NOTHING_LAID: PastePlan = {
  cells: [],
  asked: [],
  refused: [],
  newRows: 0,
  byHeader: false,
  byName: false,
  unknownRows: [],
  overwritten: 0,
  unknownColumns: [],
  sumRows: 0,
}

type Target = {
  shape: Shape
  columns: readonly PasteColumn[]
  read: ReadCell
  addsRows: boolean
  /** How many rows the grid has room for; absent where for any number. */
  mostRows?: number
  /** Absent where rows are known by nothing but their place. */
  names?: RowNames
  /** What stands in a cell. */
  textOf: (row: string, column: string) => string
}

export const OUT_OF_GRID = '超出表格范围'
export const NO_SUCH_ROW = '表中没有这一行'
const tooManyRows = (most: number): string => `本表最多 ${most} 行，自此行起不填入`
const SUM_ROW = /^(?:小\s*计|合\s*计|总\s*计|总\s*分|等\s*级)/

export function layOut(block: Block, at: Place, target: Target): PastePlan {
  const { shape, columns, read, addsRows, mostRows = Infinity, textOf } = target
  const header = headerOf(block, columns)
  const body = trimmed(block.slice(header?.rows ?? 0))
  // A form whose rows are given has cells for its sums.
  const rows = addsRows ? body.filter((row) => !isSum(row)) : body
  const { targets, named } = laidBy(rows, at, header, target)
  const first = Math.max(0, shape.rows.indexOf(at.row))
  const plan = { cells: [] as PastedCell[], asked: [] as PastePlan['asked'][number][], refused: [] as Misfit[] }
  const unknownRows: string[] = []
  let [newRows, overwritten] = [0, 0]
  let refusedFrom = false
  for (const [index, row] of rows.entries()) {
    if (named !== null && isBlank(row)) continue
    const id = (named === null ? shape.rows[first + index] : named[index]) ?? undefined
    if (id === undefined && addsRows && shape.rows.length + newRows >= mostRows) {
      if (refusedFrom) continue
      refusedFrom = true
      plan.refused.push({
        row: index + 1,
        column: '',
        typed: row.map(({ text }) => text.trim()).find((text) => text !== '') ?? '',
        why: tooManyRows(mostRows),
      })
      continue
    }
    if (id === undefined && addsRows) newRows += 1
    if (id === undefined && named !== null) {
      const typed = row[targets.indexOf(target.names?.column ?? '')]?.text.trim() ?? ''
      unknownRows.push(typed)
      if (!addsRows) plan.refused.push({ row: index + 1, column: '', typed, why: NO_SUCH_ROW })
      if (!addsRows) continue
    }
    const place = id ?? newRows - 1
    for (const [position, copied] of row.entries()) {
      const key = targets[position]
      const column = columns.find((one) => one.key === key)
      if (copied.merged === 'columns' || (copied.merged === 'rows' && column?.spreads !== true)) continue
      // What the row was found by stands there
      if (named !== null && id !== undefined && key === target.names?.column) continue
      const misfit = (why: string) => plan.refused.push({ row: index + 1, column: column?.label ?? '', typed: copied.text, why })
      if (column === undefined || (id === undefined && !addsRows)) {
        if (header === null && copied.text.trim() !== '') misfit(OUT_OF_GRID)
        continue
      }
      if (id === undefined && copied.text.trim() === '') continue
      const fit = read(id ?? null, column.key, copied.text, header?.said[position])
      if (fit.kind === 'refused') misfit(fit.why)
      else if (fit.kind === 'asks') plan.asked.push({ row: place, column: column.key, text: fit.text, typed: copied.text, note: fit.note })
      else {
        plan.cells.push({ row: place, column: column.key, text: fit.text })
        const stands = header === null || named !== null || id === undefined ? '' : textOf(id, column.key)
        if (stands !== '' && stands !== fit.text) overwritten += 1
      }
    }
  }
  return {
    ...plan,
    newRows,
    byHeader: header !== null,
    byName: named !== null,
    unknownRows,
    overwritten,
    unknownColumns: header?.unknown ?? [],
    sumRows: body.length - rows.length,
  }
}

/** Whether there is nothing that the person should see before it is done. */
export const isClear = ({ asked, refused, unknownColumns, unknownRows, overwritten }: PastePlan): boolean =>
  asked.length + refused.length + unknownColumns.length + unknownRows.length + overwritten === 0

type Laid = { targets: readonly (string | null)[]; named: readonly (string | null)[] | null }

/**
 * Which column each of the block's is, and which row each of its rows, where names say so: beside what was achieved they stand first, whatever
 * cell the block is laid at. At a row without a name a block makes rows.
 */
function laidBy(rows: Block, at: Place, header: Header | null, { shape, names }: Target): Laid {
  const order = shape.columns.slice(Math.max(0, shape.columns.indexOf(at.column)))
  const targets = header?.targets ?? (rows[0] ?? []).map((_, index) => order[index] ?? null)
  if (names === undefined || targets.length < 2 || names.of(at.row).trim() === '') return { targets, named: null }
  const position = targets.indexOf(names.column)
  if (position >= 0) return { targets, named: rowsByName(rows, position, names, shape.rows) }
  const named = header === null ? rowsByName(rows, 0, names, shape.rows) : null
  return named === null ? { targets, named } : { targets: [names.column, ...targets.slice(0, -1)], named }
}

const isBlank = (row: readonly CopiedCell[]): boolean => row.every(({ text }) => text.trim() === '')

const isSum = (row: readonly CopiedCell[]): boolean => SUM_ROW.test(row.find(({ text }) => text.trim() !== '')?.text.trim() ?? '')

/** Without the empty rows behind the last in which something stands. */
function trimmed(block: Block): Block {
  const last = block.findLastIndex((row) => row.some(({ text }) => text.trim() !== ''))
  return block.slice(0, Math.max(last + 1, block.length === 1 ? 1 : 0))
}

/** Rows in which a header may stand, below titles. */
const HEADER_ROWS = 4

/** `said`: above each column, the nearest first. */
type Header = { rows: number; targets: (string | null)[]; unknown: string[]; said: string[][] }

/** The header of a block: a row in which at least two columns are named, and more known than unknown. */
function headerOf(block: Block, columns: readonly PasteColumn[]): Header | null {
  const keys = new Map(columns.flatMap(({ key, label, names = [] }) => [label, ...names].map((name) => [plainName(name), key] as const)))
  for (const [index, row] of block.slice(0, HEADER_ROWS).entries()) {
    const names = row.map(({ text, merged }) => (merged === 'columns' ? '' : plainName(text)))
    const targets = names.map((name) => keys.get(name) ?? null)
    const once = targets.map((key, place) => (targets.indexOf(key) === place ? key : null))
    const unknown = row.flatMap(({ text }, place) => (names[place] !== '' && once[place] === null ? [text.trim()] : []))
    const known = once.filter((key) => key !== null).length
    if (known < 2 || known < unknown.length) continue
    const above = block.slice(0, index).flatMap((one) => one.map(({ text }) => text))
    return { rows: index + 1, targets: once, unknown, said: row.map(({ text }) => [text, ...above]) }
  }
  return null
}
