'use client'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { isRowField, type TypedDraft } from '@/lib/forms/saving/typed-drafts'
import { sayReferences } from '@/lib/messages/data-labels'
import { formatTime } from '@/lib/messages/dates'
import { dropDrafts } from './draft-store'
import { fieldOf, fieldText } from './fields'
import { restoreOwn } from './own-drafts'
import { findField, typeInto, uncover } from './put-back'

type Props = { drafts: readonly TypedDraft[]; onDone: () => void }

/** What was typed on this page before and never reached the server, to be put back, looked at, or thrown away. */
export function DraftOffer({ drafts, onDone }: Props) {
  // Those that have no place on the page any more; null until something was put back.
  const [homeless, setHomeless] = useState<readonly TypedDraft[] | null>(null)
  const texts = drafts.filter(({ field }) => !isRowField(field))
  const last = Math.max(...drafts.map(({ at }) => at))
  const restore = async () => setHomeless(await putBack(drafts))
  const discard = async () => {
    await dropDrafts(homeless ?? drafts)
    onDone()
  }
  if (homeless !== null && homeless.length === 0) {
    return <Notice live tone="success" className="mb-4 print:hidden" title={`已恢复 ${texts.length} 处，核对后请保存。`} />
  }
  const title =
    homeless === null
      ? `您上次在本页填写的 ${texts.length} 处内容尚未保存（${formatTime(new Date(last))}），已保留在本浏览器。`
      : `以下 ${homeless.length} 处内容已没有可填的位置，其余已恢复。请复制后另行填写。`
  return (
    <Notice live tone="warning" className="mb-4 print:hidden" title={title}>
      {homeless === null ? null : <Texts drafts={homeless} />}
      <div className="mt-2 flex flex-wrap gap-3">
        {homeless === null ? (
          <Button variant="primary" onClick={() => void restore()}>
            恢复到页面
          </Button>
        ) : null}
        <ConfirmDialog trigger="不再保留" title="不再保留这些内容？" confirm="不再保留" variant="danger" onConfirm={() => void discard()}>
          <Texts drafts={homeless ?? texts} />
        </ConfirmDialog>
      </div>
    </Notice>
  )
}

const Texts = ({ drafts }: { drafts: readonly TypedDraft[] }) => (
  <ul className="mt-1 grid max-h-[50vh] gap-1 overflow-y-auto">
    {drafts.map(({ field, label, text }) => (
      <li key={field}>
        <span className="text-muted">{label}：</span>
        <span className="break-words whitespace-pre-wrap select-all">{text === '' ? '（清空）' : sayReferences(text, null)}</span>
      </li>
    ))}
  </ul>
)

/** Puts texts back where they were typed; gives those whose place is not on the page, or is not theirs to fill any more. */
async function putBack(drafts: readonly TypedDraft[]): Promise<TypedDraft[]> {
  const homeless: TypedDraft[] = []
  for (const draft of drafts) {
    // A text that refers to data says in its box what it refers to: the box understands it
    const early = draft.early ? fieldOf(draft.field) : null
    if (!(early instanceof HTMLTextAreaElement) && restoreOwn(draft)) continue
    const field = early ?? findField(draft.field)
    if (field === null || field.disabled || ('readOnly' in field && field.readOnly)) {
      if (!isRowField(draft.field)) homeless.push(draft)
      continue
    }
    uncover(field)
    // One after the other: of choices that belong together each must find what the one before came to
    if (fieldText(field) !== draft.text) flushSync(() => typeInto(field, draft.text))
  }
  return homeless
}
