import { type AddressText, isAddress, parseAddress, type RowText, rowAt, rowText } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Decision, Refusal } from '@/lib/domain/decision/decision'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { type CellValue, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { listOfRow, type RowList, rowsIn, withNewRow, withoutRow } from '@/lib/domain/evaluation/rows'
import type { CellNote, CellWrong, ReadBook, ReadBookCell, ReadBookRow } from './read-book-format'

/**
 * A cell in which a workbook says something else than the form. `state`: it may be accepted with all others (`changed`); somebody changed
 * it in the form since the workbook was written (`conflict`), or it is doubtful whether it is meant (`doubtful`), so that it is accepted
 * alone; it cannot be kept (`refused`), or its row is gone from the form (`removed`).
 */
export type CellDifference = {
  address: AddressText
  sheet: string
  /** 指标!F12 */
  place: string
  /** What stands in the form now; what was written into the workbook, as forms write both. */
  now: string
  written: string
  text: string
  state: 'changed' | 'conflict' | 'doubtful' | 'refused' | 'removed'
  notes: readonly CellNote[]
  wrong: CellWrong | null
  refusal: Refusal | null
}

/** A row that is in the workbook alone, with what stands in it. */
export type AddedRow = {
  at: RowText
  row: RowList & { id: string }
  sheet: string
  place: string
  copied: boolean
  cells: readonly CellDifference[]
}

/** A row that was taken out of the workbook. `refusal`: it may not go from the form. */
export type GoneRow = { at: RowText; list: ListName; id: string; sheet: string; refusal: Refusal | null }

export type BookDifferences = { cells: readonly CellDifference[]; added: readonly AddedRow[]; gone: readonly GoneRow[] }

/** What makes of a text what a cell may hold. */
export type ReadsCell = (address: AddressText, text: string) => Decision<CellValue>

/** Notes by which it is doubtful whether what stands there is meant for this cell. */
const DOUBTFUL: ReadonlySet<CellNote['code']> = new Set(['scaled', 'heading', 'rowLabel', 'otherRow'])

/** What of a workbook is compared with a form. */
export type BookContent = Pick<ReadBook, 'cells' | 'rows' | 'gone'>

/** What a workbook says otherwise than the form does now. `idOf` names a row that would come, by its place: the same for the same. */
export function differencesOf(
  book: BookContent,
  evaluation: Evaluation,
  idOf: (place: string) => string,
  read: ReadsCell,
): BookDifferences {
  return {
    cells: book.cells.flatMap((cell) => differenceAt(cell, evaluation, read) ?? []),
    added: book.rows.flatMap((row) => addedRow(row, evaluation, idOf(row.place), read) ?? []),
    gone: book.gone.flatMap(({ row, sheet }) => goneRow(row, sheet, evaluation) ?? []),
  }
}

/** Null where the workbook says what it was given, or what stands in the form. */
function differenceAt(cell: ReadBookCell, evaluation: Evaluation, read: ReadsCell): CellDifference | null {
  const { address } = cell
  if (!isAddress(address)) return null
  const written = keptAs(address, cell.written, read)
  const difference = weighed({ ...cell, address }, written, evaluation, read)
  if (difference.state === 'refused' || difference.state === 'removed') return difference
  return difference.text === written || difference.text === difference.now ? null : difference
}

type Weighed = { address: AddressText } & Omit<ReadBookCell, 'address' | 'written'>

function weighed(
  { address, sheet, place, text, notes, wrong }: Weighed,
  written: string,
  evaluation: Evaluation,
  read: ReadsCell,
): CellDifference {
  const base = { address, sheet, place, now: textAt(evaluation, address), written, text, notes, wrong: wrong ?? null, refusal: null }
  if (!isThere(evaluation, address)) return { ...base, state: 'removed' }
  if (wrong !== undefined) return { ...base, state: 'refused' }
  const value = read(address, text)
  const allowed = value.ok ? mayStandIn(evaluation, address, value.value) : value
  if (!value.ok || !allowed.ok) return { ...base, state: 'refused', refusal: allowed.ok ? null : allowed.refusal }
  const kept = { ...base, text: writeCellValue(value.value) }
  if (base.now !== written) return { ...kept, state: 'conflict' }
  return { ...kept, state: notes.some(({ code }) => DOUBTFUL.has(code)) ? 'doubtful' : 'changed' }
}

/** A text as a form keeps it; as it is, where it cannot be kept. */
function keptAs(address: AddressText, text: string, read: ReadsCell): string {
  const value = read(address, text)
  return value.ok ? writeCellValue(value.value) : text
}

function isThere(evaluation: Evaluation, at: AddressText): boolean {
  const address = parseAddress(at)
  if (address === null || address.part === 'cover' || address.part === 'funds') return address !== null
  return listOfRow(evaluation, address.part, address.row) !== null
}

/** The list that a row would come into; null for a paragraph that says no section. */
function placeOf(list: ListName, section: NarrativeSection | undefined): RowList | null {
  if (list !== 'narrative') return { list }
  return section === undefined ? null : { list, section }
}

/** A row that would come; what is there already under its id is compared with what stands there. */
function addedRow(
  { list, section, sheet, place, cells, copied }: ReadBookRow,
  evaluation: Evaluation,
  id: string,
  read: ReadsCell,
): AddedRow | null {
  const where = placeOf(list, section)
  if (where === null) return null
  const row = { ...where, id }
  const widened = rowsIn(evaluation, where)?.some((one) => one.id === id) ? null : withNewRow(evaluation, where, id)
  const after = widened?.ok ? widened.value : evaluation
  const differences = cells.flatMap((cell): CellDifference[] => {
    const address = `${list}/${id}/${cell.column}`
    if (!isAddress(address)) return []
    const { place: at, text, notes, wrong } = cell
    const found = weighed({ address, sheet, place: at, text, notes, ...(wrong === undefined ? {} : { wrong }) }, '', after, read)
    return found.text === found.now && found.state !== 'refused' ? [] : [found]
  })
  return differences.length === 0
    ? null
    : { at: rowText({ list, row: id }), row, sheet, place, copied: copied === true, cells: differences }
}

/** Null where the row is gone from the form as well. */
function goneRow(at: string, sheet: string, evaluation: Evaluation): GoneRow | null {
  const row = rowAt(at)
  if (row === null) return null
  const { list, row: id } = row
  const removed = withoutRow(evaluation, list, id)
  if (!removed.ok && removed.refusal.code === 'no-such-row') return null
  return { at: rowText(row), list, id, sheet, refusal: removed.ok ? null : removed.refusal }
}

/** What is accepted at once: all that may be, that of a sheet, or the one thing that is called so; a row with all its cells. */
export type AskedOfBook = { scope: 'all' } | { scope: 'sheet'; sheet: string } | { scope: 'one'; at: string }

/** The cells and rows that are written where this is asked for. A row that was taken out goes only by itself. */
export function askedDifferences({ cells, added, gone }: BookDifferences, asked: AskedOfBook): BookDifferences {
  if (asked.scope === 'one')
    return {
      cells: cells.filter(({ address, state }) => address === asked.at && state !== 'refused' && state !== 'removed'),
      added: added.filter(({ at }) => at === asked.at),
      gone: gone.filter(({ at, refusal }) => `-${at}` === asked.at && refusal === null),
    }
  const isAsked = ({ sheet }: { sheet: string }): boolean => asked.scope === 'all' || sheet === asked.sheet
  return {
    cells: cells.filter((cell) => cell.state === 'changed' && isAsked(cell)),
    added: added.filter((row) => isAsked(row) && !row.copied),
    gone: [],
  }
}
