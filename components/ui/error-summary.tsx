'use client'
import { useEffect, useRef } from 'react'
import { classNames } from './class-names'
import { goTo } from './go-to'

/**
 * What is wrong, at the head of a form; each entry jumps to its cell. Takes the focus when something new is wrong, or on a
 * new `occasion` (the answer that it says), and not while the person mends one cell after the other.
 */
export function ErrorSummary({
  title = '以下内容需要更正',
  errors,
  occasion,
  className,
}: {
  title?: string
  errors: readonly { id: string; message: string }[]
  occasion?: unknown
  className?: string
}) {
  const box = useRef<HTMLDivElement>(null)
  const shown = useRef<{ occasion: unknown; entries: ReadonlySet<string> }>({ occasion, entries: new Set() })
  useEffect(() => {
    const entries = new Set(errors.map(({ id, message }) => `${id} ${message}`))
    const isNew = occasion !== shown.current.occasion || [...entries].some((entry) => !shown.current.entries.has(entry))
    shown.current = { occasion, entries }
    if (isNew && entries.size > 0) box.current?.focus()
  })
  if (errors.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classNames('rounded border-2 border-danger bg-surface p-4', className)}>
      <h2 className="font-semibold text-danger">{title}</h2>
      <ul className="mt-2 list-disc pl-5 text-sm">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="text-danger underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault()
                goTo(id)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
