import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Tone = 'info' | 'success' | 'warning' | 'error'

const looks: Record<Tone, { box: string; word: string }> = {
  info: { box: 'border-action bg-action-soft', word: '提示' },
  success: { box: 'border-success bg-success-soft', word: '完成' },
  warning: { box: 'border-warning bg-warning-soft', word: '注意' },
  error: { box: 'border-danger bg-danger-soft', word: '错误' },
}

/** A message in its place on the page: coloured edge and a word, never colour alone. `live` announces it when it appears. */
export function Notice(props: { tone?: Tone; title?: ReactNode; children?: ReactNode; live?: boolean; className?: string }) {
  const { tone = 'info', title, children, live, className } = props
  return (
    <div
      className={classNames('rounded border-l-4 px-4 py-3 text-sm text-ink', looks[tone].box, className)}
      {...(live ? { role: tone === 'error' ? ('alert' as const) : ('status' as const) } : {})}
    >
      <p className="font-medium">
        <span className="sr-only">{looks[tone].word}：</span>
        {title}
      </p>
      {children ? <div className={title ? 'mt-1' : undefined}>{children}</div> : null}
    </div>
  )
}
