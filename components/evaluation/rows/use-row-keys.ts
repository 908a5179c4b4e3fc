import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { FormRow } from './use-rows'

/** Marks the button that makes rows of the paragraphs in one. */
export const SPLIT = 'data-split'

/**
 * Keys of a row of a list that is no grid, as in one: Alt+↑ and Alt+↓ move it, Ctrl+Enter makes one behind it, Alt+Enter makes rows of the
 * paragraphs that were pasted into it. `focus`: the address of a row's first cell.
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
    } else if (altKey && !ctrlKey && !metaKey && key === 'Enter') {
      const offer = currentTarget.querySelector<HTMLButtonElement>(`[${SPLIT}]`)
      if (offer === null) return
      event.preventDefault()
      offer.click()
    } else if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) {
      event.preventDefault()
      document.getElementById(focus(flushSync(row.add)))?.focus()
      announce('已新增一行')
    }
  }
}
