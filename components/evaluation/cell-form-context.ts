'use client'
import { createContext, useContext } from 'react'
import type { Severity } from '@/lib/domain/checks/findings'
import type { RowList } from '@/lib/domain/evaluation/rows'
import type { NoteState } from '@/lib/domain/review/notes'
import type { CellConflict } from '@/lib/forms/cell-conflict'
import type { NewRow } from '@/lib/forms/new-rows'
import type { NoteActions } from '@/lib/forms/row-actions'

/** A cell as the page got it: its text, the revision that the person has before them, what it is called, and what it said a year ago. */
export type FormCell = { text: string; seen: number; label: string; lastYear?: string }
export type CellNoteText = {
  id: string
  text: string
  byName: string
  at: string
  state: NoteState
  resolvedBy: string | null
  replies: readonly { id: string; text: string; byName: string; at: string }[]
}
/** `message` is null where the cell only has to be filled in. */
export type CellFindingText = { severity: Severity; message: string | null }

export type CellState = 'unchanged' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'conflict'

type FormContext = {
  readOnly: boolean
  /** How often a save was answered. */
  answers: number
  cell: (address: string) => FormCell
  textOf: (address: string) => string
  /** The revision that the person has before them. */
  seenOf: (address: string) => number
  stateOf: (address: string) => CellState
  errorOf: (address: string) => string | undefined
  conflictOf: (address: string) => CellConflict | undefined
  /** A text of the cell as it is said: ties by the names of their rows. */
  say: (address: string, text: string) => string
  notesAt: (address: string) => readonly CellNoteText[]
  findingsAt: (address: string) => readonly CellFindingText[]
  noteActions: NoteActions
  /** What the person was writing in answer to a note; empty where nothing. */
  replyDraft: (note: string) => string
  type: (address: string, text: string) => void
  keepMine: (address: string) => void
  takeTheirs: (address: string) => void
  /** The ids of a list, stored and new ones in their order. */
  idsIn: (place: RowList, stored: readonly string[]) => string[]
  /** Rows of the form that are not stored yet. */
  newRows: readonly NewRow[]
  /** Adds rows at once, to be stored with the next save; `texts` stand in them by column. */
  addRows: (rows: readonly { row: NewRow; texts?: Readonly<Record<string, string>> }[]) => void
  /** Puts the new rows of a list where they stand in `ids`. */
  orderRows: (place: RowList, ids: readonly string[]) => void
  dropRow: (id: string) => void
  /** Cells that went with their row: what was typed in them is no change any more. */
  forget: (addresses: readonly string[]) => void
  /** Says to who cannot see it that something was done. */
  announce: (text: string) => void
  texts: Readonly<Record<string, string>>
}

export const CellFormContext = createContext<FormContext | null>(null)

/** The form that a cell stands in. */
export function useCellForm(): FormContext {
  const form = useContext(CellFormContext)
  if (form === null) throw new Error('a cell stands outside its form')
  return form
}
