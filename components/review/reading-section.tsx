'use client'
import type { ReactNode } from 'react'
import { EvidenceHere } from '@/components/evidence/evidence-files'
import type { EvidenceGroup } from '@/components/evidence/shown-evidence'
import { Section } from '@/components/ui/page'
import { Tag } from '@/components/ui/tag'
import type { ReviewNote } from '@/lib/domain/review/notes'
import { formatTime } from '@/lib/messages/dates'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { NOTE_ANSWERED, NOTE_CLOSED, NOTE_OPEN, NOTE_RESOLVED } from '@/lib/messages/labels'
import { DraftNoteAt, NoteButton } from './draft-note'

type Props = { id: string; title: string; notes: readonly ReviewNote[]; evidence: EvidenceGroup | null; children: ReactNode }

/** A section of the evaluation as it is read for review, with the notes that stand at it and the 佐证材料 of the whole. */
export function ReadingSection({ id, title, notes, evidence, children }: Props) {
  return (
    <Section id={id} title={title} actions={<NoteButton at={id} label={title} />} className="scroll-mt-24">
      <NotesAt at={id} notes={notes} />
      {children}
      <EvidenceHere group={evidence} title={`佐证材料：${title}`} />
    </Section>
  )
}

/** The review notes that stand at a cell or section, with those dealt with, and the one being written. */
export function NotesAt({ at, notes }: { at: string; notes: readonly ReviewNote[] }) {
  return (
    <>
      <LeftNotes at={at} notes={notes} />
      <DraftNoteAt at={at} />
    </>
  )
}

function LeftNotes({ at, notes }: { at: string; notes: readonly ReviewNote[] }) {
  const here = notes.filter((note) => note.at === at)
  if (here.length === 0) return null
  return (
    <ul className="my-2 grid gap-2 text-left text-sm whitespace-normal">
      {here.map(({ id, text, byName, atTime, state, resolvedBy, replies }) => (
        <li key={id} className="rounded border-l-4 border-warning bg-warning-soft px-3 py-2">
          <p className="whitespace-pre-line">{text}</p>
          <p className="mt-1 text-xs text-muted">
            {byName} · {formatTime(atTime)} {/* Nobody marked those that were closed by the next handing-in */}
            <Tag tone={state === 'resolved' && resolvedBy !== null ? 'success' : 'warning'}>
              {state === 'answered' ? NOTE_ANSWERED : state !== 'resolved' ? NOTE_OPEN : resolvedBy === null ? NOTE_CLOSED : NOTE_RESOLVED}
            </Tag>
          </p>
          {replies.map((reply) => (
            <p key={reply.id} className="mt-1 border-l-2 border-line-strong pl-2 whitespace-pre-line">
              <span className="text-xs text-muted">
                {reply.byName} · {formatTime(reply.atTime)} 答复：
              </span>
              {reply.text}
            </p>
          ))}
          <NoteButton kind="reply" at={id} label={text.slice(0, 20)} />
          <DraftNoteAt at={id} />
        </li>
      ))}
    </ul>
  )
}

/** A section, or a text in it, without anything. */
export const Unfilled = () => <p className="text-sm text-muted">{NOT_FILLED}</p>

/** A text as it will be printed, in its pieces; `datum`: what a figure is called that follows the data. */
export type ReadPiece = { text: string; datum?: string }
/** `evidence`: 佐证材料 that belong to the text; absent where it can have none. */
export type ReadText = { at: string; label: string; pieces: readonly ReadPiece[]; item: boolean; evidence?: EvidenceGroup | null }

/** A text in which the figures that follow the data are marked, each with what it is. */
export function ReadingText({ pieces }: { pieces: readonly ReadPiece[] }) {
  if (pieces.length === 0) return <span className="text-muted">{NOT_FILLED}</span>
  return pieces.map(({ text, datum }, place) => {
    const key = `${place} ${text}`
    return datum === undefined ? (
      <span key={key}>{text}</span>
    ) : (
      <span key={key} title={`引用：${datum}`} className="rounded bg-action-soft px-0.5">
        {text}
      </span>
    )
  })
}

/** Paragraphs and numbered items of a text, each a place for a note. */
export function ReadingTexts({ texts, notes }: { texts: readonly ReadText[]; notes: readonly ReviewNote[] }) {
  if (texts.length === 0) return <Unfilled />
  let number = 0
  return (
    <div className="grid gap-3">
      {texts.map(({ at, label, pieces, item, evidence = null }) => {
        if (item) number += 1
        return (
          <div key={at} id={at} className="scroll-mt-24">
            <p className="whitespace-pre-line">
              {item ? <span className="text-muted">{number}. </span> : null}
              <ReadingText pieces={pieces} /> <NoteButton at={at} label={label} />
            </p>
            <NotesAt at={at} notes={notes} />
            <EvidenceHere group={evidence} />
          </div>
        )
      })}
    </div>
  )
}
