import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Held } from '@/lib/data/change/change'
import type { Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { isNotePlace } from '@/lib/domain/evaluation/sections'
import { checkMessage } from '@/lib/domain/review/notes'
import { dropDrafts } from './review-drafts'

/** What is left with a return: new notes at cells and sections (`at`), and answers to notes that stand there (`note`, an id). */
export type LeftNotes = { notes: readonly { at: string; text: string }[]; replies?: readonly { note: string; text: string }[] }

/**
 * Leaves notes and answers, said at `at`; a note that was answered is open again. What was a draft of them is one no longer.
 * Refused: `reason-required` (one says nothing), `too-long`, `no-such-cell`, `not-permitted` (no such note).
 */
export async function leaveNotes(held: Held, { notes, replies = [] }: LeftNotes, at: Date): Promise<Decision<null>> {
  const { tx, viewer, evaluation } = held
  const unfit = [...notes, ...replies].map(({ text }) => checkMessage(text)).find(({ ok }) => !ok)
  if (unfit) return unfit
  const nowhere = notes.find((note) => !isNotePlace(evaluation, note.at))
  if (nowhere) return refused('no-such-cell')
  const answered = [...new Set(replies.map(({ note }) => note))]
  const known = await tx.noteThread.count({ where: { id: { in: answered }, evaluationId: evaluation.id } })
  if (known < answered.length) return refused('not-permitted')

  const opened = notes.map((note) => ({ ...note, id: newId() }))
  await tx.noteThread.createMany({
    data: opened.map((note) => ({ id: note.id, evaluationId: evaluation.id, address: note.at, openedAt: at })),
  })
  const by = { node: evaluation.node, byId: viewer.userId, byName: viewer.name, at }
  const said = [...opened.map(({ id, text }) => ({ threadId: id, text })), ...replies.map(({ note, text }) => ({ threadId: note, text }))]
  await tx.noteMessage.createMany({ data: said.map((message) => ({ ...by, ...message })) })
  await tx.noteThread.updateMany({ where: { id: { in: answered } }, data: { state: 'open', resolvedAt: null, resolvedBy: null } })
  await dropDrafts(tx, viewer, evaluation.id, [
    ...notes.map((note) => ({ kind: 'note' as const, place: note.at })),
    ...answered.map((note) => ({ kind: 'reply' as const, place: note })),
  ])
  return accepted(null)
}

/** Whether just these were left by this person at that moment. */
export async function wereLeft(
  tx: Transaction,
  { evaluationId, byId, at }: { evaluationId: string; byId: string; at: Date },
  { notes, replies = [] }: LeftNotes,
): Promise<boolean> {
  const left = await tx.noteMessage.findMany({ where: { thread: { evaluationId }, byId, at }, include: { thread: true } })
  const found = left.map(({ text, thread }) => [thread.openedAt.getTime() === at.getTime() ? thread.address : thread.id, text])
  const asked = [...notes.map((note) => [note.at, note.text]), ...replies.map(({ note, text }) => [note, text])]
  const sorted = (pairs: (string | undefined)[][]) => pairs.map((pair) => JSON.stringify(pair)).sort()
  return isDeepStrictEqual(sorted(found), sorted(asked))
}
