'use client'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/lib/messages/dates'

/** A cell as the page got it: its text, the revision that the person has before them, and what it is called. */
export type FormCell = { text: string; seen: number; label: string }
export type CellNoteText = { id: string; text: string; byName: string; at: string }
export type CellFindingText = { severity: 'error' | 'warning' | 'info'; message: string }

export type TypedCell = { address: string; seen: number; text: string }
export type CellConflictText = { address: string; typed: string; current: string | null; revision: number; byName: string; at: string }
export type SaveAnswer = {
  /** Cells that now stand as typed, with the revision to be seen next. */
  saved: readonly { address: string; number: number }[]
  refusals: readonly { address: string; message: string }[]
  conflicts: readonly CellConflictText[]
  /** About the whole form; null where the cells say it all. */
  message: string | null
}

type Edit = { text: string; seen: number }
type CellState = 'unchanged' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'conflict'

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
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({})
  const [errors, setErrors] = useState<SaveAnswer['refusals']>([])
  const [conflicts, setConflicts] = useState<readonly CellConflictText[]>([])
  // What the server confirmed; it holds until the page brings the same revision or a newer one.
  const [stored, setStored] = useState<Readonly<Record<string, Edit>>>({})
  const [message, setMessage] = useState<{ tone: 'success' | 'error' | 'warning'; text: string } | null>(null)
  const [saving, startSaving] = useTransition()
  const standing = useCallback(
    (address: string): Edit => {
      const given = cells[address] ?? NO_CELL
      const confirmed = stored[address]
      return confirmed !== undefined && confirmed.seen > given.seen ? confirmed : given
    },
    [cells, stored],
  )

  const type = useCallback(
    (address: string, text: string) => {
      setMessage(null)
      setErrors((all) => all.filter((error) => error.address !== address))
      setEdits((all) => {
        const { [address]: before, ...others } = all
        const now = standing(address)
        // The revision seen is that of the moment the person began to change the cell, whatever arrives meanwhile.
        const seen = before?.seen ?? now.seen
        return text === now.text && seen === now.seen ? others : { ...others, [address]: { text, seen } }
      })
    },
    [standing],
  )

  const send = useCallback(() => {
    const sent = edits
    const changed = Object.entries(sent).map(([address, { text, seen }]) => ({ address, text, seen }))
    if (readOnly || changed.length === 0) return
    startSaving(async () => {
      const answer = await save(changed).catch((): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message: OFFLINE }))
      setStored((all) => ({ ...all, ...confirmedOf(sent, answer.saved) }))
      setEdits((all) => afterSaving(all, sent, answer.saved))
      setErrors(answer.refusals)
      setConflicts(answer.conflicts)
      setMessage(summaryOf(answer))
    })
  }, [edits, readOnly, save])

  useEffect(() => {
    const unsaved = Object.keys(edits).length > 0
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (unsaved) window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [edits])

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
              {message ? (
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

const OFFLINE = '未能连接服务器，填写的内容仍在本页，请稍后再保存。'

type Edits = Readonly<Record<string, Edit>>

const confirmedOf = (sent: Edits, saved: SaveAnswer['saved']): Edits =>
  Object.fromEntries(saved.map(({ address, number }) => [address, { text: sent[address]?.text ?? '', seen: number }]))

/** What was saved is no edit any more; what was typed over it meanwhile goes on from the revision just saved. */
function afterSaving(edits: Edits, sent: Edits, saved: SaveAnswer['saved']): Edits {
  const numbers = new Map(saved.map(({ address, number }) => [address, number]))
  return Object.fromEntries(
    Object.entries(edits)
      .filter(([address, { text }]) => !(numbers.has(address) && text === sent[address]?.text))
      .map(([address, edit]) => [address, { ...edit, seen: numbers.get(address) ?? edit.seen }]),
  )
}

function summaryOf(answer: SaveAnswer): { tone: 'success' | 'error' | 'warning'; text: string } {
  if (answer.message !== null) return { tone: 'error', text: answer.message }
  const open = answer.refusals.length + answer.conflicts.length
  if (open === 0) return { tone: 'success', text: '已保存' }
  return { tone: 'error', text: `已保存 ${answer.saved.length} 处，另有 ${open} 处未保存，请按提示处理。` }
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
