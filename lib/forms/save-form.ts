import type { CellConflict } from './cell-conflict'
import { failureSentence, type SendFailure } from './failed-send'

/** What a form of cells holds until the server has it. Pure, so that saving late, twice or beside somebody else can be tested. */

/** A cell as it was typed, with the revision that the person had before them. */
export type TypedCell = { address: string; seen: number; text: string }
export type SaveAnswer = {
  /** Cells that now stand as typed, with the revision to be seen next. */
  saved: readonly { address: string; number: number }[]
  refusals: readonly { address: string; message: string }[]
  conflicts: readonly CellConflict[]
  /** About the whole form; null where the cells say it all. */
  message: string | null
  /** The sign-in has ended. */
  signedOut?: true
}

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

export type SaveSummary = { tone: 'success' | 'error' | 'warning'; text: string; signedOut?: true }

/** How a saving went, in one sentence. */
export function summaryOf(answer: SaveAnswer): SaveSummary {
  if (answer.message !== null) return { tone: 'error', text: answer.message, ...(answer.signedOut ? { signedOut: true } : {}) }
  const open = answer.refusals.length + answer.conflicts.length
  if (open === 0) return { tone: 'success', text: '已保存' }
  return { tone: 'error', text: `已保存 ${answer.saved.length} 处，另有 ${open} 处未保存，请按提示处理。` }
}

/** The answer where nothing was saved, for a reason that concerns no single cell. */
export const nothingSaved = (message: string): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message })

/** The answer where none came. */
export const unanswered = (failure: SendFailure): SaveAnswer => nothingSaved(failureSentence[failure])
