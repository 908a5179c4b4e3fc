import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReviewNote } from '@/lib/domain/review/review'
import { holding, keep, may } from './change'
import { database, type Transaction } from './database'
import { visibleTo } from './visibility'

/** The review notes of an evaluation, oldest first, with those that are dealt with; empty where not visible. */
export async function listNotes(viewer: Viewer, evaluationId: string): Promise<ReviewNote[]> {
  const [notes, handedIn] = await Promise.all([
    database().reviewNote.findMany({
      where: { evaluationId, evaluation: visibleTo(viewer) },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
    lastHandingIn(database(), evaluationId),
  ])
  return notes.map(({ id, address, text, byName, at, resolvedAt, resolvedBy }) => ({
    id,
    at: address,
    text,
    byName,
    atTime: at.toISOString(),
    resolved: resolvedAt !== null,
    resolvedBy,
    past: handedIn !== null && at < handedIn,
  }))
}

async function lastHandingIn(tx: Pick<Transaction, 'submission'>, evaluationId: string): Promise<Date | null> {
  const last = await tx.submission.findFirst({ where: { evaluationId }, orderBy: { number: 'desc' }, select: { at: true } })
  return last?.at ?? null
}

/**
 * Marks a note as dealt with, or takes that back. Refused: `not-permitted` (also where there is no such note), `locked`,
 * `acted-elsewhere`, and `note-past` for a note from before the last handing-in, which is answered for good.
 */
export const settleNote = (viewer: Viewer, evaluationId: string, noteId: string, resolved: boolean): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const note = await held.tx.reviewNote.findFirst({ where: { id: noteId, evaluationId } })
    if (note === null) return refused('not-permitted')
    if ((note.resolvedAt !== null) === resolved) return accepted(null)
    const handedIn = await lastHandingIn(held.tx, evaluationId)
    if (handedIn !== null && note.at < handedIn) return refused('note-past')
    const settled = resolved ? { resolvedAt: new Date(), resolvedBy: viewer.name } : { resolvedAt: null, resolvedBy: null }
    await held.tx.reviewNote.update({ where: { id: noteId }, data: settled })
    await keep(held, permitted.value, held.evaluation, {
      action: resolved ? 'notes.resolve' : 'notes.reopen',
      subject: note.address,
      payload: { note: noteId, text: note.text },
    })
    return accepted(null)
  })
