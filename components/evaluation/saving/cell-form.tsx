'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  type CellFindingText,
  CellFormContext,
  type CellNoteText,
  useCellForm,
  useFormState,
} from '@/components/evaluation/cells/cell-form-context'
import { useColleagues } from '@/components/evaluation/people/use-colleagues'
import { KEEPS_OWN } from '@/components/forms/drafts/fields'
import { useOwnDrafts } from '@/components/forms/drafts/own-drafts'
import { Nothing } from '@/components/ui/nothing'
import { useSame } from '@/components/ui/use-same'
import { sayCellText } from '@/lib/forms/cells/cell-texts'
import type { Datum } from '@/lib/forms/cells/references'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { readNewRow } from '@/lib/forms/saving/new-rows'
import { type PackedCells, unpackCells } from '@/lib/forms/saving/packed-cells'
import type { NoteActions, RowActions } from '@/lib/forms/saving/row-actions'
import { isRowField } from '@/lib/forms/saving/typed-drafts'
import { useKeptEdits } from './kept-edits'
import type { OpenPlaces } from './open-places'
import { REMOVED_ROWS } from './removed-rows-place'
import { SaveBar } from './save-bar'
import { type SaveCells, useAutosave } from './use-autosave'
import { useFormKeys } from './use-form-keys'
import { useNextOpen } from './use-next-open'
import { useSaveAndGo } from './use-save-and-go'

/** What is there when something happens: see `later-parts`. */
const ErrorSummary = dynamic(
  () => import('@/components/evaluation/later-parts').then((module) => module.ErrorSummary).catch(() => Nothing),
  { ssr: false },
)
/** It has nothing to guard while the page comes. */
const LeavingGuard = dynamic(
  () => import('@/components/evaluation/later-parts').then((module) => module.LeavingGuard).catch(() => Nothing),
  { ssr: false },
)
const RemovedRows = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.RemovedRows).catch(() => Nothing), {
  ssr: false,
})

type Props = {
  /** The evaluation's address: /evaluations/…. */
  evaluation: string
  /** The evaluation's revision, in which its cells and rows stand so. */
  revision: number
  cells: PackedCells
  notes: Readonly<Record<string, readonly CellNoteText[]>>
  findings: Readonly<Record<string, readonly CellFindingText[]>>
  /** What the rows that cells are tied to are called, by id. */
  names: Readonly<Record<string, string>>
  /** The data that texts of the form refer to. */
  data: readonly Datum[]
  readOnly: boolean
  /** Where one goes on when this form is done. */
  next: { href: string; label: string }
  /** What is still to be filled in of this form, and where one goes on behind it. */
  open: OpenPlaces
  save: SaveCells
  rows: RowActions
  noteActions: NoteActions
  /** What the person was writing in answer to notes, by their ids. */
  replyDrafts: Readonly<Record<string, string>>
  children: ReactNode
}

/**
 * Holds what is typed until the server has it, and saves it by itself. Only changed cells are sent, each with the revision that the
 * person saw; what is refused or was changed by somebody else stays here, beside the reason or the other value.
 */
