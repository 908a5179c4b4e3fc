'use client'
import { useState } from 'react'
import { type CellNoteText, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/lib/messages/dates'
import { NOTE_ANSWERED, NOTE_RESOLVED } from '@/lib/messages/labels'
import { ReplyBox } from './reply-box'
import { ActionMessage, useRowAction } from './row-action'

/** 批注 at its place with the answers to it, and the ways to answer it, to mark it as dealt with and to take that back. */
export function ReturnedNote({ note }: { note: CellNoteText }) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const { id, text, byName, at, state, resolvedBy, replies } = note
  const [answering, setAnswering] = useState(form.replyDraft(id) !== '')
  const resolved = state === 'resolved'
  const settle = () =>
    run(
      (drawnFor) => form.noteActions.settle(id, !resolved, drawnFor),
      () => form.announce(resolved ? '该批注已改回未处理' : '该批注已标记为已处理'),
    )
  return (
    <li
      className={classNames(
        'flex flex-wrap items-center gap-x-2 rounded border-l-4 px-2 py-1',
        resolved ? 'border-success bg-success-soft' : 'border-danger bg-danger-soft',
      )}
    >
      <span id={`note-${id}`} className="min-w-0 break-words whitespace-pre-line">
        <strong>批注</strong>（{byName} {formatTime(at)}）：{text}
      </span>
      {replies.map((reply) => (
        <span key={reply.id} className="basis-full break-words whitespace-pre-line">
          <strong>答复</strong>（{reply.byName} {formatTime(reply.at)}）：{reply.text}
        </span>
      ))}
      {resolved ? (
        <span>
          <Tag tone="success">{NOTE_RESOLVED}</Tag> <span className="text-muted">{resolvedBy}</span>
        </span>
      ) : state === 'answered' ? (
        <Tag>{NOTE_ANSWERED}</Tag>
      ) : null}
      {form.readOnly ? null : (
        <>
          <Button variant="quiet" className="-ml-2" inactive={pending} aria-describedby={`note-${id}`} onClick={settle}>
            {resolved ? '改回未处理' : '标记为已处理'}
          </Button>
          {answering ? (
            <ReplyBox note={id} onDone={() => setAnswering(false)} />
          ) : (
            <Button variant="quiet" aria-describedby={`note-${id}`} onClick={() => setAnswering(true)}>
              答复
            </Button>
          )}
        </>
      )}
      <ActionMessage refusal={refusal} />
    </li>
  )
}
