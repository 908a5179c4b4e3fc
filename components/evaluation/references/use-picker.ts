import { useEffect, useRef, useState } from 'react'
import { type FoundDatum, findData, isMeant } from '@/lib/forms/cells/found-data'
import type { Datum } from '@/lib/forms/cells/references'

/** Where a datum is being looked for: its name is typed in the text from `from` on, behind `slash` characters that go with it. */
type Open = { from: number; slash: 0 | 1 }

export type Picker = {
  /** What was found; null where nobody looks for anything. */
  found: readonly Datum[] | null
  /** The place in it at which one is; -1: none yet. */
  at: number
  open: () => void
  choose: (datum: Datum) => void
}

/** Longer words are no names that are looked for. */
const LONGEST = 30

/**
 * Choosing a datum by keys while the focus stays in the text: from `/` on, or from where one asked for it, what is typed finds; ↑↓ go
 * through it, Enter and Tab take, Esc leaves. A text in which a / is meant goes on undisturbed: where nothing is found nothing is open,
 * and Enter takes only what was gone to or found by a word.
 */
export function usePicker(
  box: HTMLTextAreaElement | null,
  data: readonly FoundDatum[],
  put: (from: number, to: number, datum: Datum) => void,
): Picker {
  const [open, setOpen] = useState<Open | null>(null)
  const [typed, setTyped] = useState({ word: '', caret: 0 })
  const [gone, setGone] = useState(-1)
  const found = open === null ? null : findData(data, typed.word)
  const [first] = found ?? []
  const at = found === null || first === undefined ? -1 : gone >= 0 ? Math.min(gone, found.length - 1) : isMeant(first, typed.word) ? 0 : -1

  const choose = (datum: Datum) => {
    if (open === null) return
    put(open.from - open.slash, typed.caret, datum)
    setOpen(null)
  }
  const begin = (from: number, slash: 0 | 1) => {
    setOpen({ from, slash })
    setTyped({ word: '', caret: from })
    setGone(-1)
  }
  const onInput = (event: InputEvent) => {
    if (box === null || event.isComposing) return
    const { selectionStart: caret, value } = box
    if (event.data === '/' || event.data === '／') return begin(caret, 1)
    if (open === null) return
    const word = value.slice(open.from, caret)
    if (caret < open.from || word.length > LONGEST || /[\s，。；、]/.test(word)) return setOpen(null)
    setTyped({ word, caret })
    setGone(-1)
  }
  const onKey = (event: KeyboardEvent) => {
    if (found === null || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (found.length === 0) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = found[at]
    if (step !== 0) setGone((at + step + found.length) % found.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen)
    else if (event.key === 'Escape') setOpen(null)
    else return
    // Nobody else has a use for the key
    event.preventDefault()
    event.stopPropagation()
  }

  const latest = useRef({ onInput, onKey })
  useEffect(() => {
    latest.current = { onInput, onKey }
  })
  useEffect(() => {
    if (box === null) return
    const input = (event: Event) => latest.current.onInput(event as InputEvent)
    const key = (event: KeyboardEvent) => latest.current.onKey(event)
    box.addEventListener('input', input)
    box.addEventListener('compositionend', input)
    box.addEventListener('keydown', key)
    return () => {
      box.removeEventListener('input', input)
      box.removeEventListener('compositionend', input)
      box.removeEventListener('keydown', key)
    }
  }, [box])

  return { found: found?.length === 0 ? null : found, at, choose, open: () => begin(box?.selectionStart ?? 0, 0) }
}
