'use client'
import { Checkbox, FieldError, fieldProps } from '@/components/ui/field'
import { CellConflict } from './cell-conflict'
import { useCell, useCellForm } from './cell-form-context'
import { CellMarks } from './cell-marks'
import { CellStateMark } from './cell-state-mark'

type Props = {
  address: string
  label: string
  options: readonly { value: string; label: string }[]
  /** Said where there is nothing to choose from. */
  none: string
}

/** A cell that holds ties to other rows: a box to tick for each. */
export function CellTies({ address, label, options, none }: Props) {
  const form = useCellForm()
  const { text, error } = useCell(address)
  const tied = text.split(' ').filter(Boolean)
  const toggle = (row: string, on: boolean) =>
    form.store.edit(
      address,
      options
        .map(({ value }) => value)
        .filter((value) => (value === row ? on : tied.includes(value)))
        .join(' '),
    )
  return (
    <fieldset {...fieldProps(address, undefined, error)} tabIndex={-1} className="min-w-0 text-sm">
      <legend className="font-medium">{label}</legend>
      {options.length === 0 ? <p className="text-muted">{none}</p> : null}
      <div className="relative mt-1 flex flex-wrap gap-x-6">
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            id={`${address}=${value}`}
            label={name}
            checked={tied.includes(value)}
            disabled={form.readOnly}
            onChange={(event) => toggle(value, event.target.checked)}
          />
        ))}
        <CellStateMark address={address} />
      </div>
      <div className="grid gap-1">
        <FieldError id={address} error={error} />
        <CellConflict address={address} />
        <CellMarks address={address} />
      </div>
    </fieldset>
  )
}
