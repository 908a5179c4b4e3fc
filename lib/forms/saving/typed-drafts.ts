/**
 * Texts that were typed and that the server has not acknowledged, as the browser keeps them. Pure, so that what is kept, how long, and
 * what is offered again can be tested.
 */

/** Where a text was typed: by whom, on the page of which address (without what follows `?`), in which field. */
export type DraftPlace = { userId: string; page: string; field: string }

export type TypedDraft = DraftPlace & {
  text: string
  /** What stood in the field before. */
  before: string
  /** What the field is called. */
  label: string
  /** When it was typed last, in milliseconds. */
  at: number
  /** The revision of the cell that the person had before them; only of cells. */
  seen?: number
  /** Texts of the cell that were on their way to the server: one of them may have arrived; only of cells. */
  sent?: readonly string[]
  /** Typed before the page woke: it is what stood in the box, in the words that the box shows. */
  early?: true
}

const KEPT_FOR = 60 * 24 * 3600 * 1000

/** Whether a draft is so old that nobody comes back for it: sixty days. */
export const isOutdated = ({ at }: Pick<TypedDraft, 'at'>, now: number): boolean => now - at > KEPT_FOR

/** The draft after more was typed in its field; null where the field is back at what stood there before. */
export function typedFurther(kept: TypedDraft | undefined, typed: TypedDraft): TypedDraft | null {
  const before = kept?.before ?? typed.before
  return typed.text === before ? null : { ...typed, before }
}

/** A text as it was sent; what was typed over it since stays a draft. */
export type SentText = DraftPlace & { text: string }

/** Whether the server now has what the draft holds. */
export const isAcknowledged = (draft: TypedDraft, sent: SentText): boolean => draft.text === sent.text

/** A row that was added and is not stored yet is kept as a draft of its own, in a field that no box has. */
const ROW = '+row '
export const rowField = (id: string): string => `${ROW}${id}`
export const isRowField = (field: string): boolean => field.startsWith(ROW)

/** What is put back first: rows before the cells in them, and each in the order in which it was typed. */
export const inOrder = (drafts: readonly TypedDraft[]): TypedDraft[] =>
  [...drafts].sort((a, b) => Number(isRowField(b.field)) - Number(isRowField(a.field)) || a.at - b.at)
