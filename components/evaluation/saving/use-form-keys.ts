import { type RefObject, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { KEPT } from '@/components/forms/drafts/fields'
import { goTo } from '@/components/ui/go-to'
import type { Autosave } from '@/lib/forms/saving/autosave'
import type { CellStore } from '@/lib/forms/saving/cell-store'

/** A pause after which what is typed is a step of its own, in ms. */
const PAUSE = 1_000

/** Alt+PageDown saves and goes to the next form, as `toNext` does. Ctrl+S and Ctrl+Enter save at once, Ctrl+Z takes a step back, Ctrl+Y or Ctrl+Shift+Z does it again; with the Caps Lock on too. */
export function useFormKeys(
  form: RefObject<HTMLFormElement | null>,
  store: CellStore,
  saver: Autosave,
  { readOnly, announce, toNext }: { readOnly: boolean; announce: (text: string) => void; toNext: () => void },
): void {
  useEffect(() => {
    if (readOnly) return
    const step = (back: boolean) => {
      const at = flushSync(() => (back ? store.undo() : store.redo()))
      if (at === null) return
      announce(back ? '已撤销' : '已恢复')
      goTo(at)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'PageDown' && event.altKey && !event.isComposing) {
        event.preventDefault()
        toNext()
      }
      // What a grid has done itself is done
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || event.defaultPrevented) return
      const key = event.key.toLowerCase()
      if (key === 's' || key === 'enter') {
        event.preventDefault()
        saver.now(true)
      } else if ((key === 'z' || key === 'y') && !isElsewhere(event.target, form.current)) {
        event.preventDefault()
        step(key === 'z' && !event.shiftKey)
      }
    }
    let pause: ReturnType<typeof setTimeout> | undefined
    const followed = store.subscribeAll(() => {
      clearTimeout(pause)
      pause = setTimeout(store.seal, PAUSE)
    })
    window.addEventListener('keydown', onKey)
    return () => {
      followed()
      clearTimeout(pause)
      window.removeEventListener('keydown', onKey)
    }
  }, [form, store, saver, readOnly, announce, toNext])
}

/** Whether the key belongs to a box that is no cell of the form. */
const isElsewhere = (target: EventTarget | null, form: HTMLFormElement | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select') && (!form?.contains(target) || target.hasAttribute(KEPT))
