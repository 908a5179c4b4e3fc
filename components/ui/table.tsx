import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { ScrollRegion } from './scroll-region'

/**
 * A table that scrolls sideways where it is wider than the page, with `stickyFirst` beside its first column. Up and down the page
 * itself scrolls, and nothing in it; where the table need not scroll its head stays in view.
 */
export function Table(props: {
  caption: ReactNode
  captionHidden?: boolean
  stickyFirst?: boolean
  /** Wider than any page. */
  wide?: boolean
  className?: string
  children: ReactNode
}) {
  const { caption, captionHidden, stickyFirst, wide = false, className, children } = props
  const label = typeof caption === 'string' ? caption : undefined
  return (
    <ScrollRegion
      label={label}
      className={classNames(
        // `relative`: what is placed absolutely in a cell, as words for reading aloud are, scrolls with it and does not widen the page
        'relative isolate rounded border border-line bg-surface print:overflow-visible',
        wide ? 'overflow-x-auto' : 'max-xl:overflow-x-auto',
        // A cell that takes the focus comes to stand beside what stays in view, not under it
        stickyFirst && 'scroll-pl-40 sm:scroll-pl-64',
      )}
    >
      <table
        className={classNames(
          'w-full border-collapse text-sm [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_tbody_th]:align-top [&_thead_th]:bg-sunken',
          // Below the page's own head; where the table scrolls itself, it would come over its first row
          !wide && 'xl:[&_thead_th]:top-(--head-height,0px)',
          stickyFirst &&
            '[&_tbody_th]:sticky [&_tbody_th]:left-0 [&_tbody_th]:z-[5] [&_tbody_th]:bg-surface [&_thead_th:first-child]:left-0 [&_thead_th:first-child]:z-20',
          className,
        )}
      >
        <caption className={captionHidden ? 'sr-only' : 'px-3 py-2 text-left text-sm font-medium text-ink'}>{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
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
