import { type RefObject, useEffect } from 'react'

/**
 * For a collection that keeps only the rows in sight in the page. A row that has the focus may be taken out while the collection is
 * built anew around it, because a level goes on or heights turn out otherwise: the browser then gives the focus to nothing, and the
 * keys do nothing any more. It comes back to the collection, which knows its row.
 */
export function useKeptFocus(collection: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = collection.current
    if (element === null) return
    let within = element.contains(document.activeElement)
    const entered = () => {
      within = true
    }
    const left = ({ target }: FocusEvent) =>
      requestAnimationFrame(() => {
        // Whoever goes elsewhere leaves the row behind; one that was taken out takes nobody elsewhere
        if (target instanceof Node && target.isConnected && !element.contains(document.activeElement)) within = false
      })
    const back = () => {
      if (within && document.activeElement === document.body) element.focus({ preventScroll: true })
    }
    // Once the row that is next has had its chance to take the focus itself
    const watching = new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => removedNodes.length > 0)) requestAnimationFrame(back)
    })
    watching.observe(element, { childList: true, subtree: true })
    element.addEventListener('focusin', entered)
    element.addEventListener('focusout', left)
    element.addEventListener('keydown', stayStill, { capture: true })
    return () => {
      watching.disconnect()
      element.removeEventListener('focusin', entered)
      element.removeEventListener('focusout', left)
      element.removeEventListener('keydown', stayStill, { capture: true })
    }
  }, [collection])
}

/**
 * Home and End are one step, however long they are held: the collection takes the first of them, and the browser would take the others
 * to scroll, away from the row that has the focus.
 */
function stayStill(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Home' || event.key === 'End') && !(event.target instanceof HTMLInputElement)) event.preventDefault()
}
