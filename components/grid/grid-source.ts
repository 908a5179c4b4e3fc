import type { ReactNode } from 'react'
import type { PasteColumn, ReadCell } from '@/lib/grid/paste'
import type { CellEdit } from '@/lib/grid/selection'

/** What a grid asks of whoever knows what stands in it. It has to stay the same while one types: cells hear of their changes by `useCell`. */
export type GridSource = {
  /** One cell, drawn again when something of it changes. */
  useCell: (row: string, column: string) => GridCell
  /** The cell at this moment, for whoever does not draw it. */
  peek: (row: string, column: string) => GridCell
  /** What a row is called, read aloud with its cells; drawn again when it changes. */
  useRowName: (row: string) => string
  /** Whether the row has something to say that only its detail shows. */
  useAsks: (row: string) => boolean
  /** The id of the cell in the page. */
  idOf: (row: string, column: string) => string
  /** The row of a cell with this id, also of one that only the row's detail shows; null where it is of none. Has to stay the same function. */
  rowOf: (id: string) => string | null
  /** Puts texts into cells: one step to be taken back. */
  edit: (edits: readonly CellEdit[]) => void
  /** Whatever is done within is one step. */
  together: (work: () => void) => void
  /** What is typed from here to `end` is one step. */
  begin: () => void
  end: () => void
  /** The column that a row is known by: blocks in which it stands find their rows by it. Absent where rows are known by their place. */
  named?: string
  /** What a pasted text, or one typed to its end, is in its cell. */
  read: ReadCell
  /** Makes a row behind another (null: at the top), and gives its id; null where rows are not added. */
  addRow: ((after: string | null) => string) | null
  /** How many rows it may have; absent where any number. */
  mostRows?: number
  /** Takes a pasted text that is more than cells, at a row: null where it is cells; false: it was cells after all. Absent where all is. */
  takes?: (text: string, row: string) => Promise<boolean> | null
  /** Moves a row up or down by one. */
  moveRow: ((row: string, by: -1 | 1) => void) | null
  /** Takes away those of the rows that may go, and gives them; null where none may. */
  removeRows: ((rows: readonly string[]) => readonly string[]) | null
  /** What a cell of sums would be by the rows that it sums up; null where it is none, or absent where no cell is. */
  sumOf?: (row: string, column: string) => string | null
  announce: (text: string) => void
}

/** A cell as a grid draws it. */
export type GridCell = {
  text: string
  /** What is shown in place of the text, where that is not what a person reads. */
  shown?: string
  /** Nobody can fill it in here. */
  locked: boolean
  /** How it stands with the server, where that has to be said. */
  state?: { word: string; tone: Tone }
  /** Said below the text; `full` is what a word stands for. */
  notes: readonly { text: string; tone: Tone; full?: string }[]
  wrong: boolean
  /** Shown in the empty cell. */
  hint?: string
}

export type Tone = 'muted' | 'warning' | 'danger'

export type GridColumn = PasteColumn & {
  /** Its track in CSS, such as `minmax(8rem, 2fr)`. */
  width: string
  /** `shown`: only to be read, and passed over by what is pasted. */
  kind: 'line' | 'text' | 'figure' | 'choice' | 'shown'
  /** What may be chosen; the first may stand for nothing. */
  options?: readonly { value: string; label: string }[]
  /** Suggestions for a row. */
  suggest?: (row: string) => readonly string[]
  /** Stays in view where the grid is wider than the page. */
  frozen?: boolean
}

/** `heading` stands above the row: what it begins, by column; the first part reaches up to the next. */
export type GridRow = { id: string; heading?: GridHeading }
export type GridHeading = { key: string; draw: () => Readonly<Record<string, ReactNode>> }

/** The column of row numbers, which opens and closes what belongs to the row. */
export const ROW_HEAD = '#'

export const isNumeric = ({ kind }: GridColumn): boolean => kind === 'figure'

/** What a cell shows of itself, and gives to the clipboard. */
export const shownText = ({ shown, text }: GridCell): string => shown ?? text
