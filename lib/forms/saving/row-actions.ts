import type { ReviewDraft } from '@/lib/domain/review/notes'

/**
 * What came of moving or removing rows, or of a change of notes. `revision`: the evaluation's, in which it is so; `kept`: of several rows
 * those that stay.
 */
export type RowAnswer = { ok: true; revision?: number; kept?: readonly KeptRow[] } | RowRefusal
export type RowRefusal = { ok: false; message: string; signedOut?: true }

/** A row that stays while others go, and why. */
export type KeptRow = { row: string; message: string }

/** Actions of buttons. `drawnFor` comes last in each: for whom the page was drawn that the button stands on. */

/** Marks a review note as dealt with, or takes that back. */
type SettleNote = (note: string, resolved: boolean, drawnFor: string) => Promise<RowAnswer>

/** What somebody is writing in a review: `place` is the cell or section of a note, the id of a note that is answered, and else empty. */
export type DraftText = Pick<ReviewDraft, 'kind' | 'place' | 'text'>
/** Keeps a draft on the server; an empty one is kept no longer. */
export type SaveDraft = (draft: DraftText, drawnFor: string) => Promise<RowAnswer>
/** Answers a note. */
type ReplyToNote = (note: string, text: string, drawnFor: string) => Promise<RowAnswer>

/** What can be done with the notes that stand in a form. */
export type NoteActions = { settle: SettleNote; reply: ReplyToNote; keep: SaveDraft }

export type RowActions = {
  /** Takes rows away, as the person saw them. */
  remove: (rows: readonly { list: string; row: string }[], seen: Readonly<Record<string, number>>, drawnFor: string) => Promise<RowAnswer>
  /** Puts a row behind the row `after` of its list; null: to the top. */
  move: (list: string, row: string, after: string | null, drawnFor: string) => Promise<RowAnswer>
}