export function CellForm(props: Props) {
  const { evaluation, revision, cells: packed, readOnly, next, save, rows, children } = props
  // After each save the page is drawn anew: only what then says something else reaches the cells
  const notes = useSame(props.notes)
  const findings = useSame(props.findings)
  const names = useSame(props.names)
  const data = useSame(props.data)
  const replyDrafts = useSame(props.replyDrafts)
  const open = useSame(props.open)
  const noteActions = useNoteActions(props.noteActions)
  const cells = useMemo(() => unpackCells(packed), [packed])
  const [store] = useState(() => cellStore(cells))
  useLayoutEffect(() => store.bring(cells, revision), [store, cells, revision])
  // Counted, so that the same sentence is read again when the same thing is done again.
  const [announced, setAnnounced] = useState({ text: '', count: 0 })
  const composing = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const announce = useCallback((text: string) => setAnnounced(({ count }) => ({ text, count: count + 1 })), [])
  const saver = useAutosave(store, { save, rows, readOnly, composing })
  const saveAndGo = useSaveAndGo(store, saver)
  const toNext = useCallback(() => saveAndGo(next.href), [saveAndGo, next.href])
  const toOpen = useNextOpen(store, open, saveAndGo)
  useFormKeys(form, store, saver, { readOnly, composing, announce, toNext, toOpen })
  useKeptEdits(store)
  const who = useColleagues(store, evaluation)
  useOwnDrafts((draft) => {
    if (readOnly) return false
    if (!isRowField(draft.field)) return store.restore(draft)
    store.restoreRow(readNewRow(draft.text))
    return true
  })

  const known = useMemo(() => new Map(data.map((datum) => [datum.name, datum])), [data])
  const frame = useMemo(
    () => ({
      store,
      who,
      readOnly,
      noteActions,
      say: (address: string, text: string) => sayCellText(address, text, names, known),
      known,
      learn: (more: readonly Datum[]) => {
        for (const datum of more) known.set(datum.name, datum)
      },
      notesAt: (address: string) => notes[address] ?? NONE,
      findingsAt: (address: string) => findings[address] ?? NONE,
      replyDraft: (note: string) => replyDrafts[note] ?? '',
      announce,
    }),
    [store, who, readOnly, noteActions, names, known, notes, findings, replyDrafts, announce],
  )
  return (
    <CellFormContext value={frame}>
      <form
        {...{ [KEEPS_OWN]: '' }}
        ref={form}
        noValidate
        className="flex grow flex-col"
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
        }}
        onBlur={() => {
          store.seal()
          if (store.form().unsaved > 0) saver.now()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          saver.now(true)
        }}
      >
        <div className="grow">
          <FormErrors />
          <RemovedByOthers />
          {children}
        </div>
        {readOnly ? null : <SaveBar next={next} onGo={saveAndGo} onOpen={open.here.length > 0 ? toOpen : null} />}
        <LeavingGuard />
        <p aria-live="polite" className="sr-only">
          <span key={announced.count}>{announced.text}</span>
        </p>
      </form>
    </CellFormContext>
  )
}

const NONE: readonly never[] = []

/** The page's actions as ones that stay the same, each of which does what the page gave last. */
function useNoteActions(actions: NoteActions): NoteActions {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const [lasting] = useState<NoteActions>(() => ({
    settle: (...said) => latest.current.settle(...said),
    reply: (...said) => latest.current.reply(...said),
    keep: (...said) => latest.current.keep(...said),
  }))
  return lasting
}

/** Typed texts whose rows somebody else has removed. */
function RemovedByOthers() {
  const removed = useFormState((store) => store.form().conflicts.some(({ current }) => current === null))
  return removed ? <RemovedRows /> : null
}

/** What could not be saved, with the way to each cell: once somebody asked, so that nobody who only types is led away. */
function FormErrors() {
  const { store } = useCellForm()
  const { errors, conflicts, asked } = useFormState((all) => all.form())
  // What comes up later waits until somebody asks again
  const [about, setAbout] = useState({ asked: 0, addresses: new Set<string>() })
  if (about.asked !== asked) setAbout({ asked, addresses: new Set([...errors, ...conflicts].map(({ address }) => address)) })
  if (asked === 0) return null
  const labelOf = (address: string) => store.view(address).label
  const isAbout = ({ address }: { address: string }) => about.addresses.has(address)
  return (
    <ErrorSummary
      className="mb-4"
      occasion={asked}
      errors={[
        ...errors.filter(isAbout).map(({ address, message }) => ({ id: address, message: `${labelOf(address)}：${message}` })),
        ...conflicts
          .filter(isAbout)
          .map(({ address, current }) =>
            current === null
              ? { id: REMOVED_ROWS, message: '有内容所在的行已被他人删除，请另行处理' }
              : { id: address, message: `${labelOf(address)}：已另有修改，请选择保留哪一个值` },
          ),
      ]}
    />
  )
}
