import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Activity, mayDo, type ReviewNode, type Standing } from './review'

/** 待处理 · 已答复 (by the department) · 已处理 */
export type NoteState = 'open' | 'answered' | 'resolved'

/** What somebody said in a note: at which node they acted by it, 填报 for the department's answers. */
export type NoteMessage = { id: string; node: ReviewNode; text: string; byName: string; atTime: string }

/** 批注: what was said first about the cell (`indicators/<row>/actual`) or section (`funds`) it stands at, and the replies to it. */
export type ReviewNote = NoteMessage & {
  at: string
  state: NoteState
  /** Who marked it as dealt with; null with `state` resolved: the next handing-in did. */
  resolvedBy: string | null
  /** Oldest first. */
  replies: readonly NoteMessage[]
  /** All of it from before the last handing-in: it no longer stands at its place. */
  past: boolean
}

/** Longest message, reason or opinion. */
export const LONGEST_MESSAGE = 2000

/** Refused: `reason-required` where nothing is said, and `too-long`. */
export const checkMessage = (text: string): Decision<null> =>
  text.trim() === ''
    ? refused('reason-required')
    : text.length > LONGEST_MESSAGE
      ? refused('too-long', { longest: String(LONGEST_MESSAGE) })
      : accepted(null)

/** 批注 · 答复 · 退回原因 · 复核意见 · 对警告的说明 */
export type DraftKind = 'note' | 'reply' | 'reason' | 'opinion' | 'explanation'

/**
 * What somebody is still writing in a review, or in answer to a warning; nobody else sees it. `place` is the cell or section of a
 * note, the id of the note that a reply answers, `explanationPlace` of a warning, and empty for reasons and opinions.
 */
export type ReviewDraft = { kind: DraftKind; place: string; text: string; changedAt: string }

/** Where the draft of an answer to a warning belongs: it is still wanted when the warning's figures have moved. */
export const explanationPlace = ({ code, at }: { code: string; at: string }): string => `${code}/${at}`

/** A draft is for whoever may do one of these now. */
const DRAFTED_FOR: Readonly<Record<DraftKind, readonly Activity[]>> = {
  note: ['return'],
  reply: ['enter', 'return'],
  reason: ['return'],
  opinion: ['forward', 'approve', 'return'],
  explanation: ['enter'],
}

/** Whether the viewer may keep a draft of this kind. Refused as `mayDo`. */
export function mayDraft(viewer: Viewer, evaluation: Standing, kind: DraftKind, actedAt: ReviewNode | null): Decision<ReviewNode> {
  const verdicts = DRAFTED_FOR[kind].map((activity) => mayDo(viewer, evaluation, activity, actedAt))
  // Who may do one of several is told why not now, rather than that they may not do another.
  const own = verdicts.find((verdict) => !verdict.ok && verdict.refusal.code !== 'not-permitted')
  return verdicts.find(({ ok }) => ok) ?? own ?? refused('not-permitted')
}
