import { Button } from '@/components/ui/button'
import { formatTime } from '@/lib/messages/dates'

type Props = {
  /** Both texts as they are said. */
  theirs: string
  mine: string
  byName: string
  /** One's own other window is nobody else. */
  own: boolean
  at: string
  keepMine: () => void
  takeTheirs: () => void
}

/** Both values of a cell that somebody else changed, and the choice between them. */
export function ConflictChoice({ theirs, mine, byName, own, at, keepMine, takeTheirs }: Props) {
  return (
    <fieldset
      aria-label="修改冲突"
      className="grid min-w-0 gap-2 rounded border border-warning bg-warning-soft p-3 text-left text-sm whitespace-normal"
    >
      <p>
        {own ? '您在另一窗口中' : byName} 于 {formatTime(at)} 已将此处改为：
        <strong className="break-words whitespace-pre-wrap">{theirs}</strong>
      </p>
      <p>
        {own ? '本窗口填写的是：' : '您填写的是：'}
        <strong className="break-words whitespace-pre-wrap">{mine}</strong>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={keepMine}>{own ? '保留本窗口的' : '保留我的'}</Button>
        <Button onClick={takeTheirs}>{own ? '采用另一窗口的' : '采用对方的'}</Button>
      </div>
    </fieldset>
  )
}
