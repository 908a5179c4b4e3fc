import type { CellConflict } from './cell-conflict'
import type { NewRow } from './new-rows'
import type { SaveAnswer, SaveSummary, TypedCell } from './save-form'

/** A cell as the page got it: its text, the revision that the person has before them, what it is called, and what it said a year ago. */
export type FormCell = { text: string; seen: number; label: string; lastYear?: string }
export type FormCells = Readonly<Record<string, FormCell>>

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
  /** How many cells the server does not have as they were typed. */
  unsaved: number
  saving: boolean
  /** How the last save went; null since something was typed. */
  message: SaveSummary | null
  /** How often a save was answered. */
  answers: number
  errors: SaveAnswer['refusals']
  conflicts: readonly CellConflict[]
}

/** What is sent in one save. */
export type Sent = { cells: readonly TypedCell[]; rows: readonly NewRow[] }
