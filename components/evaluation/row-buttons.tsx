'use client'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { AddAction, MoveRow, RemoveRow } from '@/lib/forms/row-actions'
import { useCellForm } from './cell-form-context'
import { ActionMessage, useRowAction } from './row-action'
import { ADD_ROW, focusWhenThere, placeAfterRemoval } from './row-focus'

/** 添加: a new row at the end of a list, with the focus in its first cell. */
export function AddRowButton({ label, add, focus }: { label: string; add: AddAction; focus: (id: string) => string }) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  if (form.readOnly) return null
  const added = ({ id }: { id?: string }) => {
    form.announce(`已${label}`)
    if (id) focusWhenThere(focus(id))
  }
  return (
    <div className="mt-3">
      <Button {...{ [ADD_ROW]: '' }} inactive={pending} onClick={() => run(add, added)}>
        {pending ? '添加中…' : `＋ ${label}`}
      </Button>
      <ActionMessage refusal={refusal} />
    </div>
  )
}

type RowButtonsProps = {
  /** What the row is called in a sentence: 第 2 项职能. */
  name: string
  up: MoveRow | null
  down: MoveRow | null
  remove: RemoveRow | null
  /** The cells that go with the row. */
  cells: readonly string[]
}

/** 上移, 下移, 删除 of one row. */
export function RowButtons({ name, up, down, remove, cells }: RowButtonsProps) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const box = useRef<HTMLDivElement>(null)
  if (form.readOnly) return null
  const move = (way: '上移' | '下移', work: MoveRow | null) => (
    <Button
      variant="quiet"
      inactive={pending || work === null}
      aria-label={`${way}${name}`}
      onClick={() => work && run(work, () => form.announce(`已${way}${name}`))}
    >
      {way}
    </Button>
  )
  return (
    <div ref={box} className="flex flex-wrap items-center gap-1">
      {move('上移', up)}
      {move('下移', down)}
      {remove ? (
        <ConfirmDialog
          trigger="删除"
          triggerLabel={`删除${name}`}
          triggerVariant="quiet"
          title={`删除${name}？`}
          confirm="删除"
          variant="danger"
          inactive={pending}
          onConfirm={() =>
            run(
              (drawnFor) => remove(Object.fromEntries(cells.map((address) => [address, form.seenOf(address)])), drawnFor),
              () => {
                placeAfterRemoval(box.current)?.focus()
                form.forget(cells)
                form.announce(`已删除${name}`)
              },
            )
          }
        >
          该行的内容将一并删除，删除前的内容保留在操作日志中。
        </ConfirmDialog>
      ) : null}
      <div className={refusal === null ? 'contents' : 'basis-full'}>
        <ActionMessage refusal={refusal} />
      </div>
    </div>
  )
}
