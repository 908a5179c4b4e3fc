import type { Place } from './selection'

/** What was changed in a grid, to be taken back and done again: each change of several cells in one step. */

export type Change = Place & { before: string; after: string }
export type History = { done: readonly (readonly Change[])[]; undone: readonly (readonly Change[])[] }
/** Texts to be put into cells. */
export type CellEdit = Place & { text: string }

export const NO_HISTORY: History = { done: [], undone: [] }
/** Steps that are remembered. */
const STEPS = 200

/** With one step more; what had been taken back is gone. Changes that change nothing are none. */
export function recorded(history: History, changes: readonly Change[]): History {
  const real = changes.filter(({ before, after }) => before !== after)
  return real.length === 0 ? history : { done: [...history.done, real].slice(-STEPS), undone: [] }
}

/** Takes the last step back; null where there is none. */
export function undone({ done, undone: before }: History): { history: History; edits: CellEdit[] } | null {
  const step = done.at(-1)
  if (step === undefined) return null
  const edits = step.map(({ row, column, before: text }) => ({ row, column, text })).reverse()
  return { history: { done: done.slice(0, -1), undone: [...before, step] }, edits }
}

/** Does again what was taken back last; null where there is nothing. */
export function redone({ done, undone: taken }: History): { history: History; edits: CellEdit[] } | null {
  const step = taken.at(-1)
  if (step === undefined) return null
  return {
    history: { done: [...done, step], undone: taken.slice(0, -1) },
    edits: step.map(({ row, column, after: text }) => ({ row, column, text })),
  }
}
