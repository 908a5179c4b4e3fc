import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import type { Viewer } from '@/lib/domain/permissions'
import type { ReviewNote } from '@/lib/domain/review'
import { holding, keep, may } from './change'
import { database } from './database'
import { visibleTo } from './visibility'

/** The review notes of an evaluation, oldest first, with those that are dealt with; empty where not visible. */
export async function listNotes(viewer: Viewer, evaluationId: string): Promise<ReviewNote[]> {
  const notes = await database().reviewNote.findMany({
    where: { evaluationId, evaluation: visibleTo(viewer) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return notes.map(({ id, address, text, byName, at, resolvedAt }) => ({
    id,
    at: address,
    text,
    byName,
    atTime: at.toISOString(),
    resolved: resolvedAt !== null,
  }))
}

/** Marks a note as dealt with. Refused: `not-permitted` (also where there is no such note), `locked`, `acted-elsewhere`. */
export const resolveNote = (viewer: Viewer, evaluationId: string, noteId: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const note = await held.tx.reviewNote.findFirst({ where: { id: noteId, evaluationId } })
    if (note === null) return refused('not-permitted')
    if (note.resolvedAt !== null) return accepted(null)
    await held.tx.reviewNote.update({ where: { id: noteId }, data: { resolvedAt: new Date(), resolvedBy: viewer.name } })
    await keep(held, permitted.value, held.evaluation, {
      action: 'notes.resolve',
      subject: note.address,
      payload: { note: noteId, text: note.text },
    })
    return accepted(null)
  })
