'use client'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Draft, movedSince } from '@/lib/forms/generated-texts'

/** Said below a text that was made from the data, when they say something else by now. */
export function BasisNote({ block, drafts, taken }: { block: string; drafts: readonly Draft[]; taken: readonly string[] }) {
  const { store, readOnly, announce } = useCellForm()
  const [text, basis] = [`narrative/${block}/text`, `narrative/${block}/basis`] as const
  const { text: before } = useCell(basis)
  const printed = useCell(text).text !== ''
  const moved = movedSince(before, drafts, taken)
  if (moved === null || !printed) return null
  const { now } = moved
  const again = ({ kept, said }: Draft) => {
    store.together(() => {
      store.edit(text, kept)
      store.edit(basis, said)
    })
    announce('已重新取自数据，按 Ctrl+Z 撤销')
  }
  return (
    <Notice tone="warning" title="这段文字所据的数据已变动，请核对" className="mt-2">
      <p>修改时的数据：{before}</p>
      <p>现在的数据：{now?.said ?? '已没有可生成的文字'}</p>
      {readOnly ? null : (
        <div className="mt-1 flex flex-wrap gap-x-2">
          {now === null ? null : (
            <Button variant="quiet" onClick={() => again(now)}>
              重新取自数据
            </Button>
          )}
          <Button variant="quiet" onClick={() => store.edit(basis, now?.said ?? '')}>
            已核对，保留现有文字
          </Button>
        </div>
      )}
    </Notice>
  )
}
