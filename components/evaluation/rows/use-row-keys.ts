import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { FormRow } from './use-rows'

/**
 * Keys of a row of a list that is no grid, as in one: Alt+↑ and Alt+↓ move it, Ctrl+Enter makes one behind it. `focus`: the address of a
 * row's first cell.
 */
export function useRowKeys(focus: (id: string) => string): (row: FormRow) => (event: KeyboardEvent<HTMLElement>) => void {
  const { readOnly, announce } = useCellForm()
  return (row) => (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent, currentTarget } = event
    if (readOnly || nativeEvent.isComposing || shiftKey) return
    if (altKey && !ctrlKey && !metaKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault()
      const work = key === 'ArrowUp' ? row.up : row.down
      if (work === null) return announce('已到边上，不能再移')
      flushSync(work)
      currentTarget.scrollIntoView({ block: 'nearest' })
      announce(key === 'ArrowUp' ? '已上移' : '已下移')
    } else if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) {
      event.preventDefault()
      document.getElementById(focus(flushSync(row.add)))?.focus()
      announce('已新增一行')
    }
  }
}
