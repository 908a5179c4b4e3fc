'use client'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Severity } from '@/lib/domain/findings'
import {
  afterSaving,
  type CellConflictText,
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
} from '@/lib/forms/save-form'
import { formatTime } from '@/lib/messages/dates'
import { useLeavingGuard } from './leaving-guard'

/** A cell as the page got it: its text, the revision that the person has before them, what it is called, and what it said a year ago. */
export type FormCell = { text: string; seen: number; label: string; lastYear?: string }
export type CellNoteText = { id: string; text: string; byName: string; at: string }
/** `message` is null where the cell only has to be filled in. */
export type CellFindingText = { severity: Severity; message: string | null }

export type CellState = 'unchanged' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'conflict'

type FormContext = {
  readOnly: boolean
  cell: (address: string) => FormCell
  textOf: (address: string) => string
  /** The revision that the person has before them. */
  seenOf: (address: string) => number
  stateOf: (address: string) => CellState
  errorOf: (address: string) => string | undefined
  conflictOf: (address: string) => CellConflictText | undefined
  notesAt: (address: string) => readonly CellNoteText[]
  findingsAt: (address: string) => readonly CellFindingText[]
  type: (address: string, text: string) => void
  keepMine: (address: string) => void
  takeTheirs: (address: string) => void
  texts: Readonly<Record<string, string>>
}

const Context = createContext<FormContext | null>(null)

/** The form that a cell stands in. */
export function useCellForm(): FormContext {
  const form = useContext(Context)
  if (form === null) throw new Error('a cell stands outside its form')
  return form
}

type Props = {
  cells: Readonly<Record<string, FormCell>>
  notes?: Readonly<Record<string, readonly CellNoteText[]>>
  findings?: Readonly<Record<string, readonly CellFindingText[]>>
  readOnly: boolean
  save: (cells: readonly TypedCell[]) => Promise<SaveAnswer>
  children: ReactNode
}

const NO_CELL: FormCell = { text: '', seen: 0, label: '' }

/**
 * Holds what is typed until the server has it. Only changed cells are sent, each with the revision that the person saw;
 * what is refused or was changed by somebody else stays here, beside the reason or the other value.
 */
export function CellForm({ cells, notes = {}, findings = {}, readOnly, save, children }: Props) {
  const [edits, setEdits] = useState<Edits>({})
  const [errors, setErrors] = useState<SaveAnswer['refusals']>([])
  const [conflicts, setConflicts] = useState<readonly CellConflictText[]>([])
  // What the server confirmed; it holds until the page brings the same revision or a newer one.
  const [stored, setStored] = useState<Edits>({})
  const [message, setMessage] = useState<SaveSummary | null>(null)
  const [answers, setAnswers] = useState(0)
  const [saving, startSaving] = useTransition()
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
    if (readOnly || changed.length === 0) return
    startSaving(async () => {
      const answer = await save(changed).catch(() => UNREACHABLE)
      setStored((all) => ({ ...all, ...confirmedOf(sent, answer.saved) }))
      setEdits((all) => afterSaving(all, sent, answer.saved))
      setErrors(answer.refusals)
      setConflicts(answer.conflicts)
      setMessage(summaryOf(answer))
      setAnswers((count) => count + 1)
    })
  }, [edits, readOnly, save])

  useLeavingGuard(Object.keys(edits).length)

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

  useEffect(() => {
    const address = decodeURIComponent(window.location.hash.slice(1))
    const target = address === '' ? null : document.getElementById(address)
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }, [])

  const texts = useMemo(
    () => Object.fromEntries(Object.keys(cells).map((address) => [address, edits[address]?.text ?? standing(address).text])),
    [cells, edits, standing],
  )

  const context: FormContext = {
    readOnly,
    texts,
    cell: (address) => cells[address] ?? NO_CELL,
    textOf: (address) => edits[address]?.text ?? standing(address).text,
    seenOf: (address) => edits[address]?.seen ?? standing(address).seen,
    stateOf: (address) => {
      if (conflicts.some((conflict) => conflict.address === address)) return 'conflict'
      if (errors.some((error) => error.address === address)) return 'refused'
      if (edits[address] !== undefined) return saving ? 'saving' : 'unsaved'
      return stored[address] === undefined ? 'unchanged' : 'saved'
    },
    errorOf: (address) => errors.find((error) => error.address === address)?.message,
    conflictOf: (address) => conflicts.find((conflict) => conflict.address === address),
    notesAt: (address) => notes[address] ?? [],
    findingsAt: (address) => findings[address] ?? [],
    type,
    keepMine: (address) => {
      const conflict = conflicts.find((one) => one.address === address)
      if (conflict === undefined) return
      setEdits((all) => ({ ...all, [address]: { text: all[address]?.text ?? conflict.typed, seen: conflict.revision } }))
      setConflicts((all) => all.filter((one) => one.address !== address))
      setMessage({ tone: 'warning', text: '已保留您填写的内容，请再次保存。' })
    },
    takeTheirs: (address) => {
      const conflict = conflicts.find((one) => one.address === address)
      if (conflict?.current != null) setStored((all) => ({ ...all, [address]: { text: conflict.current ?? '', seen: conflict.revision } }))
      setEdits(({ [address]: _, ...others }) => others)
      setConflicts((all) => all.filter((one) => one.address !== address))
    },
  }

  const unsaved = Object.keys(edits).length
  return (
    <Context value={context}>
      <form
        noValidate
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
            ...conflicts.map(({ address }) => ({
              id: address,
              message: `${cells[address]?.label ?? '已删除的行'}：已被他人修改，请选择保留哪一个值`,
            })),
          ]}
        />
        <RemovedRows conflicts={conflicts} onDismiss={context.takeTheirs} />
        {children}
        {readOnly ? null : (
          <div className="sticky bottom-0 z-30 -mx-4 mt-4 flex flex-wrap items-center gap-4 border-t border-line bg-surface px-4 py-3 print:hidden">
            <Button type="submit" variant="primary" aria-disabled={saving || unsaved === 0}>
              {saving ? '保存中…' : '保存'}
            </Button>
            <p role="status" className="text-sm">
              {saving ? (
                <span className="text-muted">正在保存…</span>
              ) : message ? (
                <span className={message.tone === 'success' ? 'text-success' : message.tone === 'error' ? 'text-danger' : 'text-warning'}>
                  {message.text}
                </span>
              ) : unsaved > 0 ? (
                <span className="text-warning">有 {unsaved} 处未保存（Ctrl+S 保存）</span>
              ) : (
                <span className="text-muted">所有内容均已保存</span>
              )}
            </p>
          </div>
        )}
      </form>
    </Context>
  )
}

/** Cells whose row was removed by somebody else: what was typed is shown so that it can be taken elsewhere. */
function RemovedRows({ conflicts, onDismiss }: { conflicts: readonly CellConflictText[]; onDismiss: (address: string) => void }) {
  const removed = conflicts.filter(({ current }) => current === null)
  if (removed.length === 0) return null
  return (
    <Notice tone="warning" title="以下内容所在的行已被他人删除，未能保存。请复制后填到其他位置。" className="my-4">
      <ul className="mt-2 grid gap-2">
        {removed.map(({ address, typed, byName, at }) => (
          <li key={address} className="flex flex-wrap items-center gap-2">
            <span className="rounded border border-line bg-surface px-2 py-1 whitespace-pre-wrap select-all">{typed}</span>
            <span className="text-muted">
              {byName} {at === '' ? '' : formatTime(at)} 删除
            </span>
            <Button variant="quiet" onClick={() => onDismiss(address)}>
              知道了
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
