import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Controlled<Element extends Field> = {
  value?: unknown
  checked?: boolean | undefined
  onChange?: ((event: ChangeEvent<Element>) => void) | undefined
}

/**
 * A page is seen before its scripts are there. What was typed into a field until then stands in its box, and whoever holds its
 * value does not know: when the page wakes it is taken over as if it were typed at that moment. Gives the ref of the box.
 */
export function useTypedEarly<Element extends Field>({ value, checked, onChange }: Controlled<Element>): RefObject<Element | null> {
  const field = useRef<Element>(null)
  const drawn = useRef({ value, checked, onChange })
  useEffect(() => {
    const { current: box } = field
    const { onChange: changed, ...held } = drawn.current
    if (box === null || changed === undefined || !differs(box, held)) return
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
