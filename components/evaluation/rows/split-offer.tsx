import { flushSync } from 'react-dom'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { newRowId } from '@/lib/forms/new-rows'
import { pastedItems } from '@/lib/forms/pasted-items'
import { SPLIT } from './use-row-keys'

/** The section or task in which blocks stand. */
export type BlockPlace = Extract<RowList, { list: 'narrative' }>

export type SplitProps = {
  block: string
  row: BlockPlace & { shape: Pick<NarrativeBlock, 'kind' | 'level'> }
  counted: string
  noun: string
}

/** Where several paragraphs were pasted into one cell: makes a row of each. All of it is one change, saved with the form. */
export function SplitOffer({ block, row, counted, noun }: SplitProps) {
  const form = useCellForm()
  const address = `narrative/${block}/text`
  const [first, ...others] = pastedItems(useCell(address).text)
  if (first === undefined || others.length === 0) return null
  const split = () => {
    const ids = [block, ...others.map(newRowId)]
    const rows = others.map((texts, index) => ({ row: { ...row, id: ids[index + 1] ?? '', after: ids[index] ?? block }, texts }))
    flushSync(() =>
      form.store.together(() => {
        form.store.edit(address, first.text)
        form.store.edit(`narrative/${block}/mark`, first.mark)
        form.store.addRows(rows)
      }),
    )
    form.announce(`已拆成 ${others.length + 1} ${counted}`)
    // One goes on behind what was pasted
    goTo(`narrative/${ids.at(-1)}/text`)
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
      此处有 {others.length + 1} 段文字。
      <Button variant="quiet" title="Alt+Enter" aria-keyshortcuts="Alt+Enter" onClick={split} {...{ [SPLIT]: '' }}>
        拆成 {others.length + 1} {counted}
        {noun}
      </Button>
    </div>
  )
}
