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

/** Typed text by address, each with the revision of the moment at which the person began to change the cell. */
export type Edits = Readonly<Record<string, Edit>>
export type Edit = { text: string; seen: number }

/**
 * The edits with `text` in one cell; a cell back at what stands is no edit any more, unless it is typed over another
 * revision than the standing one.
 */
export function withEdit(edits: Edits, address: string, text: string, standing: Edit): Edits {
  const { [address]: before, ...others } = edits
  const seen = before?.seen ?? standing.seen
  return text === standing.text && seen === standing.seen ? others : { ...others, [address]: { text, seen } }
}

/**
 * The edits with a draft taken back: typed over the revision that the person saw then, so that what somebody else wrote since
 * is not overwritten unseen. A cell that stands so already is no edit.
 */
export function withDraft(edits: Edits, { field, text, seen }: { field: string; text: string; seen?: number }, standing: Edit): Edits {
  return text === standing.text ? withoutCells(edits, [field]) : { ...edits, [field]: { text, seen: seen ?? standing.seen } }
}

/** The edits without those of some cells. */
export const withoutCells = (edits: Edits, addresses: readonly string[]): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([address]) => !addresses.includes(address)))

export const changedCells = (edits: Edits): TypedCell[] =>
  Object.entries(edits).map(([address, { text, seen }]) => ({ address, text, seen }))

/** What the server confirmed of the cells that were sent. */
export const confirmedOf = (sent: Edits, saved: SaveAnswer['saved']): Edits =>
  Object.fromEntries(saved.map(({ address, number }) => [address, { text: sent[address]?.text ?? '', seen: number }]))

/** What was saved is no edit any more; what was typed over it meanwhile goes on from the revision just saved. */
export function afterSaving(edits: Edits, sent: Edits, saved: SaveAnswer['saved']): Edits {
  const numbers = new Map(saved.map(({ address, number }) => [address, number]))
  return Object.fromEntries(
    Object.entries(edits)
      .filter(([address, { text }]) => !(numbers.has(address) && text === sent[address]?.text))
      .map(([address, edit]) => [address, { ...edit, seen: numbers.get(address) ?? edit.seen }]),
  )
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
