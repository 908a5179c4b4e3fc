'use client'
import { goTo } from '@/components/ui/go-to'
import { useCell, useCellForm } from './cell-form-context'

/** What the cell said when it was handed in, where it was changed since it came back. */
export function ChangedSinceReturn({ address }: { address: string }) {
  const { say } = useCellForm()
  const { submitted } = useCell(address)
  if (submitted === undefined) return null
  return (
    <p className="border-l-4 border-action pl-2 text-xs text-muted">
      <span className="font-medium text-action">退回后已改</span>
      <span className="line-clamp-3 whitespace-pre-line">送审时：{say(address, submitted)}</span>
    </p>
  )
}

/** Every cell of the form that was changed since the return, with the way to it. */
export function ChangesSinceReturn({ cells }: { cells: readonly { address: string; label: string }[] }) {
  if (cells.length === 0) return null
  return (
    <details className="mb-4 rounded border border-line bg-surface px-3 py-2 text-sm print:hidden">
      <summary className="cursor-pointer font-medium">{`退回后本页已改 ${cells.length} 处`}</summary>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {cells.map(({ address, label }) => (
          <li key={address}>
            <button type="button" className="text-left text-action underline underline-offset-4" onClick={() => goTo(address)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
