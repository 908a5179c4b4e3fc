import type { ComponentProps, MouseEvent } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

/** One `primary` button a page; `danger` for what cannot be undone; `quiet` inside tables and toolbars. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

const base =
  'inline-flex items-center justify-center gap-1.5 rounded py-1.5 text-sm font-medium whitespace-nowrap disabled:opacity-60 aria-disabled:opacity-60'
const looks: Record<ButtonVariant, string> = {
  primary: 'min-h-10 px-4 bg-action text-on-action hover:bg-action-strong',
  secondary: 'min-h-10 px-4 border border-line-strong bg-surface text-ink hover:bg-sunken',
  danger: 'min-h-10 px-4 border border-danger bg-surface text-danger hover:bg-danger-soft',
  quiet: 'min-h-8 px-2 text-action underline-offset-4 hover:underline',
}

/** `inactive`: cannot be pressed now. Unlike `disabled` it keeps the focus, so that nobody is thrown out of their place. */
export function Button({
  variant = 'secondary',
  type = 'button',
  className,
  inactive = false,
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; inactive?: boolean }) {
  const resting = inactive ? { 'aria-disabled': true, onClick: (event: MouseEvent) => event.preventDefault() } : {}
  return <button type={type} className={classNames(base, looks[variant], className)} {...rest} {...resting} />
}

export function LinkButton({ variant = 'secondary', className, ...rest }: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={classNames(base, looks[variant], className)} {...rest} />
}

/** Leads to a file. The browser asks for it itself: the router would wait for a page that never comes, and follow no link any more. */
export function FileButton({ variant = 'secondary', className, children, ...rest }: ComponentProps<'a'> & { variant?: ButtonVariant }) {
  return (
    <a className={classNames(base, looks[variant], className)} {...rest}>
      {children}
    </a>
  )
}
