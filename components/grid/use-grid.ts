'use client'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Command, Mode } from '@/lib/grid/keys'
import { NOTHING_LAID } from '@/lib/grid/paste'
import {
  type CellEdit,
  type CellFacts,
  type Place,
  placeAt,
  type Selection,
  type Shape,
  selected,
  standing,
  type Target,
} from '@/lib/grid/selection'
import { type GridColumn, type GridSource, ROW_HEAD } from './grid-source'
import { type AskedPaste, useClipboard } from './use-clipboard'

/** Where none is further on in the grid, the page may know of one. */
const LEADS_OUT: ReadonlySet<Target> = new Set(['next', 'nextWrong', 'previousWrong'])

/** What a person does in a grid: where they are, what is selected, and what they change. */
export function useGrid(source: GridSource, columns: readonly GridColumn[], rows: readonly string[], toggle: (row: string) => void) {
  const shape = useMemo((): Shape => ({ rows, columns: [ROW_HEAD, ...columns.map(({ key }) => key)] }), [rows, columns])
  const first: Place = { row: rows[0] ?? '', column: columns[0]?.key ?? '' }
  const [held, setHeld] = useState<Selection>({ at: first, from: first })
  const selection = useMemo(() => standing(held, shape), [held, shape])
  // The same functions wherever the person is: cells are drawn anew when something of them changes, not at each step through the grid.
  const here = useRef(selection.at)
  useLayoutEffect(() => {
    here.current = selection.at
  }, [selection])
  const [mode, setMode] = useState<Mode>('passing')
  const [asked, setAsked] = useState<AskedPaste | null>(null)
  /** The cell that is being edited, with its text from before. */
  const edited = useRef<CellEdit | null>(null)

  const facts: CellFacts = useMemo(
    () => ({
      isEmpty: ({ row, column }) => {
        const cell = source.peek(row, column)
        return column !== ROW_HEAD && !cell.locked && cell.text === ''
      },
      isWrong: ({ row, column }) => column !== ROW_HEAD && source.peek(row, column).wrong,
    }),
    [source],
  )

  const select = useCallback((at: Place, from: Place = at) => setHeld({ at, from }), [])

  /** Puts texts into cells as one step; locked cells are left as they are. */
  const apply = useCallback(
    (edits: readonly CellEdit[]) => {
      source.edit(edits.filter(({ row, column }) => column !== ROW_HEAD && !source.peek(row, column).locked))
    },
    [source],
  )

  /** What is typed from now on is one step. */
  const begin = useCallback(
    ({ row, column }: Place) => {
      if (edited.current === null) source.begin()
      edited.current ??= { row, column, text: source.peek(row, column).text }
      setMode('editing')
    },
    [source],
  )

  /** The end of editing: what was typed is read as its cell would have it. */
  const finish = useCallback(() => {
    const { current } = edited
    edited.current = null
    if (current === null) return
    const { row, column, text: old } = current
    const { text } = source.peek(row, column)
    const fit = text === old ? null : source.read(row, column, text)
    if (fit?.kind === 'fits' && fit.note !== undefined) {
      source.edit([{ row, column, text: fit.text }])
      source.announce(fit.note)
    }
    source.end()
    if (fit?.kind !== 'asks') return
    const asked = { row, column, text: fit.text, typed: text, note: fit.note }
    setAsked({ at: current, plan: { ...NOTHING_LAID, asked: [asked] } })
  }, [source])

  /** A text belongs to the cell in which it was typed: the person may be elsewhere by the time that it is heard of. */
  const type = useCallback(
    (at: Place, text: string) => {
      if (at.row === here.current.row && at.column === here.current.column) begin(at)
      source.edit([{ ...at, text }])
    },
    [source, begin],
  )

  const go = useCallback(
    (to: Target, extend: boolean): boolean => {
      const { at, from } = selection
      const place = placeAt(at, to, shape, facts)
      // Where nothing here is wrong, the page may know of something elsewhere.
      const wrong = to === 'nextWrong' || to === 'previousWrong'
      if (place === null || (wrong && !facts.isWrong(place))) return false
      if (to === 'below' && place.row === at.row && source.addRow !== null) {
        const row = source.addRow(at.row)
        select({ row, column: at.column })
      } else select(place, extend ? from : place)
      setMode('moving')
      return true
    },
    [selection, shape, facts, source, select],
  )

  const block = useCallback(() => selected(selection, shape), [selection, shape])
  const fill = useCallback(
    (text: (row: string, column: string) => string) => {
      const { rows: all, columns: keys } = block()
      apply(all.flatMap((row) => keys.map((column) => ({ row, column, text: text(row, column) }))))
    },
    [block, apply],
  )

  /** Does what a key means; false where the browser shall go on with it. */
  const run = useCallback(
    (command: Command): boolean => {
      const { at } = selection
      switch (command.kind) {
        case 'move':
          return go(command.to, command.extend)
        case 'commit':
          finish()
          return go(command.to, false) || !LEADS_OUT.has(command.to)
        case 'commitAll':
          finish()
          fill(() => source.peek(at.row, at.column).text)
          setMode('moving')
          return true
        case 'cancel':
          if (edited.current !== null) source.edit([edited.current])
          edited.current = null
          source.end()
          setMode('moving')
          return true
        case 'edit':
          if (!source.peek(at.row, at.column).locked) begin(at)
          return true
        case 'newLine':
          return false
        case 'clear':
          fill(() => '')
          return true
        case 'fillDown': {
          const top = block().rows[0] ?? at.row
          fill((_, column) => source.peek(top, column).text)
          return true
        }
        case 'sum': {
          const { rows: all, columns: keys } = block()
          const sums = all.flatMap((row) => keys.map((column) => ({ row, column, text: source.sumOf?.(row, column) ?? null })))
          const filled = sums.flatMap(({ text, ...place }) => (text === null ? [] : [{ ...place, text }]))
          apply(filled)
          source.announce(filled.length === 0 ? '此处没有可合计的分项' : `已填入合计 ${filled.map(({ text }) => text).join('、')}`)
          return true
        }
        case 'selectAll': {
          const [top, bottom] = [shape.rows[0] ?? '', shape.rows.at(-1) ?? '']
          select({ row: top, column: shape.columns[1] ?? '' }, { row: bottom, column: shape.columns.at(-1) ?? '' })
          setMode('moving')
          return true
        }
        case 'moveRow':
          source.moveRow?.(at.row, command.by)
          return true
        case 'insertRow': {
          if (source.addRow === null) return false
          select({ row: source.addRow(shape.rows[shape.rows.indexOf(at.row) - 1] ?? null), column: at.column })
          return true
        }
        case 'removeRows': {
          if (source.removeRows === null) return false
          const gone = source.removeRows(block().rows)
          if (!gone.includes(at.row)) return true
          const next = shape.rows.slice(shape.rows.indexOf(at.row)).find((row) => !gone.includes(row))
          select({ row: next ?? shape.rows.findLast((row) => !gone.includes(row)) ?? '', column: at.column })
          return true
        }
        case 'open':
          toggle(at.row)
          return true
        case 'rest':
          setMode('passing')
          return true
      }
    },
    [selection, go, begin, finish, apply, fill, block, source, select, shape, toggle],
  )

  const onPasted = useCallback(
    (at: Place) => {
      select(at)
      setMode('moving')
    },
    [select],
  )
  const clipboard = useClipboard({ source, columns, shape, block, apply, setAsked, onPasted })

  const leave = useCallback(() => {
    finish()
    setMode('passing')
  }, [finish])

  return {
    selection,
    mode,
    setMode,
    shape,
    select,
    run,
    type,
    finish,
    leave,
    fill,
    asked,
    setAsked,
    ...clipboard,
  }
}
