import type { CSSProperties, KeyboardEvent } from 'react'
import type { Place } from '@/lib/grid/selection'
import type { GridColumn } from './grid-source'

/** What a grid knows of its elements in the page. */

/** The width of the column of row numbers. */
const HEAD_WIDTH = '2.75rem'

/** The tracks of every row, and the least width of all of them: rows are laid out one by one, and have to agree. */
export function tracks(columns: readonly GridColumn[]): CSSProperties {
  const widths = [HEAD_WIDTH, ...columns.map(({ width }) => width)]
  const least = widths.map((width) => /[\d.]+rem/.exec(width)?.[0] ?? '0rem').join(' + ')
  return { '--tracks': widths.join(' '), '--least': `calc(${least})` } as CSSProperties
}

/** How far each frozen column stands from the edge, where the grid scrolls sideways: one behind the row numbers. */
export const leftsOf = (columns: readonly GridColumn[]): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.filter(({ frozen }) => frozen === true).map(({ key }) => [key, HEAD_WIDTH]))

export const inDetail = (target: unknown): boolean => target instanceof Element && target.closest('[data-grid-detail]') !== null

/** The cell that an element stands in; null where in none. */
export function placeOf(target: unknown): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const row = cell?.closest<HTMLElement>('[data-grid-row]')?.dataset.gridRow
  const column = cell?.dataset.cell
  return row === undefined || column === undefined ? null : { row, column }
}

const cellAt = (root: Element | null, { row, column }: Place): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-grid-row="${CSS.escape(row)}"] [data-cell="${CSS.escape(column)}"]`) ?? null

/** Gives the focus to a cell: to its box where it has one. */
export function focusCell(root: Element | null, place: Place): void {
  const cell = cellAt(root, place)
  const box = cell?.querySelector<HTMLElement>('textarea, input, select') ?? cell
  box?.focus()
}

/** A line break where the caret is: Enter itself ends the cell. */
export function insertLine(event: KeyboardEvent<HTMLElement>): void {
  event.preventDefault()
  const { target } = event
  if (!(target instanceof HTMLTextAreaElement)) return
  const { selectionStart, selectionEnd, value } = target
  const text = `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(target, text)
  target.setSelectionRange(selectionStart + 1, selectionStart + 1)
  target.dispatchEvent(new Event('input', { bubbles: true }))
}
