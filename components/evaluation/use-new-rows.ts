import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dropDrafts, keepDraft } from '@/components/forms/drafts/draft-store'
import { useTypist } from '@/components/forms/drawn-for'
import { placeOf, rowOfPlace } from '@/lib/domain/cells/addresses'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { inNewOrder, type NewRow, newRowText, readNewRow, stillNew, withoutNew } from '@/lib/forms/new-rows'
import { rowField, type TypedDraft } from '@/lib/forms/typed-drafts'

/** The rows of a form that are not stored yet; `addresses` are the cells that the page brought. Kept in the browser's store as their cells are. */
export function useNewRows(addresses: readonly string[]) {
  const [all, setAll] = useState<readonly NewRow[]>([])
  // Those that were added, whether or not they are drawn by now.
  const ids = useRef(new Set<string>())
  const added = useMemo(() => stillNew(all, addresses), [all, addresses])
  useKeptRows(added)
  const add = useCallback((rows: readonly NewRow[]) => {
    for (const { id } of rows) ids.current.add(id)
    setAll((before) => [...before.filter(({ id }) => !rows.some((row) => row.id === id)), ...rows])
  }, [])
  const order = useCallback((place: RowList, wanted: readonly string[]) => setAll((before) => inNewOrder(before, place, wanted)), [])
  const drop = useCallback((id: string) => setAll((before) => withoutNew(before, id)), [])
  return {
    added,
    add,
    order,
    drop,
    /** Takes back a row that was kept. */
    restore: ({ text }: TypedDraft) => add([readNewRow(text)]),
    /** Whether the cell stands in a row that was added here. */
    hasCell: (address: string) => ids.current.has(rowOfPlace(placeOf(address))?.row ?? ''),
  }
}

function useKeptRows(added: readonly NewRow[]): void {
  const userId = useTypist()
  const page = usePathname()
  const kept = useRef<readonly NewRow[]>([])
  useEffect(() => {
    const before = kept.current
    kept.current = added
    if (userId === '') return
    for (const row of added)
      if (!before.includes(row))
        keepDraft({ userId, page, field: rowField(row.id), text: newRowText(row), before: '', label: '', at: Date.now() })
    const gone = before.filter(({ id }) => !added.some((row) => row.id === id))
    if (gone.length > 0) void dropDrafts(gone.map(({ id }) => ({ userId, page, field: rowField(id) })))
  }, [added, userId, page])
}
