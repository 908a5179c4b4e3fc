'use client'
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react'

/** A note that is being written for a place; it becomes a review note when the evaluation is sent back. */
export type DraftNote = { at: string; label: string; text: string }

type Notes = {
  notes: readonly DraftNote[]
  write: (note: DraftNote) => void
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
  useEffect(() => setKept(readNotes(window.sessionStorage.getItem(key))), [key])
  useEffect(() => {
    if (kept !== null) window.sessionStorage.setItem(key, JSON.stringify(kept))
  }, [key, kept])

  const value = useMemo<Notes>(() => {
    const change = (changed: (notes: readonly DraftNote[]) => readonly DraftNote[]) => setKept((notes) => changed(notes ?? []))
    return {
      notes: kept ?? [],
      write: (note) =>
        change((all) => (all.some(({ at }) => at === note.at) ? all.map((one) => (one.at === note.at ? note : one)) : [...all, note])),
      discard: (at) => change((all) => all.filter((note) => note.at !== at)),
    }
  }, [kept])
  return <NotesContext value={value}>{children}</NotesContext>
}

/** The notes of the page; null where the reader may not send the evaluation back. */
export const useReturnNotes = (): Notes | null => useContext(NotesContext)

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

/** 批注 at a cell or section: opens a small text box in its place. Draws nothing where the reader may not send back. */
export function NoteButton({ at, label }: { at: string; label: string }) {
  const context = useReturnNotes()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  if (context === null) return null
  const note = context.notes.find((candidate) => candidate.at === at)
  if (!open && note === undefined) {
    return (
      <button type="button" className={BUTTON} onClick={() => setOpen(true)} aria-label={`批注：${label}`}>
        批注
      </button>
    )
  }
  return (
    <span className="mt-1 block max-w-md text-left whitespace-normal print:hidden">
      <label htmlFor={id} className="block text-xs text-muted">
        对“{label.replaceAll('“', '').replaceAll('”', '')}”的批注（退回时一并送达）
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        maxLength={2000}
        value={note?.text ?? ''}
        onChange={(event) => context.write({ at, label, text: event.target.value })}
        className="mt-1 w-full rounded-sm border border-line-strong bg-surface px-2 py-1 text-sm text-ink"
      />
      <button
        type="button"
        className={BUTTON}
        onClick={() => {
          context.discard(at)
          setOpen(false)
        }}
      >
        删除批注
      </button>
    </span>
  )
}

const BUTTON = 'min-h-6 rounded-sm px-1 text-xs whitespace-nowrap text-action underline underline-offset-2 print:hidden'
