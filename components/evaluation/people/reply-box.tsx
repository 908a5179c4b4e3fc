'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { acknowledge } from '@/components/forms/drafts/draft-store'
import { KEPT } from '@/components/forms/drafts/fields'
import { useServerDrafts } from '@/components/forms/drafts/server-drafts'
import { useTypist } from '@/components/forms/drawn-for'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { LONGEST_MESSAGE } from '@/lib/domain/review/notes'
import { ActionMessage, useRowAction } from './row-action'

/** 答复 of a note: kept on the server while it is written, said in earnest by its button. */
export function ReplyBox({ note, onDone }: { note: string; onDone: () => void }) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const drafts = useServerDrafts(form.noteActions.keep)
  const userId = useTypist()
  const page = usePathname()
  const [text, setText] = useState(form.replyDraft(note))
  const box = useRef<HTMLDivElement>(null)
  const begun = useRef(text !== '')
  useEffect(() => {
    if (!begun.current) box.current?.querySelector('textarea')?.focus()
  }, [])
  const id = `reply/${note}`
  const write = (typed: string) => {
    setText(typed)
    drafts.keep({ kind: 'reply', place: note, text: typed }, id)
  }
  const send = () => {
    drafts.sent(id)
    run(
      (drawnFor) => form.noteActions.reply(note, text, drawnFor),
      () => {
        void acknowledge([{ userId, page, field: id, text }])
        form.announce('答复已提交')
        onDone()
      },
    )
  }
  const close = () => {
    if (text !== '') write('')
    onDone()
  }
  return (
    <div ref={box} className="grid basis-full gap-1 py-1">
      <label htmlFor={id} className="text-sm font-medium">
        答复
      </label>
      <TextArea
        {...{ [KEPT]: '' }}
        id={id}
        rows={2}
        maxLength={LONGEST_MESSAGE}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button inactive={pending || text.trim() === ''} onClick={send}>
          提交答复
        </Button>
        <Button variant="quiet" onClick={close}>
          {text === '' ? '取消' : '不答复了'}
        </Button>
      </div>
      <ActionMessage refusal={refusal ?? drafts.trouble} />
    </div>
  )
}
