import { usePathname } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useDrawnFor, useTypist } from '@/components/forms/drawn-for'
import { failureOf } from '@/components/forms/unanswered'
import type { DraftText, RowRefusal, SaveDraft } from '@/lib/forms/saving/row-actions'
import { failureSentence } from '@/lib/forms/state/failed-send'
import { acknowledge, dropDrafts } from './draft-store'

const PAUSE = 600
const AGAIN_AFTER = 5000

const COMPOSING = ['compositionstart', 'compositionend'] as const

export type ServerDrafts = {
  keep: (draft: DraftText, field: string) => void
  /** Does not wait for the pause. */
  keepNow: () => void
  /** It was said in earnest: what still waits is no draft any more. */
  sent: (field: string) => void
  /** Why the server does not have what was written; null where it has. */
  trouble: RowRefusal | null
}

/**
 * Keeps what somebody is writing in a review on the server, from the first pause: it is there on any machine where they sign
 * in. Until the server has it the browser keeps it as it keeps everything, and it is sent again where nobody answered or the sign-in had
 * ended. `field` is the box in which it is written.
 */
export function useServerDrafts(save: SaveDraft): ServerDrafts {
  const drawnFor = useDrawnFor()
  const userId = useTypist()
  const page = usePathname()
  const waiting = useRef(new Map<string, { draft: DraftText; field: string }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef<() => void>(() => undefined)
  const here = useRef(true)
  // Letters that an input method still composes are nothing that was written
  const composing = useRef(false)
  const [trouble, setTrouble] = useState<RowRefusal | null>(null)
  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const now = [...waiting.current.values()]
    waiting.current.clear()
    let refused: RowRefusal | null = null
    for (const one of now) {
      const { draft, field } = one
      let unanswered = false
      const answer = await save(draft, drawnFor).catch((error: unknown): RowRefusal => {
        unanswered = true
        return { ok: false, message: failureSentence[failureOf(error)] }
      })
      if (answer.ok) {
        await (draft.text.trim() === '' ? dropDrafts([{ userId, page, field }]) : acknowledge([{ userId, page, field, text: draft.text }]))
        continue
      }
      refused = answer
      // What was written since goes in its place
      if ((unanswered || answer.signedOut) && !waiting.current.has(field)) waiting.current.set(field, one)
    }
    if (!here.current || now.length === 0) return
    setTrouble(refused)
    if (refused !== null && waiting.current.size > 0) timer.current = setTimeout(() => latest.current(), AGAIN_AFTER)
  }, [save, drawnFor, userId, page])
  useEffect(() => {
    latest.current = () => void send()
  }, [send])
  useEffect(() => {
    const hear = ({ type }: Event) => {
      composing.current = type === 'compositionstart'
      if (!composing.current && waiting.current.size > 0) wait(timer, latest, composing)
    }
    for (const name of COMPOSING) document.addEventListener(name, hear, true)
    return () => {
      for (const name of COMPOSING) document.removeEventListener(name, hear, true)
    }
  }, [])
  useEffect(() => {
    here.current = true
    const again = () => latest.current()
    const events = ['online', 'focus']
    for (const name of events) window.addEventListener(name, again)
    return () => {
      for (const name of events) window.removeEventListener(name, again)
      here.current = false
      latest.current()
    }
  }, [])
  return useMemo(
    () => ({
      trouble,
      keep: (draft, field) => {
        waiting.current.set(field, { draft, field })
        wait(timer, latest, composing)
      },
      keepNow: () => latest.current(),
      sent: (field) => void waiting.current.delete(field),
    }),
    [trouble],
  )
}

/** Keeps at the next pause what waits, and not in the middle of a word. */
function wait(
  timer: RefObject<ReturnType<typeof setTimeout> | undefined>,
  latest: RefObject<() => void>,
  composing: RefObject<boolean>,
): void {
  clearTimeout(timer.current)
  timer.current = setTimeout(() => (composing.current ? undefined : latest.current()), PAUSE)
}
