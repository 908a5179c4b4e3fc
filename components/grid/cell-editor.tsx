'use client'
import { useId, useLayoutEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Mode } from '@/lib/grid/keys'
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
  type: (text: string) => void
}

/**
 * The box of the cell in which a person is. It has the focus before anything is typed, with its whole text selected: the browser itself
 * replaces it by the first key, or by the first sign that an input method composes, and none is lost or comes raw.
 */
export function CellEditor({ id, column, row, cell, label, describedBy, mode, focused, type }: Props) {
  const box = useRef<Editor>(null)
  const list = useId()
  const editing = mode === 'editing'
  useLayoutEffect(() => {
    const { current } = box
    if (current === null || !focused) return
    if (document.activeElement !== current) current.focus()
    if (current instanceof HTMLSelectElement) return
    if (!editing) return current.select()
    // Who did not come here by typing goes on behind what stands there.
    const { selectionStart, selectionEnd, value } = current
    if (selectionStart === 0 && selectionEnd === value.length) current.setSelectionRange(value.length, value.length)
  }, [focused, editing])
  const inputMode = column.kind === 'figure' ? { inputMode: 'decimal' as const } : {}
  const common = {
    tabIndex: 0,
    // Under which others hear where one is
    name: id,
    'aria-label': label,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(cell.wrong ? { 'aria-invalid': true as const } : {}),
    className: classNames(
      'absolute inset-0 size-full resize-none appearance-none overflow-hidden bg-transparent text-ink outline-none focus-visible:outline-none',
      isNumeric(column) ? 'text-right tabular-nums' : 'text-left',
      editing ? '' : 'cursor-default caret-transparent selection:bg-transparent selection:text-inherit',
    ),
    value: cell.text,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  }
  if (column.kind === 'choice') {
    const { options = [] } = column
    const known = options.some(({ value }) => value === cell.text)
    return (
      <select ref={box as React.RefObject<HTMLSelectElement | null>} {...common}>
        {known ? null : <option value={cell.text}>{cell.text}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )
  }
  if (column.suggest !== undefined) {
    return (
      <>
        <input
          ref={box as React.RefObject<HTMLInputElement | null>}
          {...common}
          {...inputMode}
          autoComplete="off"
          {...(editing ? { list } : {})}
        />
        <datalist id={list}>
          {column.suggest(row).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </>
    )
  }
  return <textarea ref={box as React.RefObject<HTMLTextAreaElement | null>} rows={1} {...common} {...inputMode} />
}
