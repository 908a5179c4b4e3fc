import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Controlled<Element extends Field> = {
  id?: string | undefined
  value?: unknown
  checked?: boolean | undefined
  onChange?: ((event: ChangeEvent<Element>) => void) | undefined
}

/** Boxes that belong to the page by now, and what had been typed into those of several lines before they did. */
const awake = new WeakSet<Element>()
const typedAsleep = new WeakMap<Element, string>()

/** Keeps what stands in a box of several lines: where it was drawn with a text, that is put back into it when the page wakes. */
function keepTyped(id: string | undefined): void {
  if (id === undefined || typeof document === 'undefined') return
  const box = document.getElementById(id)
  if (box instanceof HTMLTextAreaElement && !awake.has(box) && box.value !== box.defaultValue) typedAsleep.set(box, box.value)
}

/**
 * A page is seen before its scripts are there. What was typed into a field until then stands in its box, and whoever holds its
 * value does not know: when the page wakes it is taken over as if it were typed at that moment. Gives the ref of the box.
 */
export function useTypedEarly<Element extends Field>({ id, value, checked, onChange }: Controlled<Element>): RefObject<Element | null> {
  const field = useRef<Element>(null)
  const drawn = useRef({ value, checked, onChange })
  useState(() => keepTyped(id))
  useEffect(() => {
    const { current: box } = field
    const { onChange: changed, ...held } = drawn.current
    if (box === null) return
    awake.add(box)
    const typed = typedAsleep.get(box)
    if (typed !== undefined) box.value = typed
    if (changed === undefined || !differs(box, held)) return
    // Nobody who holds a value asks for more of the event than its box.
    changed({ target: box, currentTarget: box } as unknown as ChangeEvent<Element>)
  }, [])
  return field
}

/** Whether the box shows something else than it was drawn with. */
function differs(box: Field, { value, checked }: { value?: unknown; checked?: boolean | undefined }): boolean {
  if (box instanceof HTMLInputElement && checked !== undefined) return box.checked !== checked
  if (value === undefined) return false
  const drawn = String(value)
  // A select shows its first choice where it has not the one it was drawn with.
  if (box instanceof HTMLSelectElement) return box.value !== drawn && [...box.options].some((option) => option.value === drawn)
  return box.value !== (box instanceof HTMLInputElement ? drawn.replace(/[\r\n]/g, '') : drawn.replace(/\r\n?/g, '\n'))
}
