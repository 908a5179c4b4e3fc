import { classNames } from '@/components/ui/class-names'
import type { CellState } from '@/lib/forms/saving/cell-view'
import { useCell } from './cell-form-context'

const looks: Record<Exclude<CellState, 'unchanged'>, { word: string; look: string }> = {
  unsaved: { word: '未保存', look: 'text-warning' },
  saving: { word: '保存中', look: 'text-muted' },
  saved: { word: '已保存', look: 'text-success' },
  refused: { word: '未保存', look: 'text-danger' },
  conflict: { word: '冲突', look: 'text-danger' },
}

/** The state of a cell on the edge of its box, where it moves nothing. */
export function CellStateMark({ address }: { address: string }) {
  const { state } = useCell(address)
  if (state === 'unchanged') return null
  const { word, look } = looks[state]
  return (
    <span
      id={`${address}-state`}
      className={classNames('pointer-events-none absolute -top-2 right-2 rounded bg-surface px-1 text-xs leading-4', look)}
    >
      {word}
    </span>
  )
}
