'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { NOTE_KEPT } from '@/lib/messages/labels'
import { type DraftNote, type Drafts, noteField, useReviewDrafts } from './review-drafts'

/** Where the focus goes back to when the box closes. */
const buttonId = (at: string): string => `write-note/${at}`

/** Where a note is read: at its place; a reply at the button that wrote it. */
export const noteButton = ({ kind, at }: Pick<DraftNote, 'kind' | 'at'>): string => (kind === 'reply' ? buttonId(at) : at)

type Place = { at: string; label: string; kind?: DraftNote['kind'] }

/**
 * 批注 at a cell or section, or 答复 to a note (`at` is its id): opens a small text box where `DraftNoteAt` stands. Draws nothing where
 * the reader may not send back.
 */
export function NoteButton({ at, label, kind = 'note' }: Place) {
  const context = useReviewDrafts()
  if (context === null) return null
  const written = context.notes.some((note) => note.at === at)
  const words = `${written ? '修改' : ''}${WORDS[kind]}`
  return (
    <button
      type="button"
      id={buttonId(at)}
      aria-label={`${words}：${label}`}
      aria-expanded={context.editing === at}
      className="min-h-6 rounded-sm px-1 text-xs whitespace-nowrap text-action underline underline-offset-2 print:hidden"
      onClick={() => context.edit({ kind, at, label })}
    >
      {words}
    </button>
  )
}

/** The note that is being written at a place: as a box while it is, otherwise as it will be read. */
export function DraftNoteAt({ at }: { at: string }) {
  const context = useReviewDrafts()
  const note = context?.notes.find((candidate) => candidate.at === at)
  if (!context || note === undefined) return null
  if (context.editing === at) return <NoteBox note={note} context={context} />
  return (
    <p className="my-2 border-l-4 border-warning bg-warning-soft px-3 py-1 text-left text-sm whitespace-pre-line print:hidden">
      <span className="text-muted">{NOTE_KEPT}：</span>
      {note.text}
    </p>
  )
}

const WORDS = { note: '批注', reply: '答复' } as const satisfies Record<DraftNote['kind'], string>

function NoteBox({ note, context }: { note: DraftNote; context: Drafts }) {
  const { kind, at, label, text } = note
  const word = WORDS[kind]
  const box = useRef<HTMLTextAreaElement>(null)
  const id = noteField(note)
  useEffect(() => box.current?.focus(), [])
  const back = (close: () => void) => () => {
    close()
    document.getElementById(buttonId(at))?.focus()
  }
  const discard = back(() => context.discard(note))
  return (
    <div className="my-1 max-w-xl text-left whitespace-normal print:hidden">
      <label htmlFor={id} className="block text-xs text-muted">
        对“{label.replaceAll('“', '').replaceAll('”', '')}”的{word}（办理时一并送达）
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => context.write({ ...note, text: event.target.value })}
        className="mt-1 w-full rounded-sm border border-line-strong bg-surface px-2 py-1 text-sm text-ink"
      />
      <div className="flex flex-wrap gap-x-2">
        <Button variant="quiet" onClick={back(context.done)}>
          完成
        </Button>
        {text.trim() === '' ? (
          <Button variant="quiet" onClick={discard}>
            {`删除${word}`}
          </Button>
        ) : (
          <ConfirmDialog
            trigger={`删除${word}`}
            triggerVariant="quiet"
            title={`删除这条${word}？`}
            confirm="删除"
            variant="danger"
            onConfirm={discard}
          >
            {text}
          </ConfirmDialog>
        )}
      </div>
    </div>
  )
}
