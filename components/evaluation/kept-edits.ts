import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { dropDrafts, keepDraft } from '@/components/forms/drafts/draft-store'
import { useTypist } from '@/components/forms/drawn-for'
import type { Edits } from '@/lib/forms/save-form'

/** What a kept text says of its cell: what stands there, and what the cell is called. */
type Described = (address: string) => { before: string; label: string }

/** Keeps a form's edits in the browser's store: what is an edit is kept, and what is one no longer is not. */
export function useKeptEdits(edits: Edits, describe: Described): void {
  const userId = useTypist()
  const page = usePathname()
  const kept = useRef<Edits>({})
  const described = useRef(describe)
  useEffect(() => {
    described.current = describe
  })
  useEffect(() => {
    const before = kept.current
    kept.current = edits
    if (userId === '') return
    for (const [field, edit] of Object.entries(edits))
      if (before[field] !== edit) keepDraft({ userId, page, field, ...edit, ...described.current(field), at: Date.now() })
    const gone = Object.keys(before).filter((field) => edits[field] === undefined)
    if (gone.length > 0) void dropDrafts(gone.map((field) => ({ userId, page, field })))
  }, [edits, userId, page])
}
