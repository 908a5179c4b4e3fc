import { nameInRow, rowAt, rowIdAt, rowText } from '@/lib/domain/cells/addresses'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { inNewOrder, type NewRow, newRowId, stillNew, withoutNew } from './new-rows'

/** The id of the row that a cell stands in; empty for a cell of no list. */
export const rowIdOf = (address: string): string => rowIdAt(address) ?? ''

/**
 * The rows that were added in a form: those that the page has not brought yet, what the server may know of them, and the ids under
 * which rows came back that had gone. A row never comes back under its old id: a save that was delayed could bring it to life.
 */
export function addedRows() {
  let rows: readonly NewRow[] = []
  const everAdded = new Set<string>()
  const sent = new Set<string>()
  const stored = new Set<string>()
  const renamed = new Map<string, string>()
  /** What a row is called by now. */
  const idNow = (id: string): string => {
    const next = renamed.get(id)
    return next === undefined ? id : idNow(next)
  }
  const placeNow = <Place extends RowList>(place: Place): Place => ('taskId' in place ? { ...place, taskId: idNow(place.taskId) } : place)
  return {
    all: () => rows,
    has: (address: string) => everAdded.has(rowIdOf(address)),
    add(added: readonly NewRow[]): void {
      const ids = new Set(added.map(({ id }) => id))
      for (const id of ids) everAdded.add(id)
      rows = [...rows.filter(({ id }) => !ids.has(id)), ...added]
    },
    /** Rows that had gone come back, under new ids. */
    addAgain(gone: readonly NewRow[]): readonly NewRow[] {
      for (const { id } of gone) renamed.set(idNow(id), newRowId())
      const back = gone.map(
        (row): NewRow => ({
          ...placeNow(row),
          id: idNow(row.id),
          ...(row.after ? { after: idNow(row.after) } : {}),
        }),
      )
      this.add(back)
      return back
    },
    order(place: RowList, ids: readonly string[]): void {
      rows = inNewOrder(rows, place, ids)
    },
    drop(id: string): void {
      rows = withoutNew(rows, id)
    },
    /** The page has these cells. */
    brought(addresses: Iterable<string>): void {
      rows = stillNew(rows, addresses)
    },
    sending(now: readonly NewRow[]): void {
      for (const { id } of now) sent.add(id)
    },
    saved(addresses: readonly string[]): void {
      for (const address of addresses) if (sent.has(rowIdOf(address))) stored.add(rowIdOf(address))
    },
    /** Whether the server may have the row, because it was sent there. */
    wasSent: (id: string) => sent.has(id),
    /** Whether the server said that it has the row. */
    isStored: (id: string) => stored.has(id),
    idNow,
    /** A list by what its task is called now. */
    placeNow,
    /** An address by what its row is called now. */
    addressNow(address: string): string {
      const at = rowAt(address)
      return at === null || idNow(at.row) === at.row ? address : `${rowText({ ...at, row: idNow(at.row) })}/${nameInRow(address)}`
    },
    /** A text with the ties in it by what their rows are called now. */
    textNow: (text: string): string => (renamed.size === 0 ? text : text.replace(/[a-z0-9]+/g, (id) => (renamed.has(id) ? idNow(id) : id))),
  }
}
