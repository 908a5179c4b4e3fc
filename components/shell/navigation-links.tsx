'use client'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { NavigationEntry } from './navigation'

/** The main navigation with the present page marked. */
export function NavigationLinks({ entries }: { entries: readonly NavigationEntry[] }) {
  const path = usePathname()
  return (
    <nav aria-label="主导航" className="order-last w-full lg:order-none lg:w-auto">
      <ul className="flex flex-wrap gap-x-1">
        {entries.map(({ href, label }) => {
          const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
          return (
            <li key={href}>
              <Link
                href={href}
                {...(here ? { 'aria-current': 'page' as const } : {})}
                className={classNames(
                  'block border-b-2 px-2 py-1.5 text-sm',
                  here ? 'border-action font-medium text-action' : 'border-transparent text-ink hover:text-action',
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
