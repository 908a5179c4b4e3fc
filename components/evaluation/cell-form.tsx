'use client'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useTransition } from 'react'
import { KEEPS_OWN } from '@/components/forms/drafts/fields'
import { useOwnDrafts } from '@/components/forms/drafts/own-drafts'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { useLeavingGuard } from '@/components/forms/leaving-guard'
import { failureOf } from '@/components/forms/sending'
import { ErrorSummary } from '@/components/ui/error-summary'
import { goTo } from '@/components/ui/go-to'
import { placeOf, rowOfPlace } from '@/lib/domain/cells/addresses'
import type { CellConflict } from '@/lib/forms/cell-conflict'
import { sayCellText } from '@/lib/forms/cell-texts'
import { idsWithNew, type NewRow, rowsToStore } from '@/lib/forms/new-rows'
import { partOfAddress } from '@/lib/forms/part-of-address'
import type { NoteActions } from '@/lib/forms/row-actions'
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
  unanswered,
  withDraft,
  withEdit,
  withoutCells,
} from '@/lib/forms/save-form'
import { isRowField } from '@/lib/forms/typed-drafts'
import { newCellLabel } from '@/lib/messages/cell-labels'
import { type CellFindingText, CellFormContext, type CellNoteText, type FormCell } from './cell-form-context'
import { useKeptEdits } from './kept-edits'
import { REMOVED_ROWS, RemovedRows } from './removed-rows'
import { SaveBar } from './save-bar'
import { useJustSaved } from './use-just-saved'
import { useNewRows } from './use-new-rows'

type Props = {
  cells: Readonly<Record<string, FormCell>>
  notes?: Readonly<Record<string, readonly CellNoteText[]>>
  findings?: Readonly<Record<string, readonly CellFindingText[]>>
  /** What the rows that cells are tied to are called, by id. */
  names: Readonly<Record<string, string>>
  readOnly: boolean
  save: (cells: readonly TypedCell[], rows: readonly NewRow[], drawnFor: string) => Promise<SaveAnswer>
  noteActions: NoteActions
  /** What the person was writing in answer to notes, by their ids. */
  replyDrafts: Readonly<Record<string, string>>
  children: ReactNode
}

const NO_CELL: FormCell = { text: '', seen: 0, label: '' }

/**
 * Holds what is typed until the server has it. Only changed cells are sent, each with the revision that the person saw;
 * what is refused or was changed by somebody else stays here, beside the reason or the other value.
 */
export function CellForm({ cells, notes = {}, findings = {}, names, readOnly, save, noteActions, replyDrafts, children }: Props) {
  const [edits, setEdits] = useState<Edits>({})
  const [errors, setErrors] = useState<SaveAnswer['refusals']>([])
  const [conflicts, setConflicts] = useState<readonly CellConflict[]>([])
  // What the server confirmed; it holds until the page brings the same revision or a newer one.
  const [stored, setStored] = useState<Edits>({})
  const [message, setMessage] = useState<SaveSummary | null>(null)
  // Counted, so that the same sentence is read again when the same thing is done again.
  const [announced, setAnnounced] = useState({ text: '', count: 0 })
  const [answers, setAnswers] = useState(0)
  const justSaved = useJustSaved()
  const [saving, startSaving] = useTransition()
  const composing = useRef(false)
  const drawnFor = useDrawnFor()
  const addresses = useMemo(() => Object.keys(cells), [cells])
  const newRows = useNewRows(addresses)
  const { added } = newRows
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
      const answer = await save(changed, rowsToStore(added, sent), drawnFor).catch((error: unknown) => unanswered(failureOf(error)))
      setStored((all) => ({ ...all, ...confirmedOf(sent, answer.saved) }))
      setEdits((all) => afterSaving(all, sent, answer.saved))
      justSaved.show(answer.saved.map(({ address }) => address))
      setMessage(summaryOf(answer))
      if (answer.message !== null) return
      setErrors(answer.refusals)
      setConflicts(answer.conflicts)
      setAnswers((count) => count + 1)
    })
  }, [edits, added, readOnly, save, drawnFor, justSaved.show])

  const labelOf = (address: string) => cells[address]?.label ?? newCellLabel(address)
  useKeptEdits(edits, (address) => ({ before: standing(address).text, label: labelOf(address) }))
  useOwnDrafts((draft) => {
    if (readOnly) return false
    if (isRowField(draft.field)) {
      newRows.restore(draft)
      return true
    }
    if (cells[draft.field] === undefined && !newRows.hasCell(draft.field)) return false
    setEdits((all) => withDraft(all, draft, standing(draft.field)))
    return true
  })

  const unsaved = Object.keys(edits).length
  useLeavingGuard(unsaved === 0 ? null : `有 ${unsaved} 处未保存`)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && !event.isComposing) {
        event.preventDefault()
        send()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [send])

  useEffect(() => goTo(partOfAddress(window.location.hash.slice(1))), [])

  const textOf = useCallback((address: string) => edits[address]?.text ?? standing(address).text, [edits, standing])
  const texts = useMemo(
    () => Object.fromEntries([...addresses, ...Object.keys(edits)].map((address) => [address, textOf(address)])),
    [addresses, edits, textOf],
  )
  const conflictOf = (address: string) => conflicts.find((conflict) => conflict.address === address)
  const settled = (address: string, summary: SaveSummary | null) => {
    setConflicts((all) => all.filter((one) => one.address !== address))
    setMessage(summary)
  }

  return (
    <CellFormContext
      value={{
        readOnly,
        answers,
        texts,
        textOf,
        conflictOf,
        noteActions,
        replyDraft: (note) => replyDrafts[note] ?? '',
        type,
        announce: (text) => setAnnounced(({ count }) => ({ text, count: count + 1 })),
        cell: (address) => cells[address] ?? { ...NO_CELL, label: labelOf(address) },
        seenOf: (address) => edits[address]?.seen ?? standing(address).seen,
        stateOf: (address) => {
          if (conflictOf(address) !== undefined) return 'conflict'
          if (errors.some((error) => error.address === address)) return 'refused'
          if (edits[address] !== undefined) return saving ? 'saving' : 'unsaved'
          return justSaved.has(address) ? 'saved' : 'unchanged'
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
          else newRows.drop(rowOfPlace(placeOf(address))?.row ?? '')
          setEdits((all) => withoutCells(all, [address]))
          settled(address, current === null ? null : { tone: 'success', text: '已采用对方填写的内容。' })
        },
        idsIn: (place, ids) => idsWithNew(ids, added, place),
        newRows: added,
        addRows: (rows) => {
          newRows.add(rows.map(({ row }) => row))
          for (const { row, texts: given = {} } of rows)
            for (const [column, text] of Object.entries(given)) type(`${row.list}/${row.id}/${column}`, text)
        },
        orderRows: newRows.order,
        dropRow: newRows.drop,
        forget: (gone) => {
          setEdits((all) => withoutCells(all, gone))
          setErrors((all) => all.filter(({ address }) => !gone.includes(address)))
          setConflicts((all) => all.filter(({ address }) => !gone.includes(address)))
        },
      }}
    >
      <form
        {...{ [KEEPS_OWN]: '' }}
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
            ...errors.map(({ address, message: text }) => ({ id: address, message: `${labelOf(address)}：${text}` })),
            ...conflicts.map(({ address, current }) =>
              current === null
                ? { id: REMOVED_ROWS, message: '有内容所在的行已被他人删除，请另行处理' }
                : { id: address, message: `${labelOf(address)}：已另有修改，请选择保留哪一个值` },
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
