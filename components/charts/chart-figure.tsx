import type { ReactNode } from 'react'

type Props = {
  /** Says what is seen, with the unit. */
  title: string
  /** One sentence on how to read it. */
  note?: string
  children: ReactNode
  /** The same figures as a table, for readers who cannot see the chart, and for everybody who wants the numbers. */
  table: ReactNode
}

/** A chart with its title and its table twin. */
export function ChartFigure({ title, note, children, table }: Props) {
  return (
    <figure className="min-w-0 rounded border border-line bg-surface p-4">
      <figcaption className="font-semibold">{title}</figcaption>
      {note !== undefined && <p className="mt-1 text-sm text-muted">{note}</p>}
      <div className="mt-3" aria-hidden="true">
        {children}
      </div>
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-action underline underline-offset-2">以表格查看</summary>
        <div className="mt-2 overflow-x-auto">{table}</div>
      </details>
    </figure>
  )
}
