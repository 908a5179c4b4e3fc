import { countOf } from '@/lib/messages/numbers'
import { Link } from './link'

/** Where a part of a list stands in the whole; `previous` and `next` are what the address of the parts beside it asks for. */
type Part = { rows: readonly unknown[]; count: number; skipped: number; previous: string | null; next: string | null }

/** Ways to the parts of a list before and behind; nothing where one part holds all. `unit`: what is counted, 个 or 份. */
export function PageLinks({ part, unit, href }: { part: Part; unit: string; href: (after: string) => string }) {
  const { rows, count, skipped, previous, next } = part
  if (previous === null && next === null) return null
  const from = countOf(skipped + 1)
  const to = countOf(skipped + rows.length)
  return (
    <nav aria-label="翻页" className="mt-4 flex flex-wrap items-center gap-2 text-sm">
      <PageLink to={previous === null ? null : href('')}>首页</PageLink>
      <PageLink to={previous === null ? null : href(previous)}>上一页</PageLink>
      <PageLink to={next === null ? null : href(next)}>下一页</PageLink>
      <span className="ml-2 text-muted tabular-nums">{`第 ${from}—${to} ${unit}，共 ${countOf(count)} ${unit}`}</span>
    </nav>
  )
}

const BOX = 'inline-flex min-h-9 items-center rounded border px-3'

function PageLink({ to, children }: { to: string | null; children: string }) {
  if (to === null) return <span className={`${BOX} border-line text-muted`}>{children}</span>
  return (
    <Link href={to} className={`${BOX} border-line-strong bg-surface text-action hover:bg-sunken`}>
      {children}
    </Link>
  )
}
