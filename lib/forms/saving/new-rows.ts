import { isMarkCell, rowIdAt } from '@/lib/domain/cells/addresses'
import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import type { Edits } from './save-form'

/**
 * Rows that were added in the browser and are not stored yet. They are there at the key, under an id made there, and are stored with the
 * first save in which something stands in them; a row in which nothing was typed goes by itself.
 */

/** A row as it was added: its place, behind which other row (null: first; absent: last), for a block what it is, and for an indicator the entry of the 指标库 that it was taken from. */
export type NewRow = RowList & { id: string; after?: string | null; shape?: BlockShape; libraryId?: string }

/** A permanent id as `newId` gives it; pages are served without https too, where `randomUUID` is missing. */
export const newRowId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const taskOf = (place: RowList): string | null => ('taskId' in place ? place.taskId : null)

/** A list by one text. */
export const placeName = (place: RowList): string => ('section' in place ? `${place.section} ${taskOf(place) ?? ''}` : place.list)

/** What a list is called as a place of its form; undefined where it stands within a task. */
export const begunAt = (place: RowList): string | undefined =>
  place.list !== 'narrative' ? place.list : 'taskId' in place ? undefined : place.section

const isSamePlace = (a: RowList, b: RowList): boolean => placeName(a) === placeName(b)

/** The ids of a list in their order: those that are stored, with the new ones where they were added. */
export function idsWithNew(stored: readonly string[], added: readonly NewRow[], place: RowList): string[] {
  const ids = [...stored]
  for (const row of added) {
    if (!isSamePlace(row, place) || ids.includes(row.id)) continue
    const behind = row.after === undefined ? -1 : row.after === null ? 0 : ids.indexOf(row.after) + 1 || -1
    ids.splice(behind < 0 ? ids.length : behind, 0, row.id)
  }
  return ids
}

/** The rows that are there in this order, others behind the row that they came behind, and those that came last at the end. */
export function inOrder(order: readonly string[], ids: readonly string[]): string[] {
  const there = new Set(ids)
  const shown = order.filter((id) => there.has(id))
  const placed = new Set(shown)
  const last = ids.findLastIndex((id) => placed.has(id))
  for (const [index, id] of ids.slice(0, last + 1).entries()) {
    if (placed.has(id)) continue
    const before = ids[index - 1]
    shown.splice(before === undefined ? 0 : shown.indexOf(before) + 1, 0, id)
  }
  return [...shown, ...ids.slice(last + 1)]
}

/** Those of which the page has no cell yet. */
export function stillNew(added: readonly NewRow[], addresses: Iterable<string>): readonly NewRow[] {
  if (added.length === 0) return added
  const there = new Set([...addresses].map(rowIdAt))
  const rest = added.filter(({ id }) => !there.has(id))
  return rest.length === added.length ? added : rest
}

/** Without the row, and without what was added to it. */
export const withoutNew = (added: readonly NewRow[], id: string): readonly NewRow[] =>
  added.filter((row) => row.id !== id && taskOf(row) !== id)

/** The rows after those of one list were put into this order. */
export function inNewOrder(added: readonly NewRow[], place: RowList, ids: readonly string[]): NewRow[] {
  const here = added.filter((row) => isSamePlace(row, place))
  const moved = ids.flatMap((id, index) => {
    const row = here.find((one) => one.id === id)
    return row === undefined ? [] : [{ ...row, after: ids[index - 1] ?? null }]
  })
  return [...added.filter((row) => !here.includes(row)), ...moved]
}

/**
 * The rows that what is saved needs: those in which something stands beside the mark of an item, the tasks of such, and those that are tied to. `isStored`: rows that
 * the server has already, though the page has not brought them yet.
 */
export function rowsToStore(added: readonly NewRow[], edits: Edits, isStored: (row: string) => boolean): NewRow[] {
  const needed = new Set<string | null>()
  for (const [address, { text }] of Object.entries(edits)) {
    if (text === '' || isMarkCell(address)) continue
    needed.add(rowIdAt(address))
    for (const id of text.split(' ')) needed.add(id)
  }
  for (const row of added) if (needed.has(row.id)) needed.add(taskOf(row))
  const stored = added.filter(({ id }) => needed.has(id))
  const isThere = (id: string) => needed.has(id) || isStored(id)
  return stored.map((row) => behindStored(row, added, isThere))
}

/** What stood behind a row that is not stored stands behind whatever that one stands behind. */
function behindStored(row: NewRow, added: readonly NewRow[], isThere: (row: string) => boolean): NewRow {
  const { after, ...rest } = row
  const unstored = added.find(({ id }) => id === after && !isThere(id))
  if (unstored === undefined) return row
  return behindStored(unstored.after === undefined ? rest : { ...rest, after: unstored.after }, added, isThere)
}

/** A new row as text, to be kept beside the texts typed in it, and read again. */
export const newRowText = (row: NewRow): string => JSON.stringify(row)
export const readNewRow = (text: string): NewRow => JSON.parse(text) as NewRow
