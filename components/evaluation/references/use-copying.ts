import { useEffect, useRef } from 'react'

/** Under which the browser keeps, beside what other programs take, what a text says with its references. */
const KIND = 'application/x-hengji-text'

type Copying = {
  /** A stretch of the shown text as it is kept, and as other programs take it. */
  copied: (from: number, to: number) => { kept: string; plain: string }
  put: (from: number, to: number, kept: string) => void
}

/** What is copied and cut takes its references along to other texts of the product, and to other programs the figures. */
export function useCopying(box: HTMLTextAreaElement | null, copying: Copying): void {
  const latest = useRef(copying)
  useEffect(() => {
    latest.current = copying
  })
  useEffect(() => {
    if (box === null) return
    const copy = (event: ClipboardEvent) => {
      const { selectionStart: from, selectionEnd: to } = box
      if (from === to || event.clipboardData === null) return
      const { kept, plain } = latest.current.copied(from, to)
      if (kept === plain) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', plain)
      event.clipboardData.setData(KIND, kept)
      if (event.type === 'cut') latest.current.put(from, to, '')
    }
    const paste = (event: ClipboardEvent) => {
      const kept = event.clipboardData?.getData(KIND) ?? ''
      if (kept === '') return
      event.preventDefault()
      latest.current.put(box.selectionStart, box.selectionEnd, kept)
    }
    box.addEventListener('copy', copy)
    box.addEventListener('cut', copy)
    box.addEventListener('paste', paste)
    return () => {
      box.removeEventListener('copy', copy)
      box.removeEventListener('cut', copy)
      box.removeEventListener('paste', paste)
    }
  }, [box])
}
