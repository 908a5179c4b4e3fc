'use client'
import { useEffect, useRef } from 'react'

/** What is wrong, at the head of a form; each entry jumps to its cell. Takes the focus when it appears. */
export function ErrorSummary({
  title = '以下内容需要更正',
  errors,
}: {
  title?: string
  errors: readonly { id: string; message: string }[]
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  const jump = (id: string) => {
    const target = document.getElementById(id)
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded border-2 border-danger bg-surface p-4">
      <h2 className="font-semibold text-danger">{title}</h2>
      <ul className="mt-2 list-disc pl-5 text-sm">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="text-danger underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault()
                jump(id)
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
