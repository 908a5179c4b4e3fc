'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { RowAnswer } from '@/lib/forms/row-actions'
import { useCellForm } from './cell-form'

/** Runs a change of rows and brings the page up to date. */
export function useRowAction() {
  const router = useRouter()
  const [message, setMessage] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const run = (work: () => Promise<RowAnswer>, then?: (answer: { id?: string }) => void) =>
    start(async () => {
      const answer = await work().catch((): RowAnswer => ({ ok: false, message: '未能连接服务器，请稍后再试。' }))
      setMessage(answer.ok ? null : answer.message)
      if (!answer.ok) return
      router.refresh()
      then?.(answer)
    })
  return { run, pending, message }
}

/** 添加: a new row at the end of a list, with the focus in its first cell. */
export function AddRowButton({ label, add, focus }: { label: string; add: () => Promise<RowAnswer>; focus: (id: string) => string }) {
  const { readOnly } = useCellForm()
  const { run, pending, message } = useRowAction()
  if (readOnly) return null
  return (
    <div className="mt-3">
      <Button disabled={pending} onClick={() => run(add, ({ id }) => id && focusWhenThere(focus(id)))}>
        {pending ? '添加中…' : `＋ ${label}`}
      </Button>
      <ActionMessage message={message} />
    </div>
  )
}

/** The row arrives with the next rendering of the page. Whoever has gone to another field meanwhile stays there. */
function focusWhenThere(address: string, from: Element | null = document.activeElement, tries = 200): void {
  const stayed = document.activeElement === from || document.activeElement === document.body
  const cell = document.getElementById(address)
  if (cell !== null && stayed) cell.focus()
  else if (cell === null && tries > 0) setTimeout(() => focusWhenThere(address, from, tries - 1), 50)
}

type RowButtonsProps = {
  /** What the row is called in a sentence: 第 2 项职能. */
  name: string
  up: (() => Promise<RowAnswer>) | null
  down: (() => Promise<RowAnswer>) | null
  remove: ((seen: Readonly<Record<string, number>>) => Promise<RowAnswer>) | null
  /** The cells that go with the row. */
  cells: readonly string[]
}

/** 上移, 下移, 删除 of one row. */
export function RowButtons({ name, up, down, remove, cells }: RowButtonsProps) {
  const form = useCellForm()
  const { run, pending, message } = useRowAction()
  if (form.readOnly) return null
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Button variant="quiet" disabled={pending || up === null} aria-label={`上移${name}`} onClick={() => up && run(up)}>
        上移
      </Button>
      <Button variant="quiet" disabled={pending || down === null} aria-label={`下移${name}`} onClick={() => down && run(down)}>
        下移
      </Button>
      {remove ? (
        <ConfirmDialog
          trigger="删除"
          triggerLabel={`删除${name}`}
          triggerVariant="quiet"
          title={`删除${name}？`}
          confirm="删除"
          variant="danger"
          disabled={pending}
          onConfirm={() => run(() => remove(Object.fromEntries(cells.map((address) => [address, form.seenOf(address)]))))}
        >
          该行的内容将一并删除，删除前的内容保留在操作日志中。
        </ConfirmDialog>
      ) : null}
      <ActionMessage message={message} />
    </div>
  )
}

export const ActionMessage = ({ message }: { message: string | null }) => (
  <p role="status" className="text-sm text-danger">
    {message}
  </p>
)
