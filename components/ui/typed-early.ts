import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Drawn = { value?: unknown; defaultValue?: unknown; checked?: boolean | undefined; defaultChecked?: boolean | undefined }
type Controlled<Element extends Field> = Drawn & {
  id?: string | undefined
  onChange?: ((event: ChangeEvent<Element>) => void) | undefined
}

/** Boxes that belong to the page by now. */
const awake = new WeakSet<Element>()

/**
 * A page is seen before its scripts are there. What was typed, chosen or ticked in a field until then stands in its box, and whoever
 * holds its value does not know: when the page wakes it is taken over as if it were done at that moment. Gives the ref of the box; `id` is
 * its own, or that of what it stands in.
 */
export function useTypedEarly<Element extends Field>(props: Controlled<Element>): RefObject<Element | null> {
  const field = useRef<Element>(null)
  const drawn = useRef(props)
  const latest = useRef(props.onChange)
  // During render, and not in an effect: by the time that effects run the framework has put the text back. It is done to what the server
  // drew, once, and doing it again changes nothing.
  useState(() => holdTyped(props.id))
  useEffect(() => {
    latest.current = props.onChange
  })
  useEffect(() => {
    const { current: box } = field
    if (box === null) return
    awake.add(box)
    if (latest.current === undefined || !differs(box, drawn.current)) return
    // Nobody who holds a value asks for more of the event than its box.
    takeOver(box, () => latest.current?.({ target: box, currentTarget: box } as unknown as ChangeEvent<Element>))
  }, [])
  return field
}

/**
 * Where a box of several lines was drawn with a text, the framework writes that text into it when the page wakes, over whatever was typed.
 * The one writing is left out: so the caret stays where it is too, and what an input method is composing.
 */
function holdTyped(id: string | undefined): void {
  if (id === undefined || typeof document === 'undefined') return
  const at = document.getElementById(id)
  const box = at instanceof HTMLTextAreaElement ? at : at?.querySelector('textarea')
  if (!box || box.defaultValue === '' || awake.has(box)) return
  const before = Object.getOwnPropertyDescriptor(box, 'value')
  const own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
  Object.defineProperty(box, 'value', {
    configurable: true,
    get: () => own?.get?.call(box),
    set: (text: string) => {
      if (before === undefined) Reflect.deleteProperty(box, 'value')
      else Object.defineProperty(box, 'value', before)
      if (box.value === box.defaultValue) box.value = text
    },
  })
}

type Early = { box: Field; shown: string | boolean; done: () => void }
let early: Early[] = []

/** All that was done early is taken over together, once all of the page that woke with it is there. */
function takeOver(box: Field, done: () => void): void {
  if (early.length === 0) queueMicrotask(takeAll)
  early.push({ box, shown: shownIn(box), done })
}

/**
 * Texts first and at once, so that no box is drawn anew under a caret before its own text is known. Then one choice after the other: of
 * several that belong together each must find what the one before it came to, and may have been drawn back by it.
 */
function takeAll(): void {
  const all = early
  early = []
  flushSync(() => {
    for (const one of all) if (isText(one.box)) take(one)
  })
  for (const one of all) if (!isText(one.box)) flushSync(() => take(one))
}

function take({ box, shown, done }: Early): void {
  if (shownIn(box) !== shown) {
    if (isTicked(box)) box.checked = shown === true
    else box.value = String(shown)
  }
  done()
}

const isTicked = (box: Field): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')
const isText = (box: Field): boolean => !(box instanceof HTMLSelectElement || isTicked(box) || box.type === 'file')
const shownIn = (box: Field): string | boolean => (isTicked(box) ? box.checked : box.value)

/** Whether the box shows something else than it was drawn with. */
function differs(box: Field, { value, defaultValue, checked, defaultChecked }: Drawn): boolean {
  // Of several of which one is chosen, that one tells
  if (isTicked(box)) return box.checked !== (checked ?? defaultChecked ?? false) && (box.checked || box.type === 'checkbox')
  const drawn = String(value ?? defaultValue ?? '')
  // A select shows its first choice where it has not the one it was drawn with.
  if (box instanceof HTMLSelectElement) return box.value !== drawn && [...box.options].some((option) => option.value === drawn)
  return box.value !== (box instanceof HTMLInputElement ? drawn.replace(/[\r\n]/g, '') : drawn.replace(/\r\n?/g, '\n'))
}
