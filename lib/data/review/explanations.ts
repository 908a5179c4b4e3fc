import 'server-only'
import { holding, keep, may } from '@/lib/data/change/change'
import { assess } from '@/lib/domain/checks/assessment'
import { explanationFor, figuresOf } from '@/lib/domain/checks/findings'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { explanationPlace } from '@/lib/domain/review/notes'
import { dropDrafts } from './review-drafts'

/** Which finding is explained: its code and cell, and the figures (`figuresOf`) that the person had before them. */
export type ExplainedFinding = { code: string; at: string; figures: string }

/** Longest explanation. */
const LONGEST = 2000

/** An answer as it is to be, and as the person had it before them (empty: none). */
export type Answer = { text: string; seen: string }

/**
 * Answers a warning. The answer holds for these figures only: when they change the finding is open again.
 * Refused: `not-permitted`, `locked`, `acted-elsewhere`, `reason-required`, `too-long`, `finding-changed` where there is no
 * such warning with these figures any more, and `explained-meanwhile` where somebody else answered it: both texts are kept.
 */
export const explainFinding = (
  viewer: Viewer,
  evaluationId: string,
  finding: ExplainedFinding,
  { text, seen }: Answer,
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    if (text.trim() === '') return refused('reason-required')
    if (text.length > LONGEST) return refused('too-long', { longest: String(LONGEST) })
    const { code, at: address, figures } = finding
    const stands = assess(held.evaluation).findings.find(
      (found) => found.severity === 'warning' && found.code === code && found.at === address && figuresOf(found) === figures,
    )
    if (stands === undefined) return refused('finding-changed')
    const before = explanationFor(stands, held.explanations)
    if (before !== null && before.text !== seen) return refused('explained-meanwhile', { byName: before.byName, text: before.text })
    await dropDrafts(held.tx, viewer, evaluationId, [{ kind: 'explanation', place: explanationPlace(finding) }])
    if (before?.text === text) return accepted(null)
    const key = { evaluationId, code, address, figures }
    const now = new Date()
    const answer = { text, byId: viewer.userId, byName: viewer.name, at: now }
    await held.tx.explanation.upsert({ where: { evaluationId_code_address_figures: key }, create: { ...key, ...answer }, update: answer })
    const payload = { code, figures, before: before?.text ?? null, after: text }
    const given = { code, at: address, figures, text, byName: viewer.name, atTime: now.toISOString() }
    const others = held.explanations.filter((one) => one !== before)
    await keep({ ...held, explanations: [...others, given] }, permitted.value, held.evaluation, {
      action: 'findings.explain',
      subject: address,
      payload,
    })
    return accepted(null)
  })
