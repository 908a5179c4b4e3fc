import Link from 'next/link'

/** Pages of a list by number; the address of each keeps the filters. Nothing where one page holds all. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages <= 1) return null
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter((n) => n === 1 || n === pages || Math.abs(n - page) <= 2)
  return (
    <nav aria-label="分页" className="mt-4">
      <ul className="flex flex-wrap items-center gap-1 text-sm">
        {near.map((n, place) => (
          <li key={n} className="flex items-center gap-1">
            {place > 0 && n - (near[place - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
            {n === page ? (
              <span aria-current="page" className="min-w-8 rounded bg-action px-2 py-1 text-center text-on-action">
                {n}
              </span>
            ) : (
              <Link
                href={href(n)}
                aria-label={`第 ${n} 页`}
                className="min-w-8 rounded border border-line px-2 py-1 text-center text-action hover:bg-sunken"
              >
                {n}
              </Link>
            )}
          </li>
        ))}
        <li className="ml-2 text-muted">共 {pages} 页</li>
      </ul>
    </nav>
  )
}
