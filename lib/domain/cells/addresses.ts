import { type CellSpec, COVER_CELLS, type ColumnOf, type CoverCell, figureSpec, isListName, LISTS, type ListName } from './cells'
import { type FigureItem, type FigureName, isFigureItem, isFigureName } from './funds'

/**
 * Cell addresses. Findings, explanations, review notes, revisions and audit entries all point by them, and every form
 * saves by them. As text an address is `cover/phone`, `funds/total/adjustedBudget` or `indicators/<row>/actual`.
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

/** Cells that only a reviewer writes, at the finance node; all others are the editors', while the evaluation is in their hands. */
export function isReviewCell(text: string): boolean {
  const address = parseAddress(text)
  return address?.part === 'indicators' && (address.column === 'reviewScore' || address.column === 'reviewGrounds')
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

/** The row that a place is in or points at; null for a cell or name that stands in no list. */
export function rowOfPlace(place: Place): { list: ListName; row: string } | null {
  if (place.kind === 'row') return { list: place.list, row: place.row }
  if (place.kind !== 'cell') return null
  const { address } = place
  return address.part === 'cover' || address.part === 'funds' ? null : { list: address.part, row: address.row }
}
