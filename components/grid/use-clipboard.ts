'use client'
import { useCallback } from 'react'
import type { Block } from '@/lib/grid/block'
import { writeHtml, writeTsv } from '@/lib/grid/clipboard'
import { isClear, layOut, type PastePlan } from '@/lib/grid/paste'
import type { CellEdit, Place, Shape } from '@/lib/grid/selection'
import { type GridColumn, type GridSource, ROW_HEAD, shownText } from './grid-source'

/** A paste of which something has to be seen or asked before it is done. */
export type AskedPaste = { plan: PastePlan; at: Place }

type Known = {
  source: GridSource
  columns: readonly GridColumn[]
  shape: Shape
  /** The selected rows and columns. */
  block: () => Shape
  apply: (edits: readonly CellEdit[]) => void
  setAsked: (asked: AskedPaste | null) => void
  /** Where the person is after a paste. */
  onPasted: (at: Place) => void
}

/** What a grid gives to the clipboard and takes from it. */
export function useClipboard({ source, columns, shape, block, apply, setAsked, onPasted }: Known) {
  /** Does a paste, with the cells that the person agreed to. */
  const paste = useCallback(
    (plan: PastePlan, at: Place, agreed: boolean) => {
      const cells = [...plan.cells, ...(agreed ? plan.asked : [])]
      source.together(() => {
        const made: string[] = []
        const { addRow } = source
        for (let count = 0; count < plan.newRows && addRow !== null; count += 1) made.push(addRow(made.at(-1) ?? shape.rows.at(-1) ?? null))
        apply(cells.map(({ row, column, text }) => ({ row: typeof row === 'string' ? row : (made[row] ?? ''), column, text })))
      })
      setAsked(null)
      onPasted(at)
      source.announce(`已填入 ${cells.length} 格${plan.byName ? '，按名称对应各行' : plan.byHeader ? '，按首行的列名对应各列' : ''}`)
    },
    [shape, source, apply, setAsked, onPasted],
  )

  const pasteBlock = useCallback(
    (copied: Block) => {
      const { rows: all, columns: keys } = block()
      const [only] = copied.length === 1 && copied[0]?.length === 1 ? copied[0] : []
      // One cell fills the whole selection.
      const wanted: Block = only === undefined ? copied : all.map(() => keys.map(() => only))
      const at = { row: all[0] ?? '', column: keys[0] === ROW_HEAD ? (shape.columns[1] ?? '') : (keys[0] ?? '') }
      const open = columns.filter(({ kind }) => kind !== 'shown')
      const inGrid = { rows: shape.rows, columns: open.map(({ key }) => key) }
      const { named, mostRows } = source
      const plan = layOut(wanted, at, {
        shape: inGrid,
        columns: open,
        read: reading(source),
        addsRows: source.addRow !== null,
        ...(mostRows === undefined ? {} : { mostRows }),
        textOf: (row, column) => source.peek(row, column).text,
        ...(named === undefined ? {} : { names: { column: named, of: (row) => source.peek(row, named).text } }),
      })
      if (isClear(plan)) paste(plan, at, false)
      else setAsked({ plan, at })
    },
    [block, shape, columns, source, paste, setAsked],
  )

  const copied = useCallback(() => {
    const { rows: all, columns: keys } = block()
    const texts = all.map((row) => keys.filter((key) => key !== ROW_HEAD).map((column) => shownText(source.peek(row, column))))
    return { 'text/plain': writeTsv(texts), 'text/html': writeHtml(texts) }
  }, [block, source])

  return { paste, pasteBlock, copied }
}

/** Reads as the source does, but for cells that nobody can fill in: there only what stands there fits. */
const reading =
  (source: GridSource): GridSource['read'] =>
  (row, column, text, said) => {
    const cell = row === null ? null : source.peek(row, column)
    if (cell?.locked !== true) return source.read(row, column, text, said)
    return text.trim() === shownText(cell).trim() ? { kind: 'fits', text: cell.text } : { kind: 'refused', why: '该格不能填写' }
  }
