import 'server-only'
import { holding } from '@/lib/data/change/change'
import { database, type Transaction } from '@/lib/data/database/database'
import { visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { isDraftPlace } from '@/lib/domain/evaluation/sections'
import type { Viewer } from '@/lib/domain/people/permissions'
import { LONGEST_MESSAGE, mayDraft, type ReviewDraft } from '@/lib/domain/review/notes'

/** Which draft of a person in an evaluation. */
export type DraftPlace = Pick<ReviewDraft, 'kind' | 'place'>

/** What the viewer was writing in the review of an evaluation or in answer to its warnings; nobody else's. Empty where not visible. */
export async function listDrafts(viewer: Viewer, evaluationId: string): Promise<ReviewDraft[]> {
  const rows = await database().reviewDraft.findMany({
    where: { evaluationId, userId: viewer.userId, evaluation: visibleTo(viewer) },
    orderBy: [{ kind: 'asc' }, { place: 'asc' }],
  })
  return rows.map(({ kind, place, text, changedAt }) => ({ kind, place, text, changedAt: changedAt.toISOString() }))
}

/**
 * Keeps what the viewer is writing; an empty text is kept no longer. No step of the review and no change of the evaluation:
 * it stands in no log, and who has only written drafts has not acted. Refused: `not-permitted` (also where there is no such
 * note to reply to), `locked`, `acted-elsewhere`, `too-long`, `no-such-cell`.
 */
export const saveDraft = (
  viewer: Viewer,
  evaluationId: string,
  { kind, place, text }: DraftPlace & { text: string },
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async ({ tx, viewer, evaluation, actedAt }) => {
    const permitted = mayDraft(viewer, evaluation, kind, actedAt)
    if (!permitted.ok) return permitted
    if (text.length > LONGEST_MESSAGE) return refused('too-long', { longest: String(LONGEST_MESSAGE) })
    const key = { evaluationId, userId: viewer.userId, kind, place }
    if (text.trim() === '') {
      await tx.reviewDraft.deleteMany({ where: key })
      return accepted(null)
    }
    if (!isDraftPlace(evaluation, kind, place)) return refused('no-such-cell')
    if (kind === 'reply' && (await tx.noteThread.count({ where: { id: place, evaluationId } })) === 0) return refused('not-permitted')
    const kept = { text, changedAt: new Date() }
    await tx.reviewDraft.upsert({
      where: { evaluationId_userId_kind_place: key },
      create: { ...key, ...kept },
      update: kept,
      select: { kind: true },
    })
    return accepted(null)
  })

/** What was said in earnest is a draft no longer. */
export async function dropDrafts(tx: Transaction, viewer: Viewer, evaluationId: string, drafts: readonly DraftPlace[]): Promise<void> {
  if (drafts.length === 0) return
  await tx.reviewDraft.deleteMany({
    where: { evaluationId, userId: viewer.userId, OR: drafts.map(({ kind, place }) => ({ kind, place })) },
  })
}
