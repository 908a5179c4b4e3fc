'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useId, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { SectionProgress } from '@/lib/domain/checks/progress'
import { sayFilled, sayOpen } from '@/lib/messages/progress'

/** `progress`: of a part that is filled in. */
type Part = { path: string; label: string; progress?: SectionProgress }

type Props = { base: string; forms: readonly Part[]; others: readonly Part[] }

/**
 * The parts of one evaluation, the present one marked, each that is filled in with how far it is. What is not filled in stands in a
 * line of its own where not all fit in one.
 */
export function SectionNavigation({ base, forms, others }: Props) {
  return (
    <nav aria-label="自评各部分" className="flex flex-wrap gap-x-1 border-b border-line print:hidden">
      <PartLinks base={base} parts={forms} />
      <PartLinks base={base} parts={others} />
    </nav>
  )
}

function PartLinks({ base, parts }: { base: string; parts: readonly Part[] }) {
  const path = usePathname()
  const id = useId()
  const strip = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const { current: list } = strip
    const here = list?.querySelector<HTMLElement>(`[href="${path}"]`)
    if (list && here) list.scrollLeft = here.offsetLeft - 48
  }, [path])
  return (
    // On a phone one line that is pushed aside: all of them would fill its screen
    <ul ref={strip} className="relative flex max-w-full gap-x-1 max-sm:overflow-x-auto max-sm:pb-px sm:flex-wrap">
      {parts.map(({ path: part, label, progress }) => {
        const href = part === '' ? base : `${base}/${part}`
        const here = path === href
        return (
          <li key={part} className={classNames('-mb-px border-b-2', here ? 'border-action' : 'border-transparent')}>
            <Link
              href={href}
              {...(here ? { 'aria-current': 'page' as const } : {})}
              {...(progress ? { 'aria-describedby': `${id}-${part}` } : {})}
              className={classNames(
                'block px-2 pt-1.5 text-sm whitespace-nowrap',
                progress ? 'pb-0.5' : 'pb-1.5',
                here ? 'font-medium text-action' : 'hover:text-action',
              )}
            >
              {label}
            </Link>
            {progress ? (
              <p id={`${id}-${part}`} className="px-2 pb-1 text-xs whitespace-nowrap text-muted tabular-nums">
                {sayFilled(progress)}
                {progress.open > 0 ? <span className="ml-1.5 text-danger">{sayOpen(progress)}</span> : null}
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
