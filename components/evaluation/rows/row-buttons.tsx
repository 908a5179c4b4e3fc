'use client'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { BEGINS } from '@/components/evaluation/saving/begins'
import { Button } from '@/components/ui/button'
import { Nothing } from '@/components/ui/nothing'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import { begunAt, type NewRow, newRowId } from '@/lib/forms/saving/new-rows'
import { ADD_ROW, placeAfterRemoval } from './row-focus'
import { type FormRow, numberedLike } from './use-rows'

/** Behind the page: most rows stay, and where they are. */
const RowExtras = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.RowExtras).catch(() => Nothing), {
  ssr: false,
})

type AddProps = {
  label: string
  place: RowList
  shape?: BlockShape
  /** The row behind which it comes, where the list is numbered. */
  last?: string | undefined
  focus: (id: string) => string
}

/** 添加: a new row at the end of a list, there at once with the focus in its first cell, and stored with what is typed in it. */
export function AddRowButton({ label, place, shape, last, focus }: AddProps) {
  const form = useCellForm()
  if (form.readOnly) return null
  const add = () => {
    const id = newRowId()
    flushSync(() =>
      form.store.addRows([{ row: { ...place, id, ...(shape ? { shape } : {}) }, texts: numberedLike(form.store, place, [last]) }]),
    )
    document.getElementById(focus(id))?.focus()
    form.announce(`已${label}`)
  }
  return (
    <div className="mt-3">
      <Button {...{ [ADD_ROW]: '', [BEGINS]: begunAt(place) }} onClick={add}>
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
  cells: readonly AddressText[]
  /** The rows that go with it. */
  within?: readonly NewRow[]
}

/** 上移, 下移, 删除 of one row. */
export function RowButtons({ name, row, cells, within = [] }: RowButtonsProps) {
  const form = useCellForm()
  const empty = useFormState((store) => row.isNew && cells.every((address) => store.value(address) === ''))
  const box = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState(false)
  if (form.readOnly) return null
  const move = (way: '上移' | '下移', work: (() => void) | null) => (
    <Button
      variant="quiet"
      inactive={work === null}
      {...(work === null ? { tabIndex: -1 } : {})}
      aria-label={`${way}${name}`}
      onClick={() => {
        work?.()
        if (work !== null) form.announce(`已${way}${name}`)
      }}
    >
      {way}
    </Button>
  )
  const { remove } = row
  const drop = () => {
    placeAfterRemoval(box.current)?.focus()
    remove?.(within)
    form.announce(`已删除${name}`)
  }
  return (
    <div ref={box} className="flex flex-wrap items-center gap-1">
      {move('上移', row.up)}
      {move('下移', row.down)}
      {remove === null ? null : (
        <Button variant="quiet" aria-label={`删除${name}`} onClick={empty ? drop : () => setAsking(true)}>
          删除
        </Button>
      )}
      <RowExtras name={name} to={row.to} asking={asking} onConfirm={drop} onClose={() => setAsking(false)} />
    </div>
  )
}
