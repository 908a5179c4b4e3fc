'use client'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'

/** The parts of one evaluation, the present one marked. */
export function SectionNavigation({ base, sections }: { base: string; sections: readonly { path: string; label: string }[] }) {
  const path = usePathname()
  return (
    <nav aria-label="自评各部分" className="print:hidden">
      <ul className="flex flex-wrap gap-x-1 border-b border-line">
        {sections.map(({ path: part, label }) => {
          const href = part === '' ? base : `${base}/${part}`
          const here = path === href
          return (
            <li key={part}>
              <Link
                href={href}
                {...(here ? { 'aria-current': 'page' as const } : {})}
                className={classNames(
                  '-mb-px block border-b-2 px-2 py-1.5 text-sm whitespace-nowrap',
                  here ? 'border-action font-medium text-action' : 'border-transparent hover:text-action',
                )}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
