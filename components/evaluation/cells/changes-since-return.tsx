'use client'
import { goTo } from '@/components/ui/go-to'

/** Every cell of the form that was changed since the return, with the way to it. */
export function ChangesSinceReturn({ cells }: { cells: readonly { address: string; label: string }[] }) {
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
