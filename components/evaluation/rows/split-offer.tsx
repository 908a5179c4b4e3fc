import { flushSync } from 'react-dom'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import { isMark } from '@/lib/domain/cells/marks'
import { itemsOfRow, pastedItems } from '@/lib/forms/cells/pasted-items'
import { newRowId } from '@/lib/forms/saving/new-rows'
import type { MarkedList } from './marked-list'
import { SPLIT } from './use-row-keys'

/** Where several paragraphs were pasted into one cell: makes a row of each. All of it is one change, saved with the form. */
export function SplitOffer({ id, row, counted, noun }: MarkedList & { id: string }) {
  const form = useCellForm()
  const at = `${row.list}/${id}`
  const { text: standing } = useCell(`${at}/mark`)
  const items = pastedItems(useCell(`${at}/text`).text)
  const [first, ...others] = itemsOfRow(items, isMark(standing) ? standing : '')
  if (first === undefined || others.length === 0) return null
  const split = () => {
    const ids = [id, ...others.map(newRowId)]
    const rows = others.map((texts, index) => ({ row: { ...row, id: ids[index + 1] ?? '', after: ids[index] ?? id }, texts }))
    flushSync(() =>
      form.store.together(() => {
        form.store.edit(`${at}/text`, first.text)
        form.store.edit(`${at}/mark`, first.mark)
        form.store.addRows(rows)
      }),
    )
    form.announce(`已拆成 ${others.length + 1} ${counted}`)
    // One goes on behind what was pasted
    goTo(`${row.list}/${ids.at(-1)}/text`)
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
