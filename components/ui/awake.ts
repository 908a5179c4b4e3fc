import { useEffect, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page's scripts are there. A button whose form only they can send cannot be pressed before: the browser would send it its own way. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Says once more where the focus is, to all that listen by now: whoever went somewhere before the page woke is there, with what they typed on the way taken over. */
export function useFocusedEarly(): void {
  useEffect(() => {
    const saying = setTimeout(() => {
      const { activeElement: here, body } = document
      if (here !== body) here?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    })
    return () => clearTimeout(saying)
  }, [])
}
