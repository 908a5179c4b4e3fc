import { type Dispatch, type SetStateAction, useEffect } from 'react'
import { goTo } from '@/components/ui/go-to'
import { partOfAddress } from '@/lib/forms/cells/part-of-address'

type Toggled = Readonly<Record<string, boolean>>

/** An address of the page that leads to a cell which only the detail of its row shows opens that row. */
export function useHiddenCells(rows: readonly string[], setToggled: Dispatch<SetStateAction<Toggled>>): void {
  useEffect(() => {
    const follow = () => {
      const id = partOfAddress(window.location.hash.slice(1))
      const row = id === '' || document.getElementById(id) !== null ? undefined : rows.find((one) => id.split('/').includes(one))
      if (row === undefined) return
      setToggled((all) => ({ ...all, [row]: true }))
      requestAnimationFrame(() => goTo(id))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [rows, setToggled])
}
