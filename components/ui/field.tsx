'use client'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { useTypedEarly } from './typed-early'

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

type Own<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'ref'>

export function TextInput({ className, ...rest }: Own<'input'>) {
  const box = useTypedEarly<HTMLInputElement>(rest)
  return <input type="text" ref={box} className={classNames(inputLook, 'min-h-10 read-only:bg-sunken', className)} {...rest} />
}

/** As high as its text, from `rows` on; what is only read as its text alone. */
export function TextArea({ className, rows = 4, ...rest }: Own<'textarea'>) {
  const box = useTypedEarly<HTMLTextAreaElement>(rest)
  const grown = 'field-sizing-content leading-relaxed read-only:resize-none read-only:bg-sunken'
  // A browser that lets boxes grow takes no notice of their rows.
  const least = { minHeight: `calc(${rest.readOnly ? 1 : rows}lh + 0.875rem)` }
  return <textarea rows={rows} ref={box} className={classNames(inputLook, grown, className)} style={least} {...rest} />
}

export function Select({ className, ...rest }: Own<'select'>) {
  const box = useTypedEarly<HTMLSelectElement>(rest)
  return <select ref={box} className={classNames(inputLook, 'min-h-10', className)} {...rest} />
}

type Choice = Own<'input'> & { label: ReactNode }

export const Checkbox = (props: Choice) => <ToTick type="checkbox" {...props} />

/** One of several that bear the same `name`. */
export const Radio = (props: Choice) => <ToTick type="radio" {...props} />

function ToTick({ label, className, ...rest }: Choice) {
  const box = useTypedEarly<HTMLInputElement>(rest)
  return (
    <label className={classNames('inline-flex min-h-8 items-start gap-2 text-sm', className)}>
      <input ref={box} className="mt-1 size-4 shrink-0 accent-action" {...rest} />
      <span>{label}</span>
    </label>
  )
}

export function FileInput({ className = `${inputLook} min-h-10`, ...rest }: Own<'input'>) {
  const box = useTypedEarly<HTMLInputElement>(rest)
  return <input type="file" ref={box} className={className} {...rest} />
}
