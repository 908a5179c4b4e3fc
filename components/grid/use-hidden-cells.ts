import { type Dispatch, type SetStateAction, useEffect } from 'react'
import { goTo } from '@/components/ui/go-to'
import { partOfAddress } from '@/lib/forms/cells/part-of-address'
import type { GridSource } from './grid-source'

type Toggled = Readonly<Record<string, boolean>>

/** An address of the page that leads to a cell which only the detail of its row shows opens that row. */
export function useHiddenCells(rows: readonly string[], rowOf: GridSource['rowOf'], setToggled: Dispatch<SetStateAction<Toggled>>): void {
  useEffect(() => {
    const follow = () => {
      const id = partOfAddress(window.location.hash.slice(1))
      const row = id === '' || document.getElementById(id) !== null ? null : rowOf(id)
      if (row === null || !rows.includes(row)) return
      setToggled((all) => ({ ...all, [row]: true }))
      requestAnimationFrame(() => goTo(id))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [rows, rowOf, setToggled])
}
