/** A cell that somebody else changed meanwhile: both texts, so that neither is lost. */
export type CellConflict = {
  address: string
  /** What this person typed. */
  typed: string
  /** What stands there now; null where the row was removed. */
  current: string | null
  /** Its revision, and who wrote it when (ISO); empty where that is not known any more. */
  revision: number
  byName: string
  /** Whether it was the same person, in another window or before. */
  own: boolean
  at: string
}
