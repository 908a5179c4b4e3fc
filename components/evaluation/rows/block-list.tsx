'use client'
import dynamic from 'next/dynamic'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { Nothing } from '@/components/ui/nothing'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import { AddRowButton, RowButtons } from './row-buttons'
import type { BlockPlace, SplitProps } from './split-offer'
import { useRowKeys } from './use-row-keys'
import { useRows } from './use-rows'

/** It is loaded when several paragraphs stand in one cell. */
const SplitOffer = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.SplitOffer).catch(() => Nothing))

type Props = {
  /** Ids of the stored blocks in printed order. */
  ids: readonly string[]
  place: BlockPlace
  kind: NarrativeBlock['kind']
  /** What one of them is called: 职能, 段落. */
  noun: string
  numbered?: boolean
  rows?: number
}

/** A list of paragraphs or numbered items, each a cell of its own. */
export function BlockList({ ids, place, kind, noun, numbered = false, rows = 3 }: Props) {
  const shape = { kind, level: 1 } as const
  const blocks = useRows(place, ids, shape)
  const addressOf = (id: string) => `narrative/${id}/text`
  const keys = useRowKeys(addressOf)
  return (
    <div>
      {blocks.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-3">
        {blocks.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-1 sm:grid-cols-[2.5rem_1fr_fit-content(14rem)] sm:gap-3">
            <span aria-hidden="true" className="text-muted tabular-nums sm:pt-2 sm:text-right">
              {index + 1}.
            </span>
            <div>
              <CellInput address={addressOf(row.id)} input={{ kind: 'text', rows }} />
              <SplitWhereSeveral block={row.id} row={{ ...place, shape }} counted={numbered ? '项' : '段'} noun={noun} />
            </div>
            <RowButtons name={`第 ${index + 1} ${numbered ? '项' : '段'}${noun}`} row={row} cells={[addressOf(row.id)]} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${noun}`} place={place} shape={shape} focus={addressOf} />
    </div>
  )
}

function SplitWhereSeveral(props: SplitProps) {
  const { readOnly } = useCellForm()
  const { text } = useCell(`narrative/${props.block}/text`)
  return readOnly || !text.trim().includes('\n') ? null : <SplitOffer {...props} />
}
