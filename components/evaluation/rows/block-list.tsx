'use client'
import type { ReactNode } from 'react'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { BlockPlace } from './marked-list'
import { MarksWhereSeveral, RowNumber, SplitWhereSeveral } from './marked-rows'
import { AddRowButton, RowButtons } from './row-buttons'
import { useRowKeys } from './use-row-keys'
import { useRows } from './use-rows'

type Props = {
  /** Ids of the stored blocks in printed order. */
  ids: readonly string[]
  place: BlockPlace
  kind: NarrativeBlock['kind']
  /** What one of them is called: 职能, 段落. */
  noun: string
  numbered?: boolean
  rows?: number
  /** What stands below the box of a block, by its id. */
  below?: (id: string) => ReactNode
}

/** A list of paragraphs or numbered items, each a cell of its own. */
export function BlockList({ ids, place, kind, noun, numbered = false, rows = 3, below }: Props) {
  const shape = { kind, level: 1 } as const
  const blocks = useRows(place, ids, shape)
  const inOrder = blocks.map(({ id }) => id)
  const counted = numbered ? '项' : '段'
  const list = { row: { ...place, shape }, counted, noun }
  const addressOf = (id: string) => `narrative/${id}/text` as const
  const keys = useRowKeys(addressOf)
  return (
    <div>
      {blocks.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-3 sm:grid-cols-[minmax(2.5rem,auto)_1fr_fit-content(14rem)]">
        {blocks.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-1 sm:col-span-3 sm:grid-cols-subgrid sm:gap-3">
            <span aria-hidden="true" className="whitespace-nowrap text-muted tabular-nums sm:pt-2 sm:text-right">
              <RowNumber ids={inOrder} index={index} row={list.row} otherwise={`${index + 1}.`} />
            </span>
            <div>
              <CellInput address={addressOf(row.id)} input={{ kind: 'text', rows }} />
              <SplitWhereSeveral id={row.id} {...list} />
              {below?.(row.id)}
            </div>
            <RowButtons name={`第 ${index + 1} ${counted}${noun}`} row={row} cells={[addressOf(row.id)]} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${noun}`} place={place} shape={shape} last={inOrder.at(-1)} focus={addressOf} />
      <MarksWhereSeveral ids={inOrder} {...list} />
    </div>
  )
}
