'use client'
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { useTypedEarly } from '@/components/ui/typed-early'
import type { Mode } from '@/lib/grid/keys'
import type { Place } from '@/lib/grid/selection'
import { type GridCell, type GridColumn, isNumeric } from './grid-source'

type Editor = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement

type Props = {
  id: string
  column: GridColumn
  row: string
  cell: GridCell
  label: string
  describedBy: string | undefined
  mode: Mode
  /** Whether the focus is in the grid, and so belongs here. */
  focused: boolean
  type: (at: Place, text: string) => void
}

/**
 * The box of the cell in which a person is. It has the focus before anything is typed, with its whole text selected: the browser itself
 * replaces it by the first key, or by the first sign that an input method composes, and none is lost or comes raw. What is typed is the
 * box's own; it is put there from outside only where the cell says something else, as after undoing.
 */
export function CellEditor({ id, column, row, cell, label, describedBy, mode, focused, type }: Props) {
  const { text } = cell
  const typed = useRef(text)
  const [first] = useState(text)
  const onChange = ({ target: { value } }: { target: { value: string } }) => {
    typed.current = value
    type({ row, column: column.key }, value)
  }
  const box = useTypedEarly<Editor>({ id, value: text, onChange })
  const list = useId()
  // A box that gets its list of suggestions while a character is composed ends the composing, and the first letter stays raw.
  const [begun, setBegun] = useState(false)
  const editing = mode === 'editing'
  useLayoutEffect(() => {
    const { current } = box
    if (current === null || current instanceof HTMLSelectElement || typed.current === text) return
    typed.current = text
    current.value = text
    if (document.activeElement === current && !editing) current.select()
  }, [box, text, editing])
  useLayoutEffect(() => {
    const { current } = box
    if (current === null || !focused) return
    if (document.activeElement !== current) current.focus()
    if (current instanceof HTMLSelectElement) return
    if (!editing) return current.select()
    // Who did not come here by typing goes on behind what stands there.
    const { selectionStart, selectionEnd, value } = current
    if (selectionStart === 0 && selectionEnd === value.length) current.setSelectionRange(value.length, value.length)
  }, [box, focused, editing])
  const inputMode = column.kind === 'figure' ? { inputMode: 'decimal' as const } : {}
  const common = {
    tabIndex: 0,
    // Under which others hear where one is
    name: id,
    'aria-label': label,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(cell.wrong ? { 'aria-invalid': true as const } : {}),
    className: classNames(
      // What is typed is laid out in the box alone
      'absolute inset-0 size-full [contain:strict] resize-none appearance-none overflow-hidden bg-transparent text-ink outline-none focus-visible:outline-none',
      isNumeric(column) ? 'text-right tabular-nums' : 'text-left',
      editing ? '' : 'cursor-default caret-transparent selection:bg-transparent selection:text-inherit',
    ),
    onChange,
  }
  const typing = { ...common, ...inputMode, defaultValue: first, spellCheck: false }
  if (column.kind === 'choice') {
    const { options = [] } = column
    const known = options.some(({ value }) => value === text)
    return (
      <select ref={box as RefObject<HTMLSelectElement | null>} {...common} value={text}>
        {known ? null : <option value={text}>{text}</option>}
        {options.map(({ value, label: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    )
  }
  if (column.suggest !== undefined) {
    return (
      <>
        <input
          ref={box as RefObject<HTMLInputElement | null>}
          {...typing}
          autoComplete="off"
          {...(editing && !begun ? { list } : {})}
          onCompositionStart={() => setBegun(!editing)}
          onCompositionEnd={() => setBegun(false)}
        />
        <datalist id={list}>
          {column.suggest(row).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </>
    )
  }
  return <textarea ref={box as RefObject<HTMLTextAreaElement | null>} rows={1} {...typing} />
}
