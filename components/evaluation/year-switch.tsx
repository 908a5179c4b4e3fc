'use client'
import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'

/** The same part of the department's other evaluations; the present one marked. `roundName` where a year has several. */
export function YearSwitch({
  current,
  years,
}: {
  current: string
  years: readonly { id: string; year: number; roundName?: string | undefined }[]
}) {
  const part = usePathname().slice(`/evaluations/${current}`.length)
  return (
    <nav aria-label="切换年度" className="flex flex-wrap gap-3 text-sm">
      {years.map(({ id, year, roundName }) =>
        id === current ? (
          <span key={id} aria-current="page" className="font-medium">
            {label(year, roundName)}
          </span>
        ) : (
          <Link key={id} href={`/evaluations/${id}${part}`} className="text-action underline-offset-4 hover:underline">
            {label(year, roundName)}
          </Link>
        ),
      )}
    </nav>
  )
}

const label = (year: number, roundName: string | undefined): string => `${year} 年度${roundName === undefined ? '' : `（${roundName}）`}`
