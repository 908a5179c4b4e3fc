'use client'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/lib/messages/dates'
import { NOTE_RESOLVED } from '@/lib/messages/labels'
import { type CellNoteText, useCellForm } from './cell-form-context'
import { ActionMessage, useRowAction } from './row-action'

/** 批注 at its place, and the way to mark it as dealt with or to take that back. */
export function ReturnedNote({ note }: { note: CellNoteText }) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const { id, text, byName, at, resolved, resolvedBy } = note
  const settle = () =>
    run(
      (drawnFor) => form.settleNote(id, !resolved, drawnFor),
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
      {resolved ? (
        <span>
          <Tag tone="success">{NOTE_RESOLVED}</Tag> <span className="text-muted">{resolvedBy}</span>
        </span>
      ) : null}
      {form.readOnly ? null : (
        <Button variant="quiet" className="-ml-2" inactive={pending} aria-describedby={`note-${id}`} onClick={settle}>
          {resolved ? '改回未处理' : '标记为已处理'}
        </Button>
      )}
      <ActionMessage refusal={refusal} />
    </li>
  )
}
