import type { CellStore } from './cell-store'
import type { Sent } from './cell-view'
import type { RowAnswer } from './row-actions'
import type { RowChange } from './row-changes'
import { isOver, type SaveAnswer, unanswered } from './save-form'

/** A pause in typing after which is saved, the longest for which steady typing is not, and how long an answer is waited for, in ms. */
const PAUSE = 800
const LONGEST = 5_000
const PATIENCE = 30_000
/** The first wait before what failed is sent again, and the longest. */
const RETRY = 1_000
const LONGEST_RETRY = 60_000

export type Autosave = ReturnType<typeof autosave>

type Parts = {
  /** Rejects or stays silent where no answer comes. */
  save: (sent: Sent) => Promise<SaveAnswer>
  changeRow: (change: RowChange) => Promise<RowAnswer>
  /** What became of a send that threw. */
  failed: (error: unknown) => SaveAnswer
  /** Calls after so many ms; what it gives calls that off. */
  later: (ms: number, work: () => void) => () => void
  /** Not while a character is being composed. */
  mayNow: () => boolean
  /** After each answer; `sent` is null where it is about rows that went or were moved. */
  heard: (sent: Sent | null, answer: SaveAnswer) => void
}

/**
 * Saves a form by itself: at a pause, one request at a time, each with what is typed by then. What is not answered is sent again with
 * growing pauses; an answer that comes after its patience has ended is not heard, because what stands is asked for anew. What only a
 * person can mend (a sign-in that ended, a form that was locked, a program that was renewed) waits for them: for more typing, for
 * `now`, which the page calls when it is looked at again.
 */
export function autosave(store: CellStore, { save, changeRow, failed, later, mayNow, heard }: Parts) {
  let callOff: () => void = () => undefined
  let longest: (() => void) | null = null
  let busy = false
  let again = false
  let askedFor = false
  let failures = 0
  let stopped = false
  /** Nothing could be saved while rows that went are still there: they may be in the way, as in a list that is full. */
  let roomFirst = false

  const clear = () => {
    callOff()
    longest?.()
    longest = null
  }
  const wait = (ms: number) => {
    callOff()
    if (stopped) return
    callOff = later(ms, () => void run())
  }
  const within = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([work, new Promise<T>((resolve) => later(PATIENCE, () => resolve(otherwise)))])

  async function run(): Promise<void> {
    clear()
    if (busy) {
      again = true
      return
    }
    if (!mayNow()) {
      wait(PAUSE)
      return
    }
    busy = true
    const answer = await sendNext()
    busy = false
    if (answer === null) {
      if (askedFor) store.wasAsked()
      askedFor = false
      again = false
      return
    }
    failures = answer.failure === undefined || answer.failure === 'renewed' ? 0 : failures + 1
    if (answer.message !== null) askedFor = false
    if (again || (askedFor && !stopped)) await run()
    else if (failures > 0) wait(Math.min(LONGEST_RETRY, RETRY * 2 ** (failures - 1)))
    // What came up meanwhile has a pause to come; where nothing was saved, a person has to mend it first
    else if (answer.message === null || roomFirst) wait(store.rowChange() === null ? PAUSE : 0)
  }

  /** Sends what is typed, else the next change of rows; null where there is nothing to send. */
  async function sendNext(): Promise<SaveAnswer | null> {
    again = false
    const sent = roomFirst && store.rowChange()?.kind === 'remove' ? null : store.send()
    roomFirst &&= sent === null
    if (sent !== null) {
      const answer = await within(save(sent).catch(failed), unanswered('unreachable'))
      store.answered(sent, answer)
      heard(sent, answer)
      roomFirst = isOver(answer) && answer.message !== null && store.rowChange()?.kind === 'remove'
      return answer
    }
    const change = store.rowChange()
    if (change === null) return null
    const answer = await within(changeRow(change).then(asSave, failed), unanswered('unreachable'))
    store.rowChanged(change, answer)
    heard(null, answer)
    return isOver(answer) ? NOTHING : answer
  }

  return {
    /** Something was typed or done: it is saved at the next pause. */
    typed(): void {
      // The answer, or the next try, goes on from there
      if (busy || failures > 0) return
      wait(PAUSE)
      longest ??= later(LONGEST, () => void run())
    },
    /** Saves at once; `asked`: somebody wants to know how it went. */
    now(asked = false): void {
      askedFor ||= asked
      void run()
    },
    /** The form is left: what is typed is sent once more, and nothing is begun after that. */
    stop(): void {
      clear()
      void run()
      stopped = true
    },
    /** The form is there again. */
    begin(): void {
      stopped = false
    },
  }
}

const NOTHING: SaveAnswer = { saved: [], refusals: [], conflicts: [], message: null }

const asSave = (answer: RowAnswer): SaveAnswer =>
  answer.ok
    ? { ...NOTHING, ...(answer.revision === undefined ? {} : { revision: answer.revision }), ...(answer.kept ? { kept: answer.kept } : {}) }
    : { ...NOTHING, message: answer.message, ...(answer.signedOut ? { signedOut: true } : {}) }
