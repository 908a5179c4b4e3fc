'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The same part of the department's other years; the present one marked. */
export function YearSwitch({ current, years }: { current: string; years: readonly { id: string; year: number }[] }) {
  const part = usePathname().slice(`/evaluations/${current}`.length)
  return (
    <nav aria-label="切换年度" className="flex flex-wrap gap-3 text-sm">
      {years.map(({ id, year }) =>
        id === current ? (
          <span key={id} aria-current="page" className="font-medium">
            {year} 年度
          </span>
        ) : (
          <Link key={id} href={`/evaluations/${id}${part}`} className="text-action underline-offset-4 hover:underline">
            {year} 年度
          </Link>
        ),
      )}
    </nav>
  )
}
