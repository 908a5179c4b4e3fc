import { type ChangeEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Drawn = { value?: unknown; defaultValue?: unknown; checked?: boolean | undefined; defaultChecked?: boolean | undefined }
type Controlled<Element extends Field> = Drawn & {
  id?: string | undefined
  onChange?: ((event: ChangeEvent<Element>) => void) | undefined
}

/** Boxes that belong to the page by now, and those that are being held while it wakes. */
const awake = new WeakSet<Element>()
const held = new WeakSet<Element>()

/**
 * A page is seen before its scripts are there. What was typed, chosen or ticked in a field until then stands in its box, and whoever
 * holds its value does not know: when the page wakes it is taken over as if it were done at that moment. Gives the ref of the box; `id` is
 * its own, or that of what it stands in.
 */
export function useTypedEarly<Element extends Field>(props: Controlled<Element>): RefObject<Element | null> {
  const field = useRef<Element>(null)
  const drawn = useRef(props)
  const latest = useRef(props.onChange)
  // During render, and not in an effect: by the time that effects run the framework has put the text back. It is done once to
  // what the server drew.
  useState(() => holdTyped(props.id))
  // Before anything can be drawn anew
  useLayoutEffect(() => {
    const { current: box } = field
    if (box === null) return
    awake.add(box)
    if (drawn.current.onChange === undefined || !differs(box, drawn.current)) return
    // Nobody who holds a value asks for more of the event than its box.
    takeOver(box, () => latest.current?.({ target: box, currentTarget: box } as unknown as ChangeEvent<Element>))
  }, [])
  useEffect(() => {
    latest.current = props.onChange
  })
  // Behind the effects of all that hears of it
  useEffect(() => {
    if (early.length > 0) queueMicrotask(takeAll)
  }, [])
  return field
}

/**
 * Where a box of several lines was drawn with a text, the framework writes that text into it when the page wakes, over whatever was typed.
 * That one writing is left out: so the caret stays where it is too, and what an input method is composing.
 */
function holdTyped(id: string | undefined): void {
  if (id === undefined || typeof document === 'undefined') return
  const at = document.getElementById(id)
  const box = at instanceof HTMLTextAreaElement ? at : at?.querySelector('textarea')
  if (!box || box.defaultValue === '' || awake.has(box) || held.has(box)) return
  // A waking that is interrupted begins again: what was held before would stay so
  held.add(box)
  const release = hold(box, (text) => {
    release()
    if (box.value === box.defaultValue) box.value = text
  })
}

/** Whatever is written into the box goes to `write` instead, until it is released. */
function hold(box: Field, write: (text: string) => void): () => void {
  const before = Object.getOwnPropertyDescriptor(box, 'value')
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')
  Object.defineProperty(box, 'value', { configurable: true, get: () => own?.get?.call(box), set: write })
  return () => {
    if (before === undefined) Reflect.deleteProperty(box, 'value')
    else Object.defineProperty(box, 'value', before)
  }
}

type Early = { box: Field; take: () => void }
let early: Early[] = []

/**
 * What was done early is taken over once everything of the page that woke with it is there to hear. Until then it may be drawn back: a
 * text is kept from that, with its caret; a choice is made again.
 */
function takeOver(box: Field, tell: () => void): void {
  const stands = isText(box) ? hold(box, () => undefined) : choice(box)
  early.push({ box, take: () => [stands(), tell()] })
}

/** Makes the choice again that stands there now. */
function choice(box: Field): () => void {
  if (box.type === 'file') return () => undefined
  const chosen = isTicked(box) ? { checked: box.checked } : { value: box.value }
  return () => void Object.assign(box, chosen)
}

/** Texts first and at once. Then one choice after the other: of several that belong together each must find what the one before came to. */
function takeAll(): void {
  const all = early
  early = []
  flushSync(() => {
    for (const { box, take } of all) if (isText(box)) take()
  })
  for (const { box, take } of all) if (!isText(box)) flushSync(take)
}

const isTicked = (box: Field): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')
const isText = (box: Field): boolean => !(box instanceof HTMLSelectElement || isTicked(box) || box.type === 'file')

/** Whether the box shows something else than it was drawn with. */
function differs(box: Field, { value, defaultValue, checked, defaultChecked }: Drawn): boolean {
  // Of several of which one is chosen, that one tells
  if (isTicked(box)) return box.checked !== (checked ?? defaultChecked ?? false) && (box.checked || box.type === 'checkbox')
  const drawn = String(value ?? defaultValue ?? '')
  // A select shows its first choice where it has not the one it was drawn with.
  if (box instanceof HTMLSelectElement) return box.value !== drawn && [...box.options].some((option) => option.value === drawn)
  return box.value !== (box instanceof HTMLInputElement ? drawn.replace(/[\r\n]/g, '') : drawn.replace(/\r\n?/g, '\n'))
}
