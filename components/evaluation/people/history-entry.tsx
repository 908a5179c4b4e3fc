'use client'
import { Link } from '@/components/ui/link'
import type { HistoryExcerpt } from '@/lib/messages/history'

/** An entry of the 操作日志: what happened, and each thing that changed, before and after. */
export function HistoryEntry({ line: { what, changes, remark, all, whole } }: { line: HistoryExcerpt }) {
  return (
    <>
      <p className="font-medium">{what}</p>
      {remark !== '' && <p className="break-words whitespace-pre-line">{remark}</p>}
      {changes.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              {label}：{before === null ? null : <del className="text-muted">{before}</del>}
              {before !== null && after !== null ? ' → ' : null}
              {after === null ? null : <ins className="no-underline">{after}</ins>}
            </li>
          ))}
        </ul>
      )}
      {whole !== null && changes.length < all && (
        <Link href={whole} className="mt-1 inline-flex min-h-6 items-center text-action underline underline-offset-4">
          共 {all} 处，查看全部
        </Link>
      )}
    </>
  )
}
