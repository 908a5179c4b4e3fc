/** What came of adding, moving or removing a row; `id` is the new row's. */
export type RowAnswer = { ok: true; id?: string } | RowRefusal
export type RowRefusal = { ok: false; message: string; signedOut?: true }

/** Actions of buttons. `drawnFor` comes last in each: for whom the page was drawn that the button stands on. */

/** Marks a review note as dealt with, or takes that back. */
export type SettleNote = (note: string, resolved: boolean, drawnFor: string) => Promise<RowAnswer>

export type AddAction = (drawnFor: string) => Promise<RowAnswer>
/** Of one row, to one place. */
export type MoveRow = (drawnFor: string) => Promise<RowAnswer>
export type RemoveRow = (seen: Readonly<Record<string, number>>, drawnFor: string) => Promise<RowAnswer>
export type RowActions = {
  /** Behind the row `after` of its list; null: to the top. */
  move: (list: string, row: string, after: string | null, drawnFor: string) => Promise<RowAnswer>
  /** `seen` are the revisions that the person had before them. */
  remove: (list: string, row: string, seen: Readonly<Record<string, number>>, drawnFor: string) => Promise<RowAnswer>
}

/** What can be done with the blocks of one list. */
export type BlockActions = {
  add: AddAction
  /** New blocks with these texts behind the block `after`. */
  split: (after: string, texts: readonly string[], drawnFor: string) => Promise<RowAnswer>
  move: (row: string, after: string | null, drawnFor: string) => Promise<RowAnswer>
  remove: (row: string, seen: Readonly<Record<string, number>>, drawnFor: string) => Promise<RowAnswer>
}

/** Where the row goes when it moves up or down by one; undefined where it cannot. */
export function neighbours(ids: readonly string[], index: number): { up: string | null | undefined; down: string | undefined } {
  return { up: index === 0 ? undefined : (ids[index - 2] ?? null), down: ids[index + 1] }
}
