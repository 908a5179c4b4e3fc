import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/lib/messages/dates'
import { REMOVED_ROWS } from './removed-rows-place'

/** Cells whose row was removed by somebody else: what was typed is shown so that it can be taken elsewhere. */
export function RemovedRows() {
  const form = useCellForm()
  const { conflicts } = useFormState((store) => store.form())
  const removed = conflicts.filter(({ current }) => current === null)
  if (removed.length === 0) return null
  return (
    <div id={REMOVED_ROWS} tabIndex={-1} className="my-4">
      <Notice tone="warning" title="以下内容所在的行已被他人删除，未能保存。请复制后填到其他位置。">
        <ul className="mt-2 grid gap-2">
          {removed.map(({ address, typed, byName, at }) => (
            <li key={address} className="flex flex-wrap items-center gap-2">
              <span className="rounded border border-line bg-surface px-2 py-1 break-words whitespace-pre-wrap select-all">
                {form.say(address, typed)}
              </span>
              <span className="text-muted">
                {byName} {at === '' ? '' : formatTime(at)} 删除
              </span>
              <Button
                variant="quiet"
                onClick={() => {
                  form.store.takeTheirs(address)
                  goTo(removed.length > 1 ? REMOVED_ROWS : 'content')
                }}
              >
                知道了
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
