import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import { type Held, holding, keep, may } from '@/lib/data/change/change'
import { database, type Transaction } from '@/lib/data/database/database'
import { hasNotes } from '@/lib/data/evaluation/evaluations'
import { visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { checkMessage, type NoteMessage, type NoteState, type ReviewNote } from '@/lib/domain/review/notes'
import type { Prisma } from '@/lib/generated/prisma/client'
import { dropDrafts } from './review-drafts'

const inOrder = { orderBy: [{ at: 'asc' }, { id: 'asc' }] } satisfies { orderBy: Prisma.NoteMessageOrderByWithRelationInput[] }

/** The review notes of an evaluation, oldest first, with those that are dealt with; empty where not visible. */
export async function listNotes(viewer: Viewer, evaluationId: string): Promise<ReviewNote[]> {
  if (!(await hasNotes(viewer, evaluationId))) return []
  const threads = await database().noteThread.findMany({
    where: { evaluationId, evaluation: visibleTo(viewer) },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    include: { messages: inOrder },
  })
  const handedIn = await lastHandingIn(database(), evaluationId)
  return threads.flatMap(({ id, address, state, resolvedBy, messages }): ReviewNote[] => {
    const [first, ...replies] = messages.map(messageFrom)
    return first ? [{ ...first, id, at: address, state, resolvedBy, replies, past: isPast(messages, handedIn) }] : []
  })
}

type StoredMessage = { id: string; node: NoteMessage['node']; text: string; byName: string; at: Date }

const messageFrom = ({ id, node, text, byName, at }: StoredMessage): NoteMessage => ({ id, node, text, byName, atTime: at.toISOString() })

/** Whether everything in the thread was said before the last handing-in. */
const isPast = (messages: readonly { at: Date }[], handedIn: Date | null): boolean =>
  handedIn !== null && messages.every(({ at }) => at < handedIn)

/** When it was last handed in and not taken back. */
async function lastHandingIn(tx: Pick<Transaction, 'reviewStep'>, evaluationId: string): Promise<Date | null> {
  const steps = await tx.reviewStep.findMany({
    where: { evaluationId, action: { in: ['submit', 'recall'] } },
    orderBy: { number: 'asc' },
    select: { action: true, at: true },
  })
  return steps.findLast(({ action }, index) => action === 'submit' && steps[index + 1]?.action !== 'recall')?.at ?? null
}

/**
 * Marks a note as dealt with, or takes that back. Refused: `not-permitted` (also where there is no such note), `locked`,
 * `acted-elsewhere`, and `note-past` for a note from before the last handing-in, which is answered for good.
 */
export const settleNote = (viewer: Viewer, evaluationId: string, noteId: string, resolved: boolean): Promise<Decision<null>> =>
  changing(viewer, evaluationId, noteId, async ({ tx }, note) => {
    if ((note.state === 'resolved') === resolved) return accepted(null)
    const open: NoteState = note.messages.at(-1)?.node === 'entry' ? 'answered' : 'open'
    await standAs(tx, noteId, resolved ? 'resolved' : open, resolved ? viewer.name : null)
    return accepted({
      action: resolved ? 'notes.resolve' : 'notes.reopen',
      subject: note.address,
      payload: { note: noteId, text: note.messages[0]?.text ?? '' },
    })
  })

/**
 * The department's answer to a note, which is answered from then on. Refused as `settleNote`, and as `reason-required` without a
 * text and `too-long`.
 */
export const replyToNote = (viewer: Viewer, evaluationId: string, noteId: string, text: string): Promise<Decision<null>> =>
  changing(viewer, evaluationId, noteId, async ({ tx }, note) => {
    const fit = checkMessage(text)
    if (!fit.ok) return fit
    await tx.noteMessage.create({
      data: { threadId: noteId, node: 'entry', text, byId: viewer.userId, byName: viewer.name, at: new Date() },
      select: { id: true },
    })
    await standAs(tx, noteId, 'answered', null)
    await dropDrafts(tx, viewer, evaluationId, [{ kind: 'reply', place: noteId }])
    return accepted({ action: 'notes.reply', subject: note.address, payload: { note: noteId, text } })
  })

type Thread = Prisma.NoteThreadGetPayload<{ include: { messages: true } }>

/** Holds a note for the department; what `work` gives is written down, and null where nothing changed. */
const changing = (
  viewer: Viewer,
  evaluationId: string,
  noteId: string,
  work: (held: Held, note: Thread) => Promise<Decision<AuditRecord | null>>,
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const note = await held.tx.noteThread.findFirst({ where: { id: noteId, evaluationId }, include: { messages: inOrder } })
    if (note === null) return refused('not-permitted')
    if (isPast(note.messages, await lastHandingIn(held.tx, evaluationId))) return refused('note-past')
    const done = await work(held, note)
    if (!done.ok) return done
    if (done.value !== null) await keep(held, permitted.value, held.evaluation, done.value)
    return accepted(null)
  })

const standAs = (tx: Transaction, id: string, state: NoteState, resolvedBy: string | null) =>
  tx.noteThread.update({
    where: { id },
    data: { state, resolvedBy, resolvedAt: state === 'resolved' ? new Date() : null },
    select: { id: true },
  })
