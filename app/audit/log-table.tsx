'use client'
import { HistoryEntry } from '@/components/evaluation/people/history-entry'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import { addressOf } from '@/lib/forms/query'
import type { HistoryExcerpt } from '@/lib/messages/history'

/** An entry of the log as it is said. */
export type LogRow = {
  number: string
  time: string
  actor: string
  /** The actor's address on the network; null where nobody asked over it. */
  address: string | null
  /** What names the thing that was acted on, to see its entries only. */
  object: string
  /** The page about it; null where it is gone. */
  page: { href: string; name: string } | null
  line: HistoryExcerpt
  /** The entry as the log holds it, where it is shown by itself. */
  kept: string | null
}

/** The entries of the 操作日志. Drawn from their texts in the browser's own way, so that a page carries each text once. */
export function LogTable({ rows }: { rows: readonly LogRow[] }) {
  return (
    <Table caption="操作日志，最新在前" captionHidden stickyFirst className="min-w-[52rem]">
      <thead>
        <tr>
          <Th className="whitespace-nowrap">序号</Th>
          <Th>时间</Th>
          <Th>操作人</Th>
          <Th>对象</Th>
          <Th>内容</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, time, actor, address, object, page, line, kept }) => (
          <tr key={number}>
            <Th scope="row" className="whitespace-nowrap tabular-nums">
              <Link href={addressOf('/audit', { entry: number })} className="text-action underline-offset-4 hover:underline">
                {number}
              </Link>
            </Th>
            <Td className="whitespace-nowrap tabular-nums">{time}</Td>
            <Td className="whitespace-nowrap">
              {actor}
              {address === null ? null : <span className="block text-xs text-muted tabular-nums">{address}</span>}
            </Td>
            <Td className="min-w-40">
              <Subject object={object} page={page} />
            </Td>
            <Td className="min-w-72">
              <HistoryEntry line={line} />
              {kept === null ? null : (
                <>
                  <h2 className="mt-3 text-xs text-muted">原始记录</h2>
                  <pre className="mt-1 max-w-xl text-xs break-all whitespace-pre-wrap">{kept}</pre>
                </>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What was acted on, with the page about it; what is gone has only its id. */
function Subject({ object, page }: Pick<LogRow, 'object' | 'page'>) {
  if (page === null) return <span className="text-xs break-all text-muted">{object}</span>
  return (
    <>
      <Link href={page.href} className="text-action underline underline-offset-4">
        {page.name}
      </Link>
      <Link
        href={addressOf('/audit', { object })}
        aria-label={`只看此项：${page.name}`}
        className="ml-2 inline-flex min-h-6 items-center text-xs whitespace-nowrap text-action underline-offset-4 hover:underline"
      >
        只看此项
      </Link>
    </>
  )
}
