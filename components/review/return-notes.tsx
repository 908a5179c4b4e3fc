'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { NOTE_KEPT } from '@/lib/messages/labels'

/** A note that is being written for a place; it becomes a review note when the evaluation is sent back. */
export type DraftNote = { at: string; label: string; text: string }

export type Notes = {
  notes: readonly DraftNote[]
  /** The place whose note is open for writing: one at a time. */
  editing: string | null
  /** Opens the note of a place, a new one where there is none. */
  edit: (place: Pick<DraftNote, 'at' | 'label'>) => void
  write: (note: DraftNote) => void
  /** Closes the open note and keeps it. */
  done: () => void
  discard: (at: string) => void
}

const NotesContext = createContext<Notes | null>(null)

/**
 * Holds the notes that a reviewer writes at cells and sections while reading, until they send the evaluation back.
 * They are kept in this browser tab, so that a reload or a refused return loses none; with the next step of the
 * evaluation they are done with.
 */
export function ReturnNotes({ evaluationId, step, children }: { evaluationId: string; step: number; children: ReactNode }) {
  const key = `review-notes/${evaluationId}/${step}`
  // null until what this tab kept has been read: before that nothing may be written over it.
  const [kept, setKept] = useState<readonly DraftNote[] | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => setKept(readNotes(window.sessionStorage.getItem(key)).filter(hasText)), [key])
  useEffect(() => {
    if (kept !== null) window.sessionStorage.setItem(key, JSON.stringify(kept))
  }, [key, kept])

  const value = useMemo<Notes>(() => {
    const notes = kept ?? []
    return {
      notes,
      editing,
      edit: ({ at, label }) => {
        const others = notes.filter((note) => hasText(note) || note.at === at)
        setKept(others.some((note) => note.at === at) ? others : [...others, { at, label, text: '' }])
        setEditing(at)
        setSaid('')
      },
      write: (note) => setKept((all) => (all ?? []).map((one) => (one.at === note.at ? note : one))),
      done: () => {
        setKept(notes.filter(hasText))
        setEditing(null)
        setSaid(notes.some((note) => note.at === editing && hasText(note)) ? NOTE_KEPT : '')
      },
      discard: (at) => {
        setKept(notes.filter((note) => note.at !== at))
        setEditing(null)
        setSaid('批注已删除')
      },
    }
  }, [kept, editing])
  return (
    <NotesContext value={value}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
    </NotesContext>
  )
}

/** The notes of the page; null where the reader may not send the evaluation back. */
export const useReturnNotes = (): Notes | null => useContext(NotesContext)

const hasText = ({ text }: DraftNote): boolean => text.trim() !== ''

function readNotes(stored: string | null): DraftNote[] {
  try {
    const read: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(read) ? read.filter(isDraftNote) : []
  } catch {
    return []
  }
}

const isDraftNote = (value: unknown): value is DraftNote =>
  typeof value === 'object' && value !== null && 'at' in value && 'label' in value && 'text' in value && typeof value.text === 'string'
