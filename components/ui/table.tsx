import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** A region that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

/** A table in its own scroll region: the head stays in view, and with `stickyFirst` the first column too. */
export function Table(props: {
  caption: ReactNode
  captionHidden?: boolean
  stickyFirst?: boolean
  className?: string
  children: ReactNode
}) {
  const { caption, captionHidden, stickyFirst, className, children } = props
  const label = typeof caption === 'string' ? caption : undefined
  return (
    <section
      aria-label={label}
      {...reachable}
      className={classNames(
        // `relative`: what is placed absolutely in a cell, as words for reading aloud are, scrolls with it and does not widen the page
        'relative isolate max-h-[80vh] overflow-auto rounded border border-line bg-surface print:max-h-none print:overflow-visible',
        // A cell that takes the focus comes to stand beside what stays in view, not under it
        'scroll-pt-12',
        stickyFirst && 'scroll-pl-40 sm:scroll-pl-64',
      )}
    >
      <table
        className={classNames(
          'w-full border-collapse text-sm [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_tbody_th]:align-top [&_thead_th]:bg-sunken',
          stickyFirst &&
            '[&_tbody_th]:sticky [&_tbody_th]:left-0 [&_tbody_th]:z-[5] [&_tbody_th]:bg-surface [&_thead_th:first-child]:left-0 [&_thead_th:first-child]:z-20',
          className,
        )}
      >
        <caption className={captionHidden ? 'sr-only' : 'px-3 py-2 text-left text-sm font-medium text-ink'}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}

/** Header cell; `numeric` aligns right like the figures below it. */
export function Th({ numeric, className, scope = 'col', ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope={scope}
      className={classNames('border-b border-line px-3 py-2 font-medium', numeric ? 'text-right' : 'text-left', className)}
      {...rest}
    />
  )
}

export function Td({ numeric, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={classNames(
        'border-b border-line px-3 py-2 align-top',
        numeric ? 'text-right whitespace-nowrap tabular-nums' : 'text-left',
        className,
      )}
      {...rest}
    />
  )
}
