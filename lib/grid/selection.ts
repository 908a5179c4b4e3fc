/** Where a person is in a grid, and what is selected. Rows and columns by their ids, so that both may come, go and move. */

export type Place = { row: string; column: string }
/** A text to be put into a cell. */
export type CellEdit = Place & { text: string }
/** `at` has the focus; the selection goes from `from` to it. */
export type Selection = { at: Place; from: Place }
export type Shape = { rows: readonly string[]; columns: readonly string[] }

export type Target =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  /** As down, and behind the last row a new one. */
  | 'below'
  /** To the right, and behind the last column into the next row. */
  | 'next'
  | 'previous'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'pageUp'
  | 'pageDown'
  /** In the column, then in those that follow. */
  | 'nextEmpty'
  | 'previousEmpty'
  | 'nextWrong'
  | 'previousWrong'

/** What moving asks of cells; a row whose cell cannot be filled in is not empty. */
export type CellFacts = { isEmpty: (place: Place) => boolean; isWrong: (place: Place) => boolean }

/** Rows that a page key passes. */
const PAGE = 10

const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column

/**
 * The place that a key leads to; the same where there is none further on. Null: out of the grid, behind its last or before its
 * first cell.
 */
export function placeAt(from: Place, to: Target, shape: Shape, facts: CellFacts): Place | null {
  const { rows, columns } = shape
  const row = Math.max(0, rows.indexOf(from.row))
  const column = Math.max(0, columns.indexOf(from.column))
  const at = (r: number, c: number): Place => ({ row: within(rows, r), column: within(columns, c) })
  switch (to) {
    case 'up':
      return at(row - 1, column)
    case 'down':
    case 'below':
      return at(row + 1, column)
    case 'left':
      return at(row, column - 1)
    case 'right':
      return at(row, column + 1)
    case 'next':
      if (column < columns.length - 1) return at(row, column + 1)
      return row < rows.length - 1 ? at(row + 1, 0) : null
    case 'previous':
      if (column > 0) return at(row, column - 1)
      return row > 0 ? at(row - 1, columns.length - 1) : null
    case 'rowStart':
      return at(row, 0)
    case 'rowEnd':
      return at(row, columns.length - 1)
    case 'gridStart':
      return at(0, 0)
    case 'gridEnd':
      return at(rows.length - 1, columns.length - 1)
    case 'pageUp':
      return at(row - PAGE, column)
    case 'pageDown':
      return at(row + PAGE, column)
    case 'nextEmpty':
      return found(columnwise(shape), from, facts.isEmpty) ?? at(rows.length - 1, column)
    case 'previousEmpty':
      return found(columnwise(shape).reverse(), from, facts.isEmpty) ?? at(0, column)
    case 'nextWrong':
      return found(rowwise(shape), from, facts.isWrong) ?? from
    case 'previousWrong':
      return found(rowwise(shape).reverse(), from, facts.isWrong) ?? from
  }
}

const within = (all: readonly string[], index: number): string => all[Math.min(Math.max(index, 0), all.length - 1)] ?? ''

const columnwise = ({ rows, columns }: Shape): Place[] => columns.flatMap((column) => rows.map((row) => ({ row, column })))
const rowwise = ({ rows, columns }: Shape): Place[] => rows.flatMap((row) => columns.map((column) => ({ row, column })))

/** The first such place behind `from`, and from the beginning again. */
function found(places: readonly Place[], from: Place, such: (place: Place) => boolean): Place | undefined {
  const start = places.findIndex((place) => isSame(place, from)) + 1
  return [...places.slice(start), ...places.slice(0, Math.max(0, start - 1))].find(such)
}

/** The selected rows and columns in their order. */
export function selected({ at, from }: Selection, { rows, columns }: Shape): Shape {
  return { rows: between(rows, at.row, from.row), columns: between(columns, at.column, from.column) }
}

function between(all: readonly string[], a: string, b: string): readonly string[] {
  const ends = [all.indexOf(a), all.indexOf(b)].filter((index) => index >= 0)
  return ends.length === 0 ? [] : all.slice(Math.min(...ends), Math.max(...ends) + 1)
}

/** The selection where rows came and went: a place that is no more gives way to the first. */
export function standing({ at, from }: Selection, { rows, columns }: Shape): Selection {
  const there = ({ row, column }: Place): Place => ({
    row: rows.includes(row) ? row : (rows[0] ?? ''),
    column: columns.includes(column) ? column : (columns[0] ?? ''),
  })
  return { at: there(at), from: there(from) }
}
