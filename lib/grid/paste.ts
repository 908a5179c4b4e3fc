import type { Block, CopiedCell } from './block'
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

/** `row` is null for a row that the block makes. */
export type ReadCell = (row: string | null, column: string, text: string) => Fit

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
  /** Columns of the block's header that the grid has not. */
  unknownColumns: readonly string[]
  /** Rows of sums, which a grid that grows makes itself. */
  sumRows: number
}

type Target = { shape: Shape; columns: readonly PasteColumn[]; read: ReadCell; addsRows: boolean }

export const OUT_OF_GRID = '超出表格范围'
const SUM_ROW = /^(?:小\s*计|合\s*计|总\s*计|总\s*分|等\s*级)/

export function layOut(block: Block, at: Place, { shape, columns, read, addsRows }: Target): PastePlan {
  const header = headerOf(block, columns)
  const order = shape.columns.slice(Math.max(0, shape.columns.indexOf(at.column)))
  const targets = header?.targets ?? (block[0] ?? []).map((_, index) => order[index] ?? null)
  const body = trimmed(block.slice(header?.rows ?? 0))
  // A form whose rows are given has cells for its sums.
  const rows = addsRows ? body.filter((row) => !isSum(row)) : body
  const first = Math.max(0, shape.rows.indexOf(at.row))
  const plan = { cells: [] as PastedCell[], asked: [] as PastePlan['asked'][number][], refused: [] as Misfit[] }
  let newRows = 0
  for (const [index, row] of rows.entries()) {
    const id = shape.rows[first + index]
    if (id === undefined && addsRows) newRows += 1
    const target = id ?? newRows - 1
    for (const [position, copied] of row.entries()) {
      const key = targets[position]
      const column = columns.find((one) => one.key === key)
      if (copied.merged === 'columns' || (copied.merged === 'rows' && column?.spreads !== true)) continue
      const misfit = (why: string) => plan.refused.push({ row: index + 1, column: column?.label ?? '', typed: copied.text, why })
      if (column === undefined || (id === undefined && !addsRows)) {
        if (header === null && copied.text.trim() !== '') misfit(OUT_OF_GRID)
        continue
      }
      if (id === undefined && copied.text.trim() === '') continue
      const fit = read(id ?? null, column.key, copied.text)
      if (fit.kind === 'refused') misfit(fit.why)
      else if (fit.kind === 'asks') plan.asked.push({ row: target, column: column.key, text: fit.text, typed: copied.text, note: fit.note })
      else plan.cells.push({ row: target, column: column.key, text: fit.text })
    }
  }
  return { ...plan, newRows, byHeader: header !== null, unknownColumns: header?.unknown ?? [], sumRows: body.length - rows.length }
}

/** Whether there is nothing that the person should see before it is done. */
export const isClear = ({ asked, refused, unknownColumns, byHeader }: PastePlan): boolean =>
  asked.length === 0 && refused.length === 0 && unknownColumns.length === 0 && !byHeader

const isSum = (row: readonly CopiedCell[]): boolean => SUM_ROW.test(row.find(({ text }) => text.trim() !== '')?.text.trim() ?? '')

/** Without the empty rows behind the last in which something stands. */
function trimmed(block: Block): Block {
  const last = block.findLastIndex((row) => row.some(({ text }) => text.trim() !== ''))
  return block.slice(0, Math.max(last + 1, block.length === 1 ? 1 : 0))
}

/** Names that mean the same: spaces, marks, and what stands in brackets (units, remarks) aside. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s:：、，,。/／*]/g, '')

/** Rows in which a header may stand, below titles. */
const HEADER_ROWS = 4

type Header = { rows: number; targets: (string | null)[]; unknown: string[] }

/** The header of a block: a row in which at least two columns are named, and more known than unknown. */
function headerOf(block: Block, columns: readonly PasteColumn[]): Header | null {
  const keys = new Map(columns.flatMap(({ key, label, names = [] }) => [label, ...names].map((name) => [plainName(name), key] as const)))
  for (const [index, row] of block.slice(0, HEADER_ROWS).entries()) {
    const names = row.map(({ text, merged }) => (merged === 'columns' ? '' : plainName(text)))
    const targets = names.map((name) => keys.get(name) ?? null)
    const once = targets.map((key, place) => (targets.indexOf(key) === place ? key : null))
    const unknown = row.flatMap(({ text }, place) => (names[place] !== '' && once[place] === null ? [text.trim()] : []))
    const known = once.filter((key) => key !== null).length
    if (known >= 2 && known >= unknown.length) return { rows: index + 1, targets: once, unknown }
  }
  return null
}
