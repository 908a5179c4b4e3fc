import { Link } from '@/components/ui/link'
import type { HistoryLine } from '@/lib/messages/history'

/** Changes of an entry that a list of entries shows. */
const SHOWN = 5

/** An entry of the 操作日志: what happened, and each thing that changed, before and after; the first few where `whole` leads to all of them. */
export function HistoryEntry({ line: { what, changes, remark }, whole }: { line: HistoryLine; whole?: string }) {
  const shown = whole === undefined ? changes : changes.slice(0, SHOWN)
  return (
    <>
      <p className="font-medium">{what}</p>
      {remark !== '' && <p className="break-words whitespace-pre-line">{remark}</p>}
      {changes.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {shown.map(({ label, before, after }) => (
            <li key={label}>
              {label}：{before === null ? null : <del className="text-muted">{before}</del>}
              {before !== null && after !== null ? ' → ' : null}
              {after === null ? null : <ins className="no-underline">{after}</ins>}
            </li>
          ))}
        </ul>
      )}
      {whole !== undefined && shown.length < changes.length && (
        <Link href={whole} className="mt-1 inline-flex min-h-6 items-center text-action underline underline-offset-4">
          共 {changes.length} 处，查看全部
        </Link>
      )}
    </>
  )
}
