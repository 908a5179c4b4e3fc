import { type RefObject, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { KEPT } from '@/components/forms/drafts/fields'
import { goTo } from '@/components/ui/go-to'
import type { Autosave } from '@/lib/forms/saving/autosave'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { formCommandOf } from '@/lib/forms/saving/form-keys'

/** A pause after which what is typed is a step of its own, in ms. */
const PAUSE = 1_000

/** The keys of a form of cells, as `formCommandOf` has them; `toNext` saves and goes to the next form, `toOpen` to the next place that is open. */
export function useFormKeys(
  form: RefObject<HTMLFormElement | null>,
  store: CellStore,
  saver: Autosave,
  {
    readOnly,
    composing,
    announce,
    toNext,
    toOpen,
  }: { readOnly: boolean; composing: RefObject<boolean>; announce: (text: string) => void; toNext: () => void; toOpen: () => void },
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
      const command = formCommandOf(event)
      if (command === null) return
      // What a grid has done itself is done
      if (command !== 'next' && event.defaultPrevented) return
      const steps = command === 'undo' || command === 'redo'
      if (steps && isElsewhere(event.target, form.current)) return
      event.preventDefault()
      if (steps) step(command === 'undo')
      else if (command === 'save') saver.now(true)
      else if (command === 'open') toOpen()
      else toNext()
    }
    let pause: ReturnType<typeof setTimeout> | undefined
    const followed = store.subscribeAll(() => {
      clearTimeout(pause)
      // Letters that an input method still composes are no text that one would go back to
      pause = setTimeout(() => (composing.current ? undefined : store.seal()), PAUSE)
    })
    window.addEventListener('keydown', onKey)
    return () => {
      followed()
      clearTimeout(pause)
      window.removeEventListener('keydown', onKey)
    }
  }, [form, store, saver, readOnly, composing, announce, toNext, toOpen])
}

/** Whether the key belongs to a box that is no cell of the form. */
const isElsewhere = (target: EventTarget | null, form: HTMLFormElement | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select') && (!form?.contains(target) || target.hasAttribute(KEPT))
