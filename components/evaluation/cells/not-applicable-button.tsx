'use client'
import { NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import { NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { useCell, useCellForm } from './cell-form-context'

/**
 * Beside a figure while it is pointed at or filled in: writes 不适用： into the empty cell, so that only the reason is left
 * to type. A shortcut for the mouse; by keyboard the same is typed, so it takes no place in the order of the fields.
 */
export function NotApplicableButton({ address }: { address: string }) {
  const { store } = useCellForm()
  if (useCell(address).text !== '') return null
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className="invisible absolute inset-y-1 left-1 rounded px-1.5 text-xs text-action group-focus-within:visible group-hover:visible hover:underline"
      onClick={() => {
        store.edit(address, NOT_APPLICABLE_PREFIX)
        document.getElementById(address)?.focus()
      }}
    >
      {NOT_APPLICABLE}
    </button>
  )
}
