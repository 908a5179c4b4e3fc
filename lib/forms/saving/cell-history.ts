import type { NewRow } from './new-rows'
import type { MovedRow } from './row-changes'

/** What was done at once, so that it can be undone and done again: texts of cells, rows that came, went and were moved. */
export type Step = {
  cells: ReadonlyMap<string, Change>
  came: readonly NewRow[]
  went: readonly NewRow[]
  moved: readonly MovedRow[]
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
  let open: { cells: Map<string, Change>; came: NewRow[]; went: NewRow[]; moved: MovedRow[] } | null = null
  let sealed = true

  function push(step: Step): void {
    past = [...past.slice(-(MOST_STEPS - 1)), step]
    future = []
  }
  function begin(): void {
    open ??= { cells: new Map(), came: [], went: [], moved: [] }
  }
  /** What was typed and taken back within a step is none of it. */
  function end(): void {
    const step = open
    open = null
    if (step === null) return
    const cells = new Map([...step.cells].filter(([, { before, after }]) => before !== after))
    if (cells.size + step.came.length + step.went.length + step.moved.length === 0) return
    push({ ...step, cells })
    sealed = true
  }
  return {
    /** What is done until `end` is one step; within one that is open it is part of that. */
    begin,
    end,
    /** Several changes are one step. */
    within(work: () => void): void {
      const outermost = open === null
      begin()
      try {
        work()
      } finally {
        if (outermost) end()
      }
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
      push({ cells: new Map([[address, { before: going?.before ?? before, after }]]), came: [], went: [], moved: [] })
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
    /** A row was moved; between `begin` and `end`. */
    moved(row: MovedRow): void {
      open?.moved.push(row)
    },
    /** The step to be undone, the open one before any other; null where there is none. */
    back(): Step | null {
      end()
      const step = past.at(-1)
      if (step === undefined) return null
      past = past.slice(0, -1)
      future = [...future, step]
      sealed = true
      return step
    },
    /** The step to be done again; null where there is none. */
    forth(): Step | null {
      end()
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
    moved: step.moved.map(({ before, after, ...row }) => ({ ...row, before: after, after: before })).toReversed(),
  }
