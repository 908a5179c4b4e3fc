'use client'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import { newRowId } from '@/lib/forms/new-rows'
import type { MoveRow } from '@/lib/forms/row-actions'
import { useCellForm, useFormState } from './cell-form-context'
import { ActionMessage, useRowAction } from './row-action'
import { ADD_ROW, placeAfterRemoval } from './row-focus'
import type { FormRow } from './use-rows'

type AddProps = { label: string; place: RowList; shape?: BlockShape; focus: (id: string) => string }

/** 添加: a new row at the end of a list, there at once with the focus in its first cell, and stored with what is typed in it. */
export function AddRowButton({ label, place, shape, focus }: AddProps) {
  const form = useCellForm()
  if (form.readOnly) return null
  const add = () => {
    const id = newRowId()
    flushSync(() => form.store.addRows([{ row: { ...place, id, ...(shape ? { shape } : {}) } }]))
    document.getElementById(focus(id))?.focus()
    form.announce(`已${label}`)
  }
  return (
    <div className="mt-3">
      <Button {...{ [ADD_ROW]: '' }} onClick={add}>
        ＋ {label}
      </Button>
    </div>
  )
}

type RowButtonsProps = {
  /** What the row is called in a sentence: 第 2 项职能. */
  name: string
  row: FormRow
  /** The cells that go with the row. */
  cells: readonly string[]
}

/** 上移, 下移, 删除 of one row. */
export function RowButtons({ name, row, cells }: RowButtonsProps) {
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const empty = useFormState((store) => row.isNew && cells.every((address) => store.value(address) === ''))
  const box = useRef<HTMLDivElement>(null)
  if (form.readOnly) return null
  const move = (way: '上移' | '下移', work: MoveRow | null) => (
    <Button
      variant="quiet"
      inactive={pending || work === null}
      aria-label={`${way}${name}`}
      onClick={() => {
        const moved = () => form.announce(`已${way}${name}`)
        if (work !== null && row.isNew) void work('').then(moved)
        else if (work !== null) run(work, moved)
      }}
    >
      {way}
    </Button>
  )
  const gone = () => {
    placeAfterRemoval(box.current)?.focus()
    form.store.dropRow(row.id, cells)
    form.announce(`已删除${name}`)
  }
  const { remove } = row
  const removing = {
    trigger: '删除',
    triggerLabel: `删除${name}`,
    triggerVariant: 'quiet',
    title: `删除${name}？`,
    confirm: '删除',
  } as const
  return (
    <div ref={box} className="flex flex-wrap items-center gap-1">
      {move('上移', row.up)}
      {move('下移', row.down)}
      {empty ? (
        <Button variant="quiet" aria-label={`删除${name}`} onClick={gone}>
          删除
        </Button>
      ) : row.isNew ? (
        <ConfirmDialog {...removing} variant="danger" onConfirm={gone}>
          该行尚未保存，删除后不能恢复。
        </ConfirmDialog>
      ) : remove === null ? null : (
        <ConfirmDialog
          {...removing}
          variant="danger"
          inactive={pending}
          onConfirm={() =>
            run((drawnFor) => remove(Object.fromEntries(cells.map((address) => [address, form.store.view(address).seen])), drawnFor), gone)
          }
        >
          该行的内容将一并删除，删除前的内容保留在操作日志中。
        </ConfirmDialog>
      )}
      <div className={refusal === null ? 'contents' : 'basis-full'}>
        <ActionMessage refusal={refusal} />
      </div>
    </div>
  )
}
