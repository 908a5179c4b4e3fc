'use client'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useTransition } from 'react'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { useLeavingGuard } from '@/components/forms/leaving-guard'
import { ErrorSummary } from '@/components/ui/error-summary'
import { goTo } from '@/components/ui/go-to'
import type { CellConflict } from '@/lib/forms/cell-conflict'
import { sayCellText } from '@/lib/forms/cell-texts'
import { partOfAddress } from '@/lib/forms/part-of-address'
import type { SettleNote } from '@/lib/forms/row-actions'
import {
  afterSaving,
  changedCells,
  confirmedOf,
  type Edit,
  type Edits,
  type SaveAnswer,
  type SaveSummary,
  standingOf,
  summaryOf,
  type TypedCell,
  UNREACHABLE,
  withEdit,
  withoutCells,
} from '@/lib/forms/save-form'
import { type CellFindingText, CellFormContext, type CellNoteText, type FormCell } from './cell-form-context'
import { REMOVED_ROWS, RemovedRows } from './removed-rows'
import { SaveBar } from './save-bar'

type Props = {
  cells: Readonly<Record<string, FormCell>>
  notes?: Readonly<Record<string, readonly CellNoteText[]>>
  findings?: Readonly<Record<string, readonly CellFindingText[]>>
  /** What the rows that cells are tied to are called, by id. */
  names: Readonly<Record<string, string>>
  readOnly: boolean
  save: (cells: readonly TypedCell[], drawnFor: string) => Promise<SaveAnswer>
  settleNote: SettleNote
  children: ReactNode
}

const NO_CELL: FormCell = { text: '', seen: 0, label: '' }

/**
 * Holds what is typed until the server has it. Only changed cells are sent, each with the revision that the person saw;
 * what is refused or was changed by somebody else stays here, beside the reason or the other value.
 */
export function CellForm({ cells, notes = {}, findings = {}, names, readOnly, save, settleNote, children }: Props) {
  const [edits, setEdits] = useState<Edits>({})
  const [errors, setErrors] = useState<SaveAnswer['refusals']>([])
  const [conflicts, setConflicts] = useState<readonly CellConflict[]>([])
  // What the server confirmed; it holds until the page brings the same revision or a newer one.
  const [stored, setStored] = useState<Edits>({})
  const [message, setMessage] = useState<SaveSummary | null>(null)
  // Counted, so that the same sentence is read again when the same thing is done again.
  const [announced, setAnnounced] = useState({ text: '', count: 0 })
  const [answers, setAnswers] = useState(0)
  const [saving, startSaving] = useTransition()
  const composing = useRef(false)
  const drawnFor = useDrawnFor()
  const standing = useCallback((address: string): Edit => standingOf(cells[address] ?? NO_CELL, stored[address]), [cells, stored])

  const type = useCallback(
    (address: string, text: string) => {
      setMessage(null)
      setErrors((all) => all.filter((error) => error.address !== address))
      setEdits((all) => withEdit(all, address, text, standing(address)))
    },
    [standing],
  )

  const send = useCallback(() => {
    const sent = edits
    const changed = changedCells(sent)
    if (readOnly || composing.current || changed.length === 0) return
    startSaving(async () => {
      const answer = await save(changed, drawnFor).catch(() => UNREACHABLE)
      setStored((all) => ({ ...all, ...confirmedOf(sent, answer.saved) }))
      setEdits((all) => afterSaving(all, sent, answer.saved))
      setMessage(summaryOf(answer))
      if (answer.message !== null) return
      setErrors(answer.refusals)
      setConflicts(answer.conflicts)
      setAnswers((count) => count + 1)
    })
  }, [edits, readOnly, save, drawnFor])

  const unsaved = Object.keys(edits).length
  useLeavingGuard(unsaved === 0 ? null : `有 ${unsaved} 处未保存`)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's' && !event.isComposing) {
        event.preventDefault()
        send()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [send])

  useEffect(() => goTo(partOfAddress(window.location.hash.slice(1))), [])

  const textOf = useCallback((address: string) => edits[address]?.text ?? standing(address).text, [edits, standing])
  const texts = useMemo(() => Object.fromEntries(Object.keys(cells).map((address) => [address, textOf(address)])), [cells, textOf])
  const conflictOf = (address: string) => conflicts.find((conflict) => conflict.address === address)
  const settled = (address: string, summary: SaveSummary | null) => {
    setConflicts((all) => all.filter((one) => one.address !== address))
    setMessage(summary)
  }

  return (
    <CellFormContext
      value={{
        readOnly,
        texts,
        textOf,
        conflictOf,
        settleNote,
        type,
        announce: (text) => setAnnounced(({ count }) => ({ text, count: count + 1 })),
        cell: (address) => cells[address] ?? NO_CELL,
        seenOf: (address) => edits[address]?.seen ?? standing(address).seen,
        stateOf: (address) => {
          if (conflictOf(address) !== undefined) return 'conflict'
          if (errors.some((error) => error.address === address)) return 'refused'
          if (edits[address] !== undefined) return saving ? 'saving' : 'unsaved'
          return stored[address] === undefined ? 'unchanged' : 'saved'
        },
        errorOf: (address) => errors.find((error) => error.address === address)?.message,
        say: (address, text) => sayCellText(address, text, names),
        notesAt: (address) => notes[address] ?? [],
        findingsAt: (address) => findings[address] ?? [],
        keepMine: (address) => {
          const conflict = conflictOf(address)
          if (conflict === undefined) return
          setEdits((all) => ({ ...all, [address]: { text: all[address]?.text ?? conflict.typed, seen: conflict.revision } }))
          settled(address, { tone: 'warning', text: '已保留您填写的内容，请再次保存。' })
        },
        takeTheirs: (address) => {
          const { current, revision } = conflictOf(address) ?? { current: null, revision: 0 }
          if (current !== null) setStored((all) => ({ ...all, [address]: { text: current, seen: revision } }))
          setEdits((all) => withoutCells(all, [address]))
          settled(address, current === null ? null : { tone: 'success', text: '已采用对方填写的内容。' })
        },
        forget: (addresses) => {
          setEdits((all) => withoutCells(all, addresses))
          setErrors((all) => all.filter(({ address }) => !addresses.includes(address)))
          setConflicts((all) => all.filter(({ address }) => !addresses.includes(address)))
        },
      }}
    >
      <form
        noValidate
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
        }}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <ErrorSummary
          className="mb-4"
          occasion={answers}
          errors={[
            ...errors.map(({ address, message: text }) => ({ id: address, message: `${cells[address]?.label ?? ''}：${text}` })),
            ...conflicts.map(({ address, current }) =>
              current === null
                ? { id: REMOVED_ROWS, message: '有内容所在的行已被他人删除，请另行处理' }
                : { id: address, message: `${cells[address]?.label ?? ''}：已被他人修改，请选择保留哪一个值` },
            ),
          ]}
        />
        <RemovedRows conflicts={conflicts} />
        {children}
        {readOnly ? null : <SaveBar saving={saving} message={message} unsaved={unsaved} />}
        <p aria-live="polite" className="sr-only">
          <span key={announced.count}>{announced.text}</span>
        </p>
      </form>
    </CellFormContext>
  )
}
