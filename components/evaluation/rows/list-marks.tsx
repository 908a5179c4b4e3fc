'use client'
import { useId } from 'react'
import { flushSync } from 'react-dom'
import { useCell, useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { goTo } from '@/components/ui/go-to'
import { isMark, MARKS, type Mark } from '@/lib/domain/cells/marks'
import { numbersOf } from '@/lib/forms/cells/list-numbers'
import { newRowId } from '@/lib/forms/saving/new-rows'
import { leadInOf } from '@/lib/messages/lead-ins'
import { markLabels } from '@/lib/messages/marks'
import type { MarkedList, MarkedRow } from './marked-list'

/** With what a list is numbered: all of it, its lead-in, and item by item where lists stand within it. `ids`: of its rows in their order. */
export function ListMarks({ ids, row, counted, noun }: MarkedList & { ids: readonly string[] }) {
  const { store, announce } = useCellForm()
  const { list } = row
  const outer = useFormState((form) => ids.map((id) => form.value(`${list}/${id}/mark`)).find((mark) => mark !== '无') ?? '')
  const [first = ''] = ids
  const led = useCell(`${list}/${first}/mark`).text === '无'
  const setAll = (mark: string) =>
    store.together(() => {
      for (const id of ids) if (store.value(`${list}/${id}/mark`) === outer) store.edit(`${list}/${id}/mark`, mark)
    })
  const lead = () => {
    const id = newRowId()
    flushSync(() => store.addRows([{ row: { ...row, id, after: null }, texts: { text: leadInOf(row), mark: '无' } }]))
    announce('已添加引导语')
    goTo(`${list}/${id}/text`)
  }
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-6 w-fit cursor-pointer py-0.5 text-muted">{noun}的编号与引导语</summary>
      <div className="mt-2 grid justify-items-start gap-2">
        <Choice label={`${noun}的编号`} mark={outer} choose={setAll} />
        {led ? null : <Button onClick={lead}>＋ 添加引导语</Button>}
        <p className="text-muted">列表中还有下一层时，可逐{counted}选择：样式不同的即为下一层，换回原样式即回到上一层。</p>
        {ids.map((id, index) => (
          <ItemMark key={id} at={`${list}/${id}`} label={`第 ${index + 1} ${counted}${noun}的编号`} />
        ))}
      </div>
    </details>
  )
}

function ItemMark({ at, label }: { at: string; label: string }) {
  const { store } = useCellForm()
  const { text } = useCell(`${at}/text`)
  const mark = useCell(`${at}/mark`).text
  const [start] = text.split('\n')
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <Choice label={label} mark={mark} choose={(chosen) => store.edit(`${at}/mark`, chosen)} />
      <span className="max-w-72 truncate text-muted">{start}</span>
    </div>
  )
}

function Choice({ label, mark, choose }: { label: string; mark: string; choose: (mark: Mark) => void }) {
  const id = useId()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={mark} onChange={({ target: { value } }) => (isMark(value) ? choose(value) : undefined)} className="w-auto">
        {MARKS.map((one) => (
          <option key={one} value={one}>
            {markLabels[one]}
          </option>
        ))}
      </Select>
    </span>
  )
}

const ITEM = { kind: 'item', level: 1 } as const

/** The number of one row of a list in which somebody chose the numbers. */
export function ItemNumber({ ids, index, row }: { ids: readonly string[]; index: number; row: MarkedRow }) {
  const { list } = row
  const shape = 'shape' in row ? row.shape : ITEM
  return useFormState(
    (form) =>
      numbersOf(
        ids.map((id) => ({ mark: form.value(`${list}/${id}/mark`), text: form.value(`${list}/${id}/text`) })),
        shape,
        list === 'problems' || list === 'measures' ? 2 : 3,
      )[index] ?? '',
  )
}
