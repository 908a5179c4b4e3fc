'use client'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Severity } from '@/lib/domain/checks/findings'
import type { NoteState } from '@/lib/domain/review/notes'
import type { Datum, KnownData } from '@/lib/forms/cells/references'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import type { CellView } from '@/lib/forms/saving/cell-view'
import type { NoteActions } from '@/lib/forms/saving/row-actions'
import type { WhoIsWhere } from '@/lib/forms/saving/who-is-where'

export type CellNoteText = {
  id: string
  text: string
  byName: string
  at: string
  state: NoteState
  resolvedBy: string | null
  replies: readonly { id: string; text: string; byName: string; at: string }[]
}
/** `message` is null where the cell only has to be filled in; `unfilled`: it has, whatever else is said of it. */
export type CellFindingText = { severity: Severity; message: string | null; unfilled?: true }

/**
 * The form that cells stand in: the store of what is typed, and what the page says beside it. It stays the same while one types:
 * who wants to hear of a cell calls `useCell`, who wants to hear of the whole `useFormState`.
 */
export type CellFormFrame = {
  store: CellStore
  /** Who else is in the form, and where: see `useWhoIsAt`. */
  who: WhoIsWhere
  readOnly: boolean
  /** A text of the cell as it is said: ties by the names of their rows, references by the data that they are to. */
  say: (address: string, text: string) => string
  /** The data that texts of the form refer to, and those that were learnt of since. */
  known: KnownData
  learn: (data: readonly Datum[]) => void
  notesAt: (address: string) => readonly CellNoteText[]
  findingsAt: (address: string) => readonly CellFindingText[]
  noteActions: NoteActions
  /** What the person was writing in answer to a note; empty where nothing. */
  replyDraft: (note: string) => string
  /** Says to who cannot see it that something was done. */
  announce: (text: string) => void
}

export const CellFormContext = createContext<CellFormFrame | null>(null)

/** The form that a cell stands in. */
export function useCellForm(): CellFormFrame {
  const form = useContext(CellFormContext)
  if (form === null) throw new Error('a cell stands outside its form')
  return form
}

/** One cell as it stands at this moment; draws again when something of it changes, and for no other cell. */
export function useCell(address: string): CellView {
  const { store } = useCellForm()
  const subscribe = useCallback((listener: () => void) => store.subscribe(address, listener), [store, address])
  const view = () => store.view(address)
  return useSyncExternalStore(subscribe, view, view)
}

/** Something of the whole form: a plain value, or an object that the store keeps; draws again when it becomes another one. */
export function useFormState<T>(select: (store: CellStore) => T): T {
  const { store } = useCellForm()
  const selected = () => select(store)
  return useSyncExternalStore(store.subscribeAll, selected, selected)
}

/** The same of these cells only: nothing is asked again when others change. The list has to stay the same. */
export function useStateOf<T>(addresses: readonly string[], select: (store: CellStore) => T): T {
  const { store } = useCellForm()
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = addresses.map((address) => store.subscribe(address, listener))
      return () => {
        for (const each of leave) each()
      }
    },
    [store, addresses],
  )
  const selected = () => select(store)
  return useSyncExternalStore(subscribe, selected, selected)
}

/** Whether one of the cells has something to say: a text, why it was refused, or a note. Such a cell is drawn also where it would not be asked for. */
export function useHasToSay(addresses: readonly AddressText[]): boolean {
  const { notesAt } = useCellForm()
  return useFormState((store) =>
    addresses.some((at) => store.value(at) !== '' || store.view(at).error !== undefined || notesAt(at).length > 0),
  )
}
