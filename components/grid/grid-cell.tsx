'use client'
import { type CSSProperties, memo } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Mode } from '@/lib/grid/keys'
import type { Place } from '@/lib/grid/selection'
import { CellEditor } from './cell-editor'
import { type GridCell, type GridColumn, type GridSource, isNumeric, shownText, type Tone } from './grid-source'

const tones: Record<Tone, string> = { muted: 'text-muted', warning: 'text-warning', danger: 'text-danger' }

const said = ({ text, full }: GridCell['notes'][number]): string => (full === undefined ? text : `${text}：${full}`)

type Props = {
  source: GridSource
  row: string
  rowName: string
  column: GridColumn
  index: number
  /** How far a frozen column stands from the edge; absent where it scrolls. */
  left?: string
  selected: boolean
  /** How the person is in the cell; null where they are elsewhere. */
  mode: Mode | null
  focused: boolean
  type: (at: Place, text: string) => void
}

export const GridCellView = memo(function GridCellView(props: Props) {
  const { source, row, rowName, column, index, left, selected, mode, focused, type } = props
  const cell = source.useCell(row, column.key)
  const { state, notes, locked, hint } = cell
  const alarmed = state?.tone === 'danger' || notes.some(({ tone }) => tone === 'danger')
  const id = source.idOf(row, column.key)
  const here = mode !== null
  const text = shownText(cell)
  const label = `${rowName} ${column.label}`
  const below = state === undefined && notes.length === 0 ? undefined : `${id}-notes`
  // A cell that only says something is called by all that it says
  const describedBy = locked ? undefined : below
  const shown = text === '' ? (hint ?? '') : text
  const edited = here && !locked
  const words = classNames('grid-text', isNumeric(column) && 'text-right tabular-nums', text === '' && 'text-muted')
  // A last line that is empty takes its height only where something stands in it
  const whole = text.endsWith('\n') ? `${text} ` : text
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: said here too, since what can be filled in is said of such a cell only
      role="gridcell"
      id={id}
      data-cell={column.key}
      data-label={column.label}
      data-text={cell.text}
      aria-colindex={index}
      aria-readonly={locked}
      {...(selected ? { 'aria-selected': true } : {})}
      tabIndex={here && locked ? 0 : -1}
      {...(locked ? { 'aria-label': [label, shown, state?.word, ...notes.map(said)].filter(Boolean).join(' ') } : {})}
      style={left === undefined ? undefined : ({ '--left': left } as CSSProperties)}
      className={classNames(
        'grid-cell',
        isNumeric(column) && 'max-sm:grid-figure',
        // A layer of its own costs each paint of the page: only where something stands over the text
        (here || state !== undefined) && 'relative',
        left === undefined ? '' : 'sm:tight:sticky sm:tight:left-(--left) sm:tight:z-[2]',
        selected ? 'bg-action-soft' : locked ? 'bg-sunken' : 'bg-surface',
        here && 'z-[3] outline-2 -outline-offset-2 outline-action',
        state?.tone === 'warning' && 'border-l-4 border-l-warning',
        alarmed && 'border-l-4 border-l-danger',
        mode === 'editing' && 'bg-surface',
      )}
    >
      {edited ? (
        <div className="relative">
          <div className={classNames(words, 'invisible')}>{text === '' ? ' ' : whole}</div>
          <CellEditor {...{ id, column, row, cell, label, describedBy, mode, focused, type }} />
        </div>
      ) : (
        <div className={classNames(words, !here && column.kind === 'text' && 'line-clamp-3')}>{text === '' ? shown : whole}</div>
      )}
      {below === undefined ? null : (
        <div id={below} className="text-xs">
          {state === undefined ? null : (
            <span className={classNames('pointer-events-none absolute top-0 right-0 rounded bg-surface px-1 leading-4', tones[state.tone])}>
              {state.word}
            </span>
          )}
          {notes.map(({ text: word, tone, full }) => (
            <p
              key={`${word} ${full}`}
              title={full}
              className={classNames('line-clamp-2 break-words', isNumeric(column) && 'text-right', tones[tone])}
            >
              {word}
              {full === undefined ? null : <span className="sr-only">：{full}</span>}
            </p>
          ))}
        </div>
      )}
    </td>
  )
})
