import { type CellSpec, COVER_CELLS, type ColumnOf, type CoverCell, columnsOf, figureSpec, isListName, LISTS, type ListName } from './cells'
import { type FigureItem, type FigureName, isFigureItem, isFigureName, itemOf } from './funds'

/**
 * Cell addresses. Findings, explanations, review notes, revisions and audit entries all point by them, and every form
 * saves by them. As text an address is `cover/phone`, `funds/total/adjustedBudget` or `indicators/<row>/actual`. Only this file takes
 * such a text apart: where the compiler does not know what another is made of, renaming a column would go past it.
 */
export type CellAddress =
  | { part: 'cover'; column: CoverCell }
  | { part: 'funds'; figure: FigureName }
  | { [L in ListName]: { part: L; row: string; column: ColumnOf<L> } }[ListName]

/** An address as text: a misspelt list, column or figure does not compile. */
export type AddressText = `cover/${CoverCell}` | `funds/${FigureName}` | { [L in ListName]: `${L}/${string}/${ColumnOf<L>}` }[ListName]

/** Something for each of some cells. */
export type ByAddress<T> = Readonly<Partial<Record<AddressText, T>>>

/** Where a row is, as text: `indicators/<row>`. */
export type RowText = `${ListName}/${string}`

/** Addresses lately parsed: a page asks for each of its cells half a dozen times. Forgotten all at once when they are many. */
const parsed = new Map<string, CellAddress | null>()
const MOST_PARSED = 10_000

/** What a cell's address says; null where there is no such cell. Whether the row exists is another question. */
export function parseAddress(text: string): CellAddress | null {
  const known = parsed.get(text)
  if (known !== undefined) return known
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const address = parseParts(text)
  if (text.length <= LONGEST_ADDRESS) parsed.set(text, address)
  return address
}

/** An id of 40 signs between the longest names of a list and a column. */
const LONGEST_ADDRESS = 80

function parseParts(text: string): CellAddress | null {
  const [part = '', row = '', column, ...rest] = text.split('/')
  if (part === 'cover') return column === undefined && Object.hasOwn(COVER_CELLS, row) ? { part, column: row as CoverCell } : null
  if (column === undefined || rest.length > 0) return null
  if (part === 'funds') {
    const figure = `${row}/${column}`
    return isFigureName(figure) ? { part, figure } : null
  }
  if (!isListName(part) || !isRowId(row) || !Object.hasOwn(LISTS[part], column)) return null
  return { part, row, column } as CellAddress
}

/** The address as text. */
export function addressOf(address: CellAddress): AddressText {
  switch (address.part) {
    case 'cover':
      return `cover/${address.column}`
    case 'funds':
      return `funds/${address.figure}`
    default:
      return `${address.part}/${address.row}/${address.column}` as AddressText
  }
}

export const isAddress = (text: string): text is AddressText => parseAddress(text) !== null

/** The address of a row's cell, where the list is one of several. */
export const cellText = <L extends ListName>(list: L, row: string, column: ColumnOf<L>): AddressText =>
  `${list}/${row}/${column}` as AddressText

/** The addresses of a row's cells, in printed order. */
export const cellsOfRow = (list: ListName, row: string): AddressText[] =>
  columnsOf(list).map(({ column }) => `${list}/${row}/${column}` as AddressText)

/** In which column of a list a cell stands; null for a cell that stands elsewhere. */
export function columnIn<L extends ListName>(list: L, text: string): ColumnOf<L> | null {
  const address = parseAddress(text)
  return address?.part === list ? ((address as { column: string }).column as ColumnOf<L>) : null
}

/** Ids of rows: small letters and digits, at most 40. */
export const isRowId = (text: string): boolean => /^[a-z0-9]{1,40}$/.test(text)

/** What may stand in the cell. */
function specOf(address: CellAddress): CellSpec {
  switch (address.part) {
    case 'cover':
      return COVER_CELLS[address.column]
    case 'funds':
      return figureSpec(address.figure)
    default:
      return (LISTS[address.part] as Readonly<Record<string, CellSpec>>)[address.column] as CellSpec
  }
}

/** A cell of a project as its department's form names it: `projects/<project>/funds/total/initialBudget`. */
export type ProjectCell = { project: string; at: string }

