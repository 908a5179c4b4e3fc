import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useDrawnFor, useTypist } from '@/components/forms/drawn-for'
import type { DraftText, SaveDraft } from '@/lib/forms/row-actions'
import { acknowledge, dropDrafts } from './draft-store'

const PAUSE = 600

export type ServerDrafts = {
  keep: (draft: DraftText, field: string) => void
  /** Does not wait for the pause. */
  keepNow: () => void
  /** It was said in earnest: what still waits is no draft any more. */
  sent: (field: string) => void
}

/**
 * Keeps what somebody is writing in a review on the server, from the first pause: it is there on any machine where they sign
 * in. Until the server has it the browser keeps it as it keeps everything. `field` is the box in which it is written.
 */
export function useServerDrafts(save: SaveDraft): ServerDrafts {
  const drawnFor = useDrawnFor()
  const userId = useTypist()
  const page = usePathname()
  const waiting = useRef(new Map<string, { draft: DraftText; field: string }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const now = [...waiting.current.values()]
    waiting.current.clear()
    for (const { draft, field } of now) {
      const answer = await save(draft, drawnFor).catch(() => null)
      if (!answer?.ok) continue
      await (draft.text.trim() === '' ? dropDrafts([{ userId, page, field }]) : acknowledge([{ userId, page, field, text: draft.text }]))
    }
  }, [save, drawnFor, userId, page])
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => () => void latest.current(), [])
  return useMemo(
    () => ({
      keep: (draft, field) => {
        waiting.current.set(field, { draft, field })
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void latest.current(), PAUSE)
      },
      keepNow: () => void latest.current(),
      sent: (field) => void waiting.current.delete(field),
    }),
    [],
  )
}
