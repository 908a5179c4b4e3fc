import type { ListName } from '@/lib/domain/cells/cells'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { type NewRow, placeName } from './new-rows'
import type { KeptRow } from './row-actions'

/** A row that was put elsewhere in its list, with the list's order before and after. */
export type MovedRow = { place: RowList; row: string; before: readonly string[]; after: readonly string[] }

/**
 * What the server is to be told of rows: that these went, with the revisions that the person saw in them; or that one stands behind
 * another now (`after`; null: first).
 */
export type RowChange =
  | { kind: 'remove'; rows: readonly { list: ListName; row: string }[]; seen: Readonly<Record<string, number>> }
  | { kind: 'move'; list: ListName; row: string; after: string | null }

/** Whether the server is told something of the row. */
export const isAbout = (change: RowChange, row: string): boolean =>
  change.kind === 'remove' ? change.rows.some((one) => one.row === row) : change.row === row

/** Most rows that the server is told of at once, and most cells that are in them. */
const ROWS_AT_ONCE = 1000
const CELLS_AT_ONCE = 7000

type Move = { place: RowList; row: string }

/** Rows that went or were put elsewhere, until the server has heard of it; and how their lists stand until the page brings them so. */
export function rowChanges() {
  let leaving: readonly NewRow[] = []
  const leftCells = new WeakMap<NewRow, readonly string[]>()
  let moves: readonly Move[] = []
  const orders = new Map<string, readonly string[]>()
  /** Rows that went from the server too, while the page still shows them. */
  let gone: readonly NewRow[] = []
  let hidden: readonly NewRow[] = leaving
  /** The evaluation's revision with all that the server has done: a page of an older one is late, and shows rows where they stood. */
  let settled = 0
  const told = new WeakMap<RowChange, readonly (NewRow | Move)[]>()

  const orderOf = (place: RowList): readonly string[] | undefined => orders.get(placeName(place))
  /** Moved rows from the top of their list down: each is put behind one that stands in its place by then. */
  const nextMove = (): Move | undefined => {
    const [first] = moves
    if (first === undefined) return undefined
    const order = orderOf(first.place) ?? []
    return moves
      .filter(({ place }) => placeName(place) === placeName(first.place))
      .toSorted((a, b) => order.indexOf(a.row) - order.indexOf(b.row))[0]
  }
  const hide = (): void => {
    hidden = [...leaving, ...gone]
  }
  /** The rows that the server is told of next: as many as go into one request, blocks before the task that they stand in. */
  const nextToGo = (): NewRow[] => {
    const next: NewRow[] = []
    let cells = 0
    for (const row of leaving.toSorted((a, b) => Number(b.list === 'narrative') - Number(a.list === 'narrative'))) {
      cells += leftCells.get(row)?.length ?? 0
      if (next.length > 0 && (next.length === ROWS_AT_ONCE || cells > CELLS_AT_ONCE)) break
      next.push(row)
    }
    return next
  }
  const without = (row: string): void => {
    moves = moves.filter((move) => move.row !== row)
  }
  return {
    /** How many of them the server has not heard of. */
    count: () => leaving.length + moves.length,
    /** Rows that went and that the page may still bring; the same list until one comes or goes. */
    leaving: () => hidden,
    /** How a list stands since one of its rows was moved; undefined while it stands as the page brought it. */
    orderOf,
    /** A row went, with these cells. */
    left(row: NewRow, cells: readonly string[]): void {
      leaving = [...leaving, row]
      hide()
      leftCells.set(row, cells)
      without(row.id)
      for (const [place, order] of orders)
        if (order.includes(row.id))
          orders.set(
            place,
            order.filter((id) => id !== row.id),
          )
    },
    /** A list stands so now. `moved`: the row that the server has to move for it; null where it does not know the row. */
    ordered(place: RowList, order: readonly string[], moved: string | null): void {
      orders.set(placeName(place), order)
      if (moved === null) return
      without(moved)
      moves = [...moves, { place, row: moved }]
    },
    /** The next change that the server is to be told; null where there is none. `isStored`: rows that it has. */
    next(seen: (address: string) => number, isStored: (row: string) => boolean): RowChange | null {
      const going = nextToGo()
      if (going.length > 0) {
        const cells = going.flatMap((row) => leftCells.get(row) ?? [])
        const change: RowChange = {
          kind: 'remove',
          rows: going.map(({ list, id }) => ({ list, row: id })),
          seen: Object.fromEntries(cells.map((address) => [address, seen(address)])),
        }
        told.set(change, going)
        return change
      }
      // A row that was never stored goes to its place when it is.
      moves = moves.filter((move) => isStored(move.row))
      const move = nextMove()
      if (move === undefined) return null
      const order = orderOf(move.place) ?? []
      const after = order.slice(0, order.indexOf(move.row)).findLast(isStored) ?? null
      const change: RowChange = { kind: 'move', list: move.place.list, row: move.row, after }
      told.set(change, [move])
      return change
    },
    /** The server has decided about a change, and did it in this revision but for the rows that it keeps; what it refused stands as it stood. */
    decided(change: RowChange, done: boolean, { kept = [], revision = 0 }: { kept?: readonly KeptRow[]; revision?: number } = {}): void {
      settled = Math.max(settled, revision)
      const stay = new Set(kept.map(({ row }) => row))
      const over = new Set<NewRow | Move>(told.get(change))
      if (done) gone = [...gone, ...leaving.filter((row) => over.has(row) && !stay.has(row.id))]
      leaving = leaving.filter((row) => !over.has(row))
      hide()
      const move = moves.find((one) => over.has(one))
      moves = moves.filter((one) => one !== move)
      if (!done && move !== undefined) orders.delete(placeName(move.place))
    },
    /** The page brings its lists as they were in this revision of the evaluation. */
    brought(revision: number): void {
      if (revision < settled) return
      gone = []
      hide()
      if (moves.length === 0) orders.clear()
    },
  }
}
