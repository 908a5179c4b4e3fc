'use client'
import { useEffect } from 'react'
import { useCellForm } from './cell-form-context'

/** Types a text into a cell that nobody has ever written, as the person would: it is saved, and can be undone, like any other. */
export function PrefilledCell({ address, text }: { address: string; text: string }) {
  const { store } = useCellForm()
  useEffect(() => {
    const { seen, text: stands } = store.view(address)
    if (seen === 0 && stands === '') store.edit(address, text)
  }, [store, address, text])
  return null
}
