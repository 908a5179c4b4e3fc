import type { NewRow } from './new-rows'

/** What was done at once, so that it can be undone and done again: texts of cells, rows that came and rows that went. */
export type Step = {
  cells: ReadonlyMap<string, Change>
  came: readonly NewRow[]
  went: readonly NewRow[]
}
type Change = { before: string; after: string }

/** More than anybody takes back. */
const MOST_STEPS = 500

/**
 * The steps of a form, newest last. What is typed into one cell without a pause is one step; what is done within `begin` and `end`
 * is one. Something new ends what could be done again.
 */
export function cellHistory() {
  let past: Step[] = []
  let future: Step[] = []
  let open: { cells: Map<string, Change>; came: NewRow[]; went: NewRow[] } | null = null
  let sealed = true

  function push(step: Step): void {
    past = [...past.slice(-(MOST_STEPS - 1)), step]
    future = []
  }
  return {
    /** Several changes are one step until `end`; false where they are within one already. */
    begin(): boolean {
      if (open !== null) return false
      open = { cells: new Map(), came: [], went: [] }
      return true
    },
    end(): void {
      const step = open
      open = null
      if (step === null || step.cells.size + step.came.length + step.went.length === 0) return
      push(step)
      sealed = true
    },
    /** A pause: what is typed from now on is a step of its own. */
    seal(): void {
      sealed = true
    },
    typed(address: string, before: string, after: string): void {
      if (before === after) return
      if (open !== null) {
        open.cells.set(address, { before: open.cells.get(address)?.before ?? before, after })
        return
      }
      const last = past.at(-1)
      const going = sealed ? undefined : last?.cells.get(address)
      if (going !== undefined) past = past.slice(0, -1)
      push({ cells: new Map([[address, { before: going?.before ?? before, after }]]), came: [], went: [] })
      sealed = false
    },
    /** Rows were added; between `begin` and `end`. */
    came(rows: readonly NewRow[]): void {
      open?.came.push(...rows)
    },
    /** Rows were removed; between `begin` and `end`. */
    went(rows: readonly NewRow[]): void {
      open?.went.push(...rows)
    },
    /** The step to be undone; null where there is none. */
    back(): Step | null {
      const step = past.at(-1)
      if (step === undefined) return null
      past = past.slice(0, -1)
      future = [...future, step]
      sealed = true
      return step
    },
    /** The step to be done again; null where there is none. */
    forth(): Step | null {
      const step = future.at(-1)
      if (step === undefined) return null
      future = future.slice(0, -1)
      past = [...past, step]
      sealed = true
      return step
    },
  }
}

/** The step that takes this one back. */
export const reversed = (step: Step | null): Step | null =>
  step && {
    cells: new Map([...step.cells].map(([address, { before, after }]) => [address, { before: after, after: before }])),
    came: step.went,
    went: step.came,
  }
