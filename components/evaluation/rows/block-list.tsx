'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useCell, useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { Nothing } from '@/components/ui/nothing'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import { AddRowButton, RowButtons } from './row-buttons'
import type { BlockPlace, SplitProps } from './split-offer'
import { useRowKeys } from './use-row-keys'
import { useRows } from './use-rows'

/**
 * What is loaded behind the page: for several paragraphs in one cell, and for how a list is numbered. Never drawn by the server, for only
 * then the rest of the page stays where it is, with its focus, while one of them is on its way.
 */
const SplitOffer = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.SplitOffer).catch(() => Nothing), {
  ssr: false,
})
const ListMarks = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.ListMarks).catch(() => Nothing), {
  ssr: false,
})
const ItemNumber = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.ItemNumber).catch(() => Nothing), {
  ssr: false,
})

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
  const { readOnly } = useCellForm()
  const inOrder = blocks.map(({ id }) => id)
  const marked = useFormState((store) => inOrder.some((id) => store.value(`narrative/${id}/mark`) !== ''))
  const counted = numbered ? '项' : '段'
  const addressOf = (id: string) => `narrative/${id}/text`
  const keys = useRowKeys(addressOf)
  return (
    <div>
      {blocks.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-3">
        {blocks.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-1 sm:grid-cols-[2.5rem_1fr_fit-content(14rem)] sm:gap-3">
            <span aria-hidden="true" className="text-muted tabular-nums sm:pt-2 sm:text-right">
              {marked ? <ItemNumber blocks={inOrder} index={index} shape={shape} /> : `${index + 1}.`}
            </span>
            <div>
              <CellInput address={addressOf(row.id)} input={{ kind: 'text', rows }} />
              <SplitWhereSeveral block={row.id} row={{ ...place, shape }} counted={counted} noun={noun} />
              {below?.(row.id)}
            </div>
            <RowButtons name={`第 ${index + 1} ${counted}${noun}`} row={row} cells={[addressOf(row.id)]} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${noun}`} place={place} shape={shape} focus={addressOf} />
      {readOnly || blocks.length < 2 ? null : <ListMarks blocks={inOrder} row={{ ...place, shape }} counted={counted} noun={noun} />}
    </div>
  )
}

/** Whether a text may be more than one, before what tells is loaded. */
const MAY_SPLIT = /\n|二是|②|[（(][二2][）)]|[；;。]\s*2[.．、]/

function SplitWhereSeveral(props: SplitProps) {
  const { readOnly } = useCellForm()
  const { text } = useCell(`narrative/${props.block}/text`)
  return readOnly || !MAY_SPLIT.test(text.trim()) ? null : <SplitOffer {...props} />
}
