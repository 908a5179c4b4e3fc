import type { CellConflict } from '@/lib/forms/state/cell-conflict'
import { failureOfCells, type SendFailure } from '@/lib/forms/state/failed-send'
import { reasonsOfRows } from '@/lib/messages/kept-rows'
import type { KeptRow } from './row-actions'

/** What a form of cells holds until the server has it. Pure, so that saving late, twice or beside somebody else can be tested. */

/**
 * A cell as it was typed, with the revision that the person had before them. `anew`: another text of it was sent before and never
 * answered, so that the cell gets a new revision even where it stands so already: what comes late finds that it is late.
 */
export type TypedCell = { address: string; seen: number; text: string; anew?: true }
export type SaveAnswer = {
  /** Cells that now stand as typed, with the revision to be seen next. */
  saved: readonly { address: string; number: number }[]
  refusals: readonly { address: string; message: string }[]
  conflicts: readonly CellConflict[]
  /** About the whole form; null where the cells say it all. */
  message: string | null
  /** The evaluation's revision in which a row went or was moved. */
  revision?: number
  /** Of several rows that were to go, those that stay. */
  kept?: readonly KeptRow[]
  /** The sign-in has ended. */
  signedOut?: true
  /** No answer came: what was sent may have arrived. */
  failure?: SendFailure
}

/** Why nothing could be saved. */
export type Trouble = { text: string; signedOut?: true; failure?: SendFailure }

/** Typed texts by address. */
export type Edits = Readonly<Record<string, Edit>>
/** A typed text with the revision of the moment at which the person began to change the cell. */
export type Edit = { text: string; seen: number }

/**
 * The edit of a cell after `text` was typed over it; null where the cell is back at what stands, unless it was typed over another
 * revision than the standing one: then it is still to be sent, so that the conflict is seen.
 */
export function edited(before: Edit | undefined, text: string, standing: Edit): Edit | null {
  const seen = before?.seen ?? standing.seen
  return text === standing.text && seen === standing.seen ? null : { text, seen }
}

/** The newer of what the page brought and what the server confirmed since. */
export const standingOf = (given: Edit, confirmed: Edit | undefined): Edit =>
  confirmed !== undefined && confirmed.seen > given.seen ? confirmed : given

/** Why nothing was saved, or which rows stay; null where nothing stood in the way. */
export function troubleOf({ message, kept = [], signedOut, failure }: SaveAnswer): Trouble | null {
  const text = message ?? reasonsOfRows(kept.map(({ message }) => message))
  if (text === '') return null
  return { text, ...(signedOut ? { signedOut } : {}), ...(failure === undefined ? {} : { failure }) }
}

/** Whether the server has decided; it has not where no answer came or nobody is signed in. */
export const isOver = ({ failure, signedOut }: SaveAnswer): boolean => failure === undefined && signedOut === undefined

/** The answer where nothing was saved, for a reason that concerns no single cell. */
export const nothingSaved = (message: string): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message })

/** The answer where none came. */
export const unanswered = (failure: SendFailure): SaveAnswer => ({ ...nothingSaved(failureOfCells[failure]), failure })
