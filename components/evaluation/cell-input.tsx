'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Field, fieldProps, Select, TextArea, TextInput } from '@/components/ui/field'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/lib/messages/dates'
import { NOT_FILLED, severityLabels } from '@/lib/messages/labels'
import { type CellState, useCellForm } from './cell-form'
import { NotApplicableButton } from './not-applicable-button'
import { severityTones } from './severity-tones'

type Kind =
  | { kind: 'line' }
  | { kind: 'text'; rows?: number }
  | { kind: 'figure' }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }

type Props = {
  address: string
  input?: Kind
  /** Shown label; without it the cell's own name is read aloud, as in a table. */
  label?: ReactNode
  hint?: ReactNode
  required?: boolean
  placeholder?: string
  readOnly?: boolean
  /** Suggestions by id of a datalist on the page. */
  list?: string
}

/** One cell of the form, with its state, error, conflict, notes and findings beside it. */
export function CellInput({ address, input = { kind: 'line' }, label, hint, required, placeholder, readOnly, list }: Props) {
  const form = useCellForm()
  const error = form.errorOf(address)
  const state = form.stateOf(address)
  const locked = form.readOnly || readOnly === true
  const beside = fieldProps(address, label ? hint : undefined, error)
  const described = [beside['aria-describedby'], state === 'unchanged' ? null : `${address}-state`].filter(Boolean).join(' ')
  const common = {
    ...beside,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    name: address,
    value: form.textOf(address),
    ...(label ? {} : { 'aria-label': form.cell(address).label }),
    ...(placeholder && !locked ? { placeholder } : {}),
  }
  const changed = (event: { target: { value: string } }) => form.type(address, event.target.value)
  const mark = state === 'unsaved' || state === 'saving' ? 'border-l-4 border-l-warning' : undefined
  const box =
    input.kind === 'text' ? (
      <TextArea {...common} rows={input.rows ?? 4} readOnly={locked} onChange={changed} className={mark} />
    ) : input.kind === 'choice' ? (
      <Select {...common} disabled={locked} onChange={changed} className={mark}>
        {input.options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    ) : (
      <TextInput
        {...common}
        readOnly={locked}
        onChange={changed}
        autoComplete="off"
        {...(list ? { list } : {})}
        {...(input.kind === 'figure' ? { inputMode: 'decimal' as const } : {})}
        className={classNames(mark, input.kind === 'figure' && 'text-right tabular-nums')}
      />
    )
  const field = (
    <div className="group relative">
      {box}
      {input.kind === 'figure' && address.startsWith('funds/') && !locked ? <NotApplicableButton address={address} /> : null}
      <CellStateMark address={address} state={state} />
    </div>
  )
  const below = (
    <>
      <LastYear address={address} numeric={input.kind === 'figure'} />
      <CellConflict address={address} />
      <CellMarks address={address} />
    </>
  )
  if (label) {
    return (
      <Field id={address} label={label} hint={hint} error={error} required={required === true}>
        {field}
        {below}
      </Field>
    )
  }
  return (
    <div className="grid gap-1">
      {field}
      {error ? (
        <p id={`${address}-error`} className="text-left text-sm font-medium whitespace-normal text-danger">
          {error}
        </p>
      ) : null}
      {below}
    </div>
  )
}

const stateWords: Record<Exclude<CellState, 'unchanged'>, { word: string; look: string }> = {
  unsaved: { word: '未保存', look: 'text-warning' },
  saving: { word: '保存中', look: 'text-muted' },
  saved: { word: '已保存', look: 'text-success' },
  refused: { word: '未保存', look: 'text-danger' },
  conflict: { word: '冲突', look: 'text-danger' },
}

/** The state of a cell on the edge of its box, where it moves nothing. */
function CellStateMark({ address, state }: { address: string; state: CellState }) {
  if (state === 'unchanged') return null
  const { word, look } = stateWords[state]
  return (
    <span
      id={`${address}-state`}
      className={classNames('pointer-events-none absolute -top-2 right-2 rounded bg-surface px-1 text-xs leading-4', look)}
    >
      {word}
    </span>
  )
}

/** What stood here a year ago. */
function LastYear({ address, numeric }: { address: string; numeric: boolean }) {
  const { lastYear } = useCellForm().cell(address)
  if (lastYear === undefined) return null
  return <p className={classNames('text-xs text-muted', numeric && 'text-right tabular-nums')}>上年 {lastYear}</p>
}

/** Both values of a cell that somebody else changed, and the choice between them. */
function CellConflict({ address }: { address: string }) {
  const form = useCellForm()
  const conflict = form.conflictOf(address)
  if (conflict === undefined || conflict.current === null) return null
  return (
    <fieldset
      aria-label="修改冲突"
      className="grid gap-2 rounded border border-warning bg-warning-soft p-3 text-left text-sm whitespace-normal"
    >
      <p>
        {conflict.byName} 于 {formatTime(conflict.at)} 已将此处改为：
        <strong className="whitespace-pre-wrap">{conflict.current === '' ? '（空）' : conflict.current}</strong>
      </p>
      <p>
        您填写的是：<strong className="whitespace-pre-wrap">{form.textOf(address) === '' ? '（空）' : form.textOf(address)}</strong>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => form.keepMine(address)}>用我的</Button>
        <Button onClick={() => form.takeTheirs(address)}>用对方的</Button>
      </div>
    </fieldset>
  )
}

/** Review notes and findings that stand at a cell or section. */
export function CellMarks({ address }: { address: string }) {
  const form = useCellForm()
  const notes = form.notesAt(address)
  // What was found of the saved value says nothing of the one being typed.
  const findings = form.stateOf(address) === 'unchanged' || form.stateOf(address) === 'saved' ? form.findingsAt(address) : []
  if (notes.length === 0 && findings.length === 0) return null
  return (
    <ul className="grid gap-1 text-left text-sm whitespace-normal">
      {notes.map(({ id, text, byName, at }) => (
        <li key={id} className="rounded border-l-4 border-danger bg-danger-soft px-2 py-1">
          <strong>退回意见</strong>（{byName} {formatTime(at)}）：{text}
        </li>
      ))}
      {findings.map(({ severity, message }) => (
        <li key={message} className="flex items-start gap-1.5 text-muted">
          {message === null ? <Tag tone="warning">{NOT_FILLED}</Tag> : <Tag tone={severityTones[severity]}>{severityLabels[severity]}</Tag>}
          <span>{message ?? '送审前须填写'}</span>
        </li>
      ))}
    </ul>
  )
}
