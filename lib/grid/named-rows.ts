import type { CopiedCell } from './block'

/** By what the rows of a grid are known: the column in which it stands, and what it is of a row; empty where a row has no name yet. */
export type RowNames = { column: string; of: (row: string) => string }

/** Names that mean the same: spaces, marks, and what stands in brackets (units, remarks) aside. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s:：、，,。/／*]/g, '')

/** A row's name without the number or 其中 before it, and with what stands in brackets: of two rows it may be all that differs. */
const plainRowName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/^(?:其中[:、]?|\(?[\d一二三四五六七八九十]+[.、)]+)\s*/, '')
    .replace(/[\s:、,。/*]/g, '')

/** Fewer would as well be rows that are written over. */
const FEWEST = 2

/**
 * For each row of a block, whose name stands at `position`, the row of the grid that is called so; null where none is. Rows of one name are taken in
 * their order. Null where the block is not laid by name: fewer than two of its names, or less than half of them, are known.
 */
export function rowsByName(
  block: readonly (readonly CopiedCell[])[],
  position: number,
  names: RowNames,
  rows: readonly string[],
): (string | null)[] | null {
  const known = new Map<string, string[]>()
  for (const row of rows) {
    const name = plainRowName(names.of(row))
    if (name !== '') known.set(name, [...(known.get(name) ?? []), row])
  }
  const named = block.map((row) => plainRowName(row[position]?.text ?? ''))
  const found = named.map((name) => known.get(name)?.shift() ?? null)
  const matched = found.filter((row) => row !== null).length
  return matched >= FEWEST && matched * 2 >= named.filter((name) => name !== '').length ? found : null
}
