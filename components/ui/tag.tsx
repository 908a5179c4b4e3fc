import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
const looks: Record<TagTone, string> = {
  neutral: 'border-line-strong text-ink bg-sunken',
  info: 'border-action text-action bg-action-soft',
  success: 'border-success text-success bg-success-soft',
  warning: 'border-warning text-warning bg-warning-soft',
  danger: 'border-danger text-danger bg-danger-soft',
}

/** A short word of state. The word says it; the colour only helps. */
export function Tag({ tone = 'neutral', children, className }: { tone?: TagTone; children: ReactNode; className?: string }) {
  return (
    <span className={classNames('inline-block rounded border px-1.5 text-xs leading-5 whitespace-nowrap', looks[tone], className)}>
      {children}
    </span>
  )
}
