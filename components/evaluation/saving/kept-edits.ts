import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { dropDrafts, keepDraft } from '@/components/forms/drafts/draft-store'
import { useTypist } from '@/components/forms/drawn-for'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { type NewRow, newRowText } from '@/lib/forms/saving/new-rows'
import { rowField } from '@/lib/forms/saving/typed-drafts'

/** Keeps a form's edits and new rows in the browser's store: what is not saved is kept, and what is saved or gone is not. */
export function useKeptEdits(store: CellStore): void {
  const userId = useTypist()
  const page = usePathname()
  useEffect(() => {
    if (userId === '') return
    const kept = new Map<string, unknown>()
    let rows: readonly NewRow[] = []
    const drop = (fields: readonly string[]) => {
      if (fields.length > 0) void dropDrafts(fields.map((field) => ({ userId, page, field })))
    }
    const keepCells = (touched: ReadonlySet<string>) => {
      const gone: string[] = []
      for (const field of touched) {
        const edit = store.editOf(field)
        if (edit === kept.get(field)) continue
        if (edit === undefined) gone.push(field)
        else {
          const { label } = store.view(field)
          const before = store.standing(field).text
          keepDraft({ userId, page, field, ...edit, before, label, sent: store.sentOf(field), at: Date.now() })
        }
        if (edit === undefined) kept.delete(field)
        else kept.set(field, edit)
      }
      drop(gone)
    }
    const keepRows = () => {
      const before = rows
      rows = store.newRows().filter(({ id }) => !store.isStored(id))
      for (const row of rows)
        if (!before.includes(row))
          keepDraft({ userId, page, field: rowField(row.id), text: newRowText(row), before: '', label: '', at: Date.now() })
      drop(before.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => rowField(id)))
    }
    return store.subscribeAll((touched) => {
      keepRows()
      keepCells(touched)
    })
  }, [store, userId, page])
}