const PROJECT_CELL = /^projects\/([a-z0-9]{1,40})\/(.+)$/

export const projectCell = ({ project, at }: ProjectCell): string => `projects/${project}/${at}`

/** Whose cell it is, and what it is called there; null where the text names no project. Whether there is such a cell is another question. */
export function readProjectCell(text: string): ProjectCell | null {
  const [, project, at] = PROJECT_CELL.exec(text) ?? []
  return project === undefined || at === undefined ? null : { project, at }
}

/** What may stand in the cell at `text`, one of the evaluation or of a project under it; null where there is no such address. */
export function cellSpec(text: string): CellSpec | null {
  const address = parseAddress(readProjectCell(text)?.at ?? text)
  return address && specOf(address)
}

function kindAt(text: string): CellSpec['kind'] | null {
  const address = parseAddress(text)
  return address && specOf(address).kind
}

/** A figure of the evaluation, or of a project under it. */
export const isFigureCell = (text: string): boolean => parseAddress(readProjectCell(text)?.at ?? text)?.part === 'funds'

/** With what a row is numbered, which says nothing by itself. */
export const isMarkCell = (text: string): boolean => kindAt(text) === 'mark'

/** What holds ids of other rows. */
export const isTie = (text: string): boolean => kindAt(text) === 'rowId' || kindAt(text) === 'rowIds'

/** Cells that only a reviewer writes, at the finance node; all others are the editors', while the evaluation is in their hands. */
export function isReviewCell(text: string): boolean {
  const column = columnIn('indicators', text)
  return column === 'reviewScore' || column === 'reviewGrounds'
}

/**
 * Where a finding, note or audit entry points: at a cell, at all figures of an item (`funds/total`), at a row
 * (`indicators/<row>`; also a column that its list has no more), or at a section or list by its name (`funds`, `measures`).
 */
export type Place =
  | { kind: 'cell'; address: CellAddress }
  | { kind: 'figures'; item: FigureItem }
  | { kind: 'row'; list: ListName; row: string }
  | { kind: 'name'; name: string }

export function placeOf(text: string): Place {
  const address = parseAddress(text)
  if (address !== null) return { kind: 'cell', address }
  const [part = '', row = ''] = text.split('/')
  if (part === 'funds' && isFigureItem(row)) return { kind: 'figures', item: row }
  return isListName(part) && row !== '' ? { kind: 'row', list: part, row } : { kind: 'name', name: part }
}

/** A row of a list. */
export type RowAddress = { list: ListName; row: string }

/** The row that a place is in or points at; null for a cell or name that stands in no list. */
export function rowOfPlace(place: Place): RowAddress | null {
  if (place.kind === 'row') return { list: place.list, row: place.row }
  if (place.kind !== 'cell') return null
  const { address } = place
  return address.part === 'cover' || address.part === 'funds' ? null : { list: address.part, row: address.row }
}

/** The row that a cell stands in, or that is pointed at itself; null for what stands in no list. */
export const rowAt = (text: string): RowAddress | null => rowOfPlace(placeOf(text))

/** The id of that row. */
export const rowIdAt = (text: string): string | null => rowAt(text)?.row ?? null

/** The item of which a cell holds a figure, or that is pointed at as a whole; null for what stands elsewhere. */
export function itemAt(text: string): FigureItem | null {
  const place = placeOf(text)
  if (place.kind === 'figures') return place.item
  return place.kind === 'cell' && place.address.part === 'funds' ? itemOf(place.address.figure) : null
}

/** A row as text. */
export const rowText = ({ list, row }: RowAddress): RowText => `${list}/${row}`

/** The row that a cell stands in, as text: at each save it is asked of every cell that was ever written, so that none is parsed for it. */
export function rowOfCell(cell: string): RowText | null {
  const part = cell.slice(0, Math.max(0, cell.indexOf('/')))
  return isListName(part) ? (cell.slice(0, cell.lastIndexOf('/')) as RowText) : null
}

/** How a row calls its cell, also in a column that its list has no more; a cell that stands in no list by its whole address. */
export const nameInRow = (text: string): string => (rowAt(text) === null ? text : lastPart(text))

/** What stands behind the last `/`. */
export const lastPart = (text: string): string => text.slice(text.lastIndexOf('/') + 1)
