import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** How a line to type in looks. */
export const inputLook =
  'w-full rounded border border-line-strong bg-surface px-3 py-1.5 text-ink placeholder:text-muted aria-invalid:border-danger aria-invalid:border-2 disabled:bg-sunken disabled:text-muted'

/** Ids of a field's hint and error, for `aria-describedby`. */
const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined

/** Label, hint and error around one input with the same `id`. Spread `fieldProps(...)` on the input for its ARIA. */
export function Field(props: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  className?: string
  children: ReactNode
}) {
  const { id, label, hint, error, required, className, children } = props
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
        {required ? <span className="ml-1 text-sm font-normal text-muted">（必填）</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error, className }: { id: string; error?: ReactNode; className?: string }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className={classNames('text-sm font-medium text-danger', className)}>
      <span className="sr-only">错误：</span>
      {error}
    </p>
  )
}

/** What ties an input to its `Field`. */
export const fieldProps = (id: string, hint?: ReactNode, error?: ReactNode) => {
  const described = describedBy(id, hint, error)
  return { id, ...(described ? { 'aria-describedby': described } : {}), ...(error ? { 'aria-invalid': true as const } : {}) }
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" className={classNames(inputLook, 'min-h-10 read-only:bg-sunken', className)} {...rest} />
}

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={classNames(inputLook, 'leading-relaxed read-only:bg-sunken', className)} {...rest} />
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={classNames(inputLook, 'min-h-10', className)} {...rest} />
}

export function Checkbox({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={classNames('inline-flex min-h-8 items-start gap-2 text-sm', className)}>
      <input type="checkbox" className="mt-1 size-4 shrink-0 accent-action" {...rest} />
      <span>{label}</span>
    </label>
  )
}
