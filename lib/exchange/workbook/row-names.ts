import { nameInRow, rowAt, rowText } from '@/lib/domain/cells/addresses'
import { type ColumnOf, isListName, type ListName } from '@/lib/domain/cells/cells'
import { type FoundRow, type FoundTable, textOf } from './found-tables'
import type { BookRecord } from './record'

/** What the rows of a table are called, beside the keys that name them for the program. */

/** What a list's rows are known by. */
const KNOWN_BY: { readonly [L in ListName]?: ColumnOf<L> } = {
  goals: 'text',
  tasks: 'name',
  indicators: 'name',
  problems: 'text',
  measures: 'text',
}

export type RowNames = {
  /** What the row was called when it was written; undefined where it was not. */
  written: (key: string) => string | undefined
  /** The column that says it, and what it says now. */
  column: number | undefined
  now: (row: FoundRow) => string
  /** The rows that were called so. */
  called: (name: string) => string[]
}

export function rowNamesIn({ name, sheet, columns }: FoundTable, { cells, given }: BookRecord): RowNames {
  const list = isListName(name) ? name : null
  const knownBy = list === null ? undefined : KNOWN_BY[list]
  const column = knownBy === undefined ? undefined : columns.get(knownBy)
  const written = new Map<string, string>()
  for (const [address, text] of [...cells, ...given]) {
    const row = rowAt(address)
    if (row !== null && row.list === list && nameInRow(address) === knownBy) written.set(rowText(row), text.trim())
  }
  return {
    written: (key) => written.get(key),
    column,
    now: ({ at }) => (column === undefined ? '' : textOf(sheet, at, column)),
    called: (text) => (text === '' ? [] : [...written].flatMap(([key, other]) => (other === text ? [key] : []))),
  }
}

/** The rows with their keys: one whose key is gone is known by its name, where only one row that is not found was called so. */
export function namedRows(table: FoundTable, names: RowNames): (FoundRow & { byName: boolean })[] {
  const found = new Set(table.rows.map(({ key }) => key))
  return table.rows.map((row) => {
    const [only, ...others] = row.key === '' && !row.ended ? names.called(names.now(row)).filter((key) => !found.has(key)) : []
    if (only === undefined || others.length > 0) return { ...row, byName: false }
    found.add(only)
    return { ...row, key: only, byName: true }
  })
}
