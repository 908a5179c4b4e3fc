/** What `/evaluations/…/changes` answers: cells that were written, with their revisions; `shape` is another one where rows or the standing changed. */
export type ChangedCells = {
  cells: readonly { address: string; text: string; seen: number }[]
  shape: string
  /** From when to ask the next time (ISO). */
  since: string
}
