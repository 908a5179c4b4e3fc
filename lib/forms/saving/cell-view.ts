import type { CellConflict } from '@/lib/forms/state/cell-conflict'
import type { NewRow } from './new-rows'
import type { SaveAnswer, Trouble, TypedCell } from './save-form'

/**
 * A cell as the page got it: its text, the revision that the person has before them, what it is called, what it said a year ago, and what
 * it said when it was handed in, where it was changed since the return.
 */
export type FormCell = { text: string; seen: number; label: string; lastYear?: string; submitted?: string }
export type FormCells = Readonly<Record<string, FormCell>>

/** Where there is no cell. */
export const NO_CELL: FormCell = { text: '', seen: 0, label: '' }

export const isSameCell = (a: FormCell | undefined, b: FormCell | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && SAME.every((part) => a[part] === b[part]))
const SAME = ['text', 'seen', 'label', 'lastYear', 'submitted'] as const

export type CellState = 'unchanged' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'conflict'

/** A cell as it stands at this moment; the same object until something of it changes. */
export type CellView = FormCell & {
  state: CellState
  /** Why it was refused; absent where it was not. */
  error: string | undefined
  /** What somebody else wrote meanwhile; absent where nobody did. */
  conflict: CellConflict | undefined
}

/** The form as a whole; the same object until something changes. */
export type FormView = {
  /** How many cells and changes of rows the server has not acknowledged. */
  unsaved: number
  saving: boolean
  /** Why nothing could be saved; null since something was. */
  trouble: Trouble | null
  /** How often something was saved or removed. */
  answers: number
  errors: SaveAnswer['refusals']
  conflicts: readonly CellConflict[]
  /** How often somebody asked to save and was left with errors or conflicts; 0 while there are none. Nobody who only types is interrupted by them. */
  asked: number
}

/** What is sent in one save. */
export type Sent = { cells: readonly TypedCell[]; rows: readonly NewRow[] }
