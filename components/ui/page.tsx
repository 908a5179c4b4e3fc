import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

export type Crumb = { label: string; href?: string }

/** Head of a page: where it is, what it is called, what can be done. */
export function PageHeader(props: { title: ReactNode; description?: ReactNode; breadcrumb?: readonly Crumb[]; actions?: ReactNode }) {
  const { title, description, breadcrumb, actions } = props
  return (
    <header className="mb-6 flex flex-col gap-2">
      {breadcrumb && breadcrumb.length > 0 ? (
        <nav aria-label="位置">
          <ol className="flex flex-wrap gap-x-2 text-sm text-muted">
            {breadcrumb.map(({ label, href }, place) => (
              <li key={`${label}${href ?? ''}`} className="flex gap-x-2">
                {href ? (
                  <Link href={href} className="text-action underline-offset-4 hover:underline">
                    {label}
                  </Link>
                ) : (
                  <span aria-current="page">{label}</span>
                )}
                {place < breadcrumb.length - 1 ? <span aria-hidden="true">›</span> : null}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-semibold text-ink">{title}</h1>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {description ? <div className="max-w-3xl text-sm text-muted">{description}</div> : null}
    </header>
  )
}

/** A part of a page with its own heading, on a quiet surface. */
export function Section(props: {
  title?: ReactNode
  id?: string
  description?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  const { title, id, description, actions, className, children } = props
  return (
    <section id={id} className={classNames('mb-6 rounded border border-line bg-surface p-4 sm:p-5', className)}>
      {title ? (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
          <div>
            <h2 className="text-lg font-semibold">{title}</h2>
            {description ? <div className="mt-1 text-sm text-muted">{description}</div> : null}
          </div>
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  )
}
