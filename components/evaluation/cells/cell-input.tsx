'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { WhoIsHere } from '@/components/evaluation/people/who-is-here'
import { TextBox } from '@/components/evaluation/references/text-box'
import { classNames } from '@/components/ui/class-names'
import { Field, FieldError, fieldProps, TextArea, TextInput } from '@/components/ui/field'
import { Nothing } from '@/components/ui/nothing'
import { type AddressText, cellSpec, isFigureCell } from '@/lib/domain/cells/addresses'
import type { MoneyTexts } from '@/lib/forms/saving/money-texts'
import { CellConflict } from './cell-conflict'
import { useCell, useCellForm } from './cell-form-context'
import { CellMarks } from './cell-marks'
import { CellStateMark } from './cell-state-mark'
import { ChangedSinceReturn } from './changed-since-return'

/** Only figures have it. */
const NotApplicableButton = dynamic(() => import('./not-applicable-button').then((module) => module.NotApplicableButton), {
  loading: Nothing,
})

type Kind = { kind: 'line' } | { kind: 'text'; rows?: number } | { kind: 'figure' }

type Props = {
  address: AddressText
  input?: Kind
  /** Shown label; without it the cell's own name is read aloud, as in a table. */
  label?: ReactNode
  hint?: ReactNode
  required?: boolean
  placeholder?: string
  /** How an amount is shown and typed, where that is the person's choice. */
  money?: MoneyTexts
}

/** One cell of the form, with its state, error, conflict, notes and findings beside it. */
export function CellInput({ address, input = { kind: 'line' }, label, hint, required, placeholder, money }: Props) {
  const form = useCellForm()
  const view = useCell(address)
  const { text, label: name, error, state, lastYear } = money?.view(address, view) ?? view
  const locked = form.readOnly
  const beside = fieldProps(address, label ? hint : undefined, error)
  const described = [beside['aria-describedby'], state === 'unchanged' ? null : `${address}-state`].filter(Boolean).join(' ')
  const named = {
    ...beside,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    name: address,
    ...(label ? {} : { 'aria-label': name }),
    ...(placeholder && !locked ? { placeholder } : {}),
  }
  const common = { ...named, value: text }
  const changed = ({ target: { value } }: { target: { value: string } }) =>
    form.store.edit(address, money?.kept(address, value, form.store.standing(address).text) ?? value)
  const mark = state === 'unsaved' || state === 'saving' ? 'border-l-4 border-l-warning' : undefined
  const box =
    input.kind === 'text' && cellSpec(address)?.kind === 'text' ? (
      <TextBox {...named} address={address} rows={input.rows ?? 4} readOnly={locked} className={mark} />
    ) : input.kind === 'text' ? (
      <TextArea {...common} rows={input.rows ?? 4} readOnly={locked} onChange={changed} className={mark} />
    ) : (
      <TextInput
        {...common}
        readOnly={locked}
        onChange={changed}
        autoComplete="off"
        {...(input.kind === 'figure' ? { inputMode: 'decimal' as const } : {})}
        className={classNames(mark, input.kind === 'figure' && 'text-right tabular-nums')}
      />
    )
  const field = (
    <div className="group relative">
      {box}
      {input.kind === 'figure' && isFigureCell(address) && !locked ? <NotApplicableButton address={address} /> : null}
      <CellStateMark address={address} />
      <WhoIsHere address={address} />
    </div>
  )
  const below = (
    <>
      <LastYear said={lastYear} numeric={input.kind === 'figure'} />
      <ChangedSinceReturn address={address} />
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
      {/* Wide only as the column is: what stands below a figure must not move the other figures */}
      <div className="grid w-0 min-w-full gap-1 empty:hidden">
        <FieldError id={address} error={error} className="text-left whitespace-normal" />
        {below}
      </div>
    </div>
  )
}

/** What stood here a year ago. */
function LastYear({ said, numeric }: { said: string | undefined; numeric: boolean }) {
  if (said === undefined) return null
  return <p className={classNames('text-xs text-muted', numeric && 'text-right tabular-nums')}>上年 {said}</p>
}
