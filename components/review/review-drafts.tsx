'use client'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { NotKept } from '@/components/forms/drafts/not-kept'
import { useOwnDrafts } from '@/components/forms/drafts/own-drafts'
import { useServerDrafts } from '@/components/forms/drafts/server-drafts'
import type { SaveDraft } from '@/lib/forms/saving/row-actions'
import { NOTE_KEPT } from '@/lib/messages/labels'

/**
 * A note that is being written for a place, or a reply to a note that stands there (`at` is then the note's id); both are said with the
 * step that the reviewer takes.
 */
export type DraftNote = { kind: 'note' | 'reply'; at: string; label: string; text: string }

export type Drafts = {
  notes: readonly DraftNote[]
  /** The place whose note is open for writing: one at a time. */
  editing: string | null
  /** Opens the note of a place, a new one where there is none. */
  edit: (place: Omit<DraftNote, 'text'>) => void
  write: (note: DraftNote) => void
  /** Closes the open note and keeps it. */
  done: () => void
  discard: (note: DraftNote) => void
  /** What was written of the reason and of the opinion when the page was drawn, and keeping more of them. */
  reason: string
  opinion: string
  keep: (kind: 'reason' | 'opinion', text: string, field: string) => void
}

const DraftsContext = createContext<Drafts | null>(null)

/** The box in which the note of a place, or the reply to a note, is written. */
export const noteField = ({ kind, at }: Pick<DraftNote, 'kind' | 'at'>): string => `${kind}/${at}`
const NOTE_FIELD = /^(note|reply)\/(.+)$/

type Props = Pick<Drafts, 'notes' | 'reason' | 'opinion'> & { save: SaveDraft; children: ReactNode }

/**
 * Holds what a reviewer writes while reading: notes at cells and sections, the reason and the opinion. It lives on the server from
 * the first pause, so that neither a closed tab nor another machine loses it; with the step for which it was written it is done with.
 */
export function ReviewDrafts({ notes: begun, reason, opinion, save, children }: Props) {
  const [notes, setNotes] = useState(begun)
  const [editing, setEditing] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const server = useServerDrafts(save)
  useOwnDrafts(({ field, label, text }) => {
    const [, kept, at = ''] = NOTE_FIELD.exec(field) ?? []
    if (kept === undefined) return false
    const kind = kept === 'reply' ? 'reply' : 'note'
    const named = notes.find((note) => note.at === at)?.label ?? /“(.+)”/.exec(label)?.[1] ?? at
    setNotes((all) => [...all.filter((note) => note.at !== at), { kind, at, label: named, text }])
    server.keep({ kind, place: at, text }, field)
    return true
  })

  const value = useMemo<Drafts>(
    () => ({
      notes,
      editing,
      reason,
      opinion,
      keep: (kind, text, field) => server.keep({ kind, place: '', text }, field),
      edit: ({ kind, at, label }) => {
        const others = notes.filter((note) => hasText(note) || note.at === at)
        setNotes(others.some((note) => note.at === at) ? others : [...others, { kind, at, label, text: '' }])
        setEditing(at)
        setSaid('')
      },
      write: (note) => {
        setNotes((all) => all.map((one) => (one.at === note.at ? note : one)))
        server.keep({ kind: note.kind, place: note.at, text: note.text }, noteField(note))
      },
      done: () => {
        server.keepNow()
        setNotes(notes.filter(hasText))
        setEditing(null)
        setSaid(notes.some((note) => note.at === editing && hasText(note)) ? NOTE_KEPT : '')
      },
      discard: (discarded) => {
        setNotes(notes.filter((note) => note.at !== discarded.at))
        server.keep({ kind: discarded.kind, place: discarded.at, text: '' }, noteField(discarded))
        server.keepNow()
        setEditing(null)
        setSaid(discarded.kind === 'reply' ? '答复已删除' : '批注已删除')
      },
    }),
    [notes, editing, reason, opinion, server],
  )
  return (
    <DraftsContext value={value}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
      <NotKept refusal={server.trouble} />
    </DraftsContext>
  )
}

/** What is being written on the page; null where the reader may not review the evaluation. */
export const useReviewDrafts = (): Drafts | null => useContext(DraftsContext)

const hasText = ({ text }: DraftNote): boolean => text.trim() !== ''

/** The notes in which something is written. */
export const useWrittenNotes = (): readonly DraftNote[] => (useReviewDrafts()?.notes ?? []).filter(hasText)
