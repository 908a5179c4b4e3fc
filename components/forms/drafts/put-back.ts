import { FIELDS, fieldKey, isKept, isTicked, type KeptField } from './fields'

/** Kept texts come back into their fields: loaded where there is one. */

/** The field that a text was kept for; null where the page has none now. */
export function findField(key: string): KeptField | null {
  const byId = document.getElementById(key)
  if (isKept(byId)) return byId
  return [...document.querySelectorAll<KeptField>(FIELDS)].find((field) => isKept(field) && fieldKey(field) === key) ?? null
}

/**
 * Puts a text into a field as if it had been typed. React does not hear of a value that it has put there itself, so the
 * browser's own setter is used.
 */
export function typeInto(field: KeptField, text: string): void {
  if (isTicked(field)) {
    if (field.checked !== (text === 'on')) field.click()
    return
  }
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

/** Opens whatever hides the field. */
export function uncover(field: Element): void {
  for (let part = field.closest('details'); part !== null; part = part.parentElement?.closest('details') ?? null) part.open = true
}
