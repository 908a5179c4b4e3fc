/** Fields of a page as the keeper of drafts sees them: which are kept, what they are called, what stands in them. */

export type KeptField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const FIELDS = 'input, textarea, select'
/** No texts that a person would miss, or none that may be kept. */
export const NEVER = ['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image', 'search']
/** What only asks: searches, filters, settings. */
export const ASKS = 'form[method="get"], form[action="/display"], [data-asks]'

/** Marks a form that keeps its own drafts, because it knows its cells better than their boxes do. */
export const KEEPS_OWN = 'data-keeps-drafts'

/** Marks a box in such a form that is no cell of it. */
export const KEPT = 'data-kept'

/**
 * Whether what is typed there is kept: everything but passwords, what only asks (forms that are not sent by an action), and what a form keeps by itself.
 */
export function isKept(element: unknown): element is KeptField {
  if (!(element instanceof Element) || !element.matches(FIELDS)) return false
  const field = element as KeptField
  if (NEVER.includes(field.type) || fieldKey(field) === '') return false
  return field.hasAttribute(KEPT) || field.closest(`form[${KEEPS_OWN}], ${ASKS}`) === null
}

/** What a field is known by: its id, and a choice of several without one by its name and value. */
export const fieldKey = (field: KeptField): string =>
  field.id !== '' ? field.id : isTicked(field) && field.name !== '' ? `${field.name}=${field.value}` : ''

export const isTicked = (field: KeptField): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

export const fieldText = (field: KeptField): string => (isTicked(field) ? (field.checked ? 'on' : '') : field.value)

/** What a form that is sent holds of a field: not what was typed on since. What has no name in it goes by what its form makes of it. */
export function sentText(field: KeptField, sent: FormData): string {
  const texts = sent.getAll(field.name)
  if (isTicked(field) && field.name !== '') return texts.includes(field.value) ? 'on' : ''
  return texts.length > 0 ? String(texts[0]) : fieldText(field)
}

/** What the page was drawn with in it; a choice with none drawn as chosen shows its first. */
function drawnText(field: KeptField): string {
  if (isTicked(field)) return field.defaultChecked ? 'on' : ''
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue
  const [first] = field.options
  return ([...field.options].find((option) => option.defaultSelected) ?? first)?.value ?? ''
}

let awake = false

/** What was typed before the scripts were there, with what had been drawn. Asked once, when the page wakes: later a page is drawn without saying with what. */
export function typedBeforeWaking(): { field: KeptField; drawn: string }[] {
  if (awake) return []
  awake = true
  return [...document.querySelectorAll(FIELDS)]
    .filter(isKept)
    .map((field) => ({ field, drawn: drawnText(field) }))
    .filter(({ field, drawn }) => fieldText(field) !== drawn)
}

/** What stood in a field of which nobody saw the beginning: a box that is ticked was not. */
export const opposite = (field: KeptField): string => (isTicked(field) ? (field.checked ? '' : 'on') : '')

/** The fields of a form whose texts are kept. */
export const keptFieldsOf = (form: unknown): KeptField[] => (form instanceof HTMLFormElement ? [...form.elements].filter(isKept) : [])

/** What stands in the box or the cell of this id, as whoever keeps it says; null where there is none. */
export function textShownAt(id: string): string | null {
  const field = fieldOf(id)
  return document.getElementById(id)?.dataset.text ?? (field && fieldText(field))
}

/** The field of this id, whoever keeps it. */
export function fieldOf(id: string): KeptField | null {
  const box = document.getElementById(id)
  return box?.matches(FIELDS) ? (box as KeptField) : null
}

/** What a person calls the field. */
export function fieldLabel(field: KeptField): string {
  const [label] = field.labels ?? []
  const text = field.getAttribute('aria-label') ?? label?.textContent ?? field.name
  return text.replace(/（必填）/g, '').trim()
}
