import type { TypedDraft } from '@/lib/forms/saving/typed-drafts'
import { ASKS, FIELDS, NEVER } from './fields'

/** What stood in the boxes of pages that were left before they woke, in the browser's plain store: a page that goes can wait for no other. */
const LEFT_EARLY = 'hengji-left-early'

type Given = { userId: string; store: string; fields: string; never: readonly string[]; asks: string }

/**
 * Stands in each page itself (`leftEarlyScript`), for a page may be left before any other script of it is there: what was typed, chosen or
 * ticked by then is kept when it goes, and offered on it as any draft is. Passwords are not kept, nor what only asks. Nothing else of the
 * program can be used in it.
 */
function keepWhatIsLeft({ userId, store, fields, never, asks }: Given): void {
  type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  const isTicked = (box: Box): box is HTMLInputElement => /^(checkbox|radio)$/.test(box.type)
  /** By then it is told to whoever holds its value. */
  const isAwake = (box: Box) => Object.keys(box).some((key) => key.startsWith('__react'))
  const isKept = (box: Box) => !never.includes(box.type) && box.closest(asks) === null
  const drawn = (box: Box): string => {
    if (isTicked(box)) return box.defaultChecked ? 'on' : ''
    if (!('options' in box)) return box.defaultValue
    return (Array.from(box.options).find((option) => option.defaultSelected) ?? box.options[0])?.value ?? ''
  }
  const typed = () =>
    Array.from(document.querySelectorAll<Box>(fields))
      .filter((box) => isKept(box) && !isAwake(box))
      .map((box) => ({
        userId,
        page: location.pathname,
        // A cell of a grid has its address for a name
        field: box.id || (isTicked(box) ? box.name && `${box.name}=${box.value}` : box.name),
        text: isTicked(box) ? (box.checked ? 'on' : '') : box.value,
        before: drawn(box),
        label: (box.getAttribute('aria-label') ?? box.labels?.[0]?.textContent ?? box.name).replace('（必填）', '').trim(),
        at: Date.now(),
        early: true,
      }))
      .filter(({ field, text, before }) => field !== '' && text !== before)
  addEventListener('pagehide', () => {
    const left = typed()
    if (left.length === 0) return
    try {
      localStorage.setItem(store, JSON.stringify(JSON.parse(localStorage.getItem(store) ?? '[]').concat(left)))
    } catch {
      // A browser that keeps nothing, or has no more room
    }
  })
  // The frame of a page may wake before its fields do. A link in it then leads away as it did before, by the browser, so that the page goes.
  addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('a[href]') !== null && typed().length > 0) event.stopPropagation()
    },
    true,
  )
}

/** As it stands in the page; for the person whom it is drawn for. */
export function leftEarlyScript(userId: string): string {
  const given: Given = { userId, store: LEFT_EARLY, fields: FIELDS, never: NEVER, asks: ASKS }
  return `(${keepWhatIsLeft})(${JSON.stringify(given)})`
}

export const forgetLeftEarly = (): void => localStorage.removeItem(LEFT_EARLY)

/** What was left early, until it is forgotten. */
export function leftEarly(): TypedDraft[] {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(LEFT_EARLY) ?? '[]')
    return Array.isArray(left) ? left : []
  } catch {
    return []
  }
}
