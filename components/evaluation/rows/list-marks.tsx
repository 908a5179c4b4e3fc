'use client'
import { useId } from 'react'
import { flushSync } from 'react-dom'
import { useCell, useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { goTo } from '@/components/ui/go-to'
import { isMark, MARKS, type Mark } from '@/lib/domain/cells/marks'
import { numbersOf } from '@/lib/forms/list-numbers'
import { newRowId } from '@/lib/forms/new-rows'
import { markLabels } from '@/lib/messages/marks'
import type { BlockPlace, SplitProps } from './split-offer'

const markAt = (block: string): string => `narrative/${block}/mark`
const textAt = (block: string): string => `narrative/${block}/text`

type Props = { blocks: readonly string[]; row: SplitProps['row']; counted: string; noun: string }

/** With what a list is numbered: all of it, its lead-in, and item by item where lists stand within it. */
export function ListMarks({ blocks, row, counted, noun }: Props) {
  const { store, announce } = useCellForm()
  const outer = useFormState((form) => blocks.map((id) => form.value(markAt(id))).find((mark) => mark !== '无') ?? '')
  const [first = ''] = blocks
  const led = useCell(markAt(first)).text === '无'
  const setAll = (mark: string) =>
    store.together(() => {
      for (const id of blocks) if (store.value(markAt(id)) === outer) store.edit(markAt(id), mark)
    })
  const lead = () => {
    const id = newRowId()
    flushSync(() => store.addRows([{ row: { ...row, id, after: null }, texts: { text: leadIn(row), mark: '无' } }]))
    announce('已添加引导语')
    goTo(textAt(id))
  }
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-muted">{noun}的编号与引导语</summary>
      <div className="mt-2 grid justify-items-start gap-2">
        <Choice label={`${noun}的编号`} mark={outer} choose={setAll} />
        {led ? null : <Button onClick={lead}>＋ 添加引导语</Button>}
        <p className="text-muted">列表中还有下一层时，可逐{counted}选择：样式不同的即为下一层，换回原样式即回到上一层。</p>
        {blocks.map((id, index) => (
          <ItemMark key={id} block={id} label={`第 ${index + 1} ${counted}${noun}的编号`} />
        ))}
      </div>
    </details>
  )
}

function ItemMark({ block, label }: { block: string; label: string }) {
  const { store } = useCellForm()
  const { text } = useCell(textAt(block))
  const mark = useCell(markAt(block)).text
  const [start] = text.split('\n')
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <Choice label={label} mark={mark} choose={(chosen) => store.edit(markAt(block), chosen)} />
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

/** What mostly stands there. */
const leadIn = (place: BlockPlace): string => (place.section === 'duties' ? '主要职责是：' : '具体如下：')

/** The number of one block of a list in which somebody chose the numbers. */
export function ItemNumber({ blocks, index, shape }: { blocks: readonly string[]; index: number; shape: SplitProps['row']['shape'] }) {
  return useFormState(
    (form) =>
      numbersOf(
        blocks.map((id) => ({ mark: form.value(markAt(id)), text: form.value(textAt(id)) })),
        shape,
      )[index] ?? '',
  )
}
