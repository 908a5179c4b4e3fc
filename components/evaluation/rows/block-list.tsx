'use client'
import { flushSync } from 'react-dom'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { newRowId } from '@/lib/forms/new-rows'
import { paragraphsOf } from '@/lib/forms/paragraphs'
import { AddRowButton, RowButtons } from './row-buttons'
import { useRowKeys } from './use-row-keys'
import { useRows } from './use-rows'

/** The section or task in which blocks stand. */
type BlockPlace = Extract<RowList, { list: 'narrative' }>

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
              <SplitOffer block={row.id} row={{ ...place, shape }} counted={`${numbered ? '项' : '段'}`} noun={noun} />
            </div>
            <RowButtons name={`第 ${index + 1} ${numbered ? '项' : '段'}${noun}`} row={row} cells={[addressOf(row.id)]} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${noun}`} place={place} shape={shape} focus={addressOf} />
    </div>
  )
}

type SplitProps = { block: string; row: BlockPlace & { shape: Pick<NarrativeBlock, 'kind' | 'level'> }; counted: string; noun: string }

/** Where several paragraphs were pasted into one cell: makes a row of each. All of it is one change, saved with the form. */
function SplitOffer({ block, row, counted, noun }: SplitProps) {
  const form = useCellForm()
  const address = `narrative/${block}/text`
  const [first = '', ...others] = paragraphsOf(useCell(address).text)
  if (form.readOnly || others.length === 0) return null
  const split = () => {
    const ids = [block, ...others.map(newRowId)]
    const rows = others.map((text, index) => ({ row: { ...row, id: ids[index + 1] ?? '', after: ids[index] ?? block }, texts: { text } }))
    flushSync(() =>
      form.store.together(() => {
        form.store.edit(address, first)
        form.store.addRows(rows)
      }),
    )
    form.announce(`已拆成 ${others.length + 1} ${counted}`)
    goTo(address)
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
      此处有 {others.length + 1} 段文字。
      <Button variant="quiet" onClick={split}>
        拆成 {others.length + 1} {counted}
        {noun}
      </Button>
    </div>
  )
}
