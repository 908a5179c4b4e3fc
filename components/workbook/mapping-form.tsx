'use client'
import { useId, useState } from 'react'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, fieldId, SubmitButton, useAnswers } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { useAwake } from '@/components/ui/awake'
import { Field, fieldProps, Select } from '@/components/ui/field'
import { Table, Td, Th } from '@/components/ui/table'
import type { mapBookForm } from '@/lib/forms/read-workbooks'
import { fieldsOf } from '@/lib/forms/state/fields'

const field = fieldsOf<typeof mapBookForm>()
const FORM = 'map'

/** A column, or a row, of somebody's table: what it is called, where it stands, its first number, and what it probably means. */
export type ShownPart = { key: string; name: string; place: string; sample: string; meaning: string }
/** What a part can mean, by its name. */
export type Meanings = readonly { name: string; label: string }[]

export type ShownTable = {
  sheet: string
  head: number
  unit: '元' | '万元' | null
  /** The unit that stands on the sheet */
  unitThere: '元' | '万元' | null
  columns: readonly ShownPart[]
  columnMeanings: Meanings
} & (
  | { shape: 'items'; rows: readonly ShownPart[]; rowMeanings: Meanings }
  | { shape: 'line'; lines: readonly { index: number; label: string }[]; line: number | null }
)

type Props = { evaluationId: string; book: string; table: ShownTable; action: FormAction }

const meaningsOf = (parts: readonly ShownPart[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(({ key, meaning }) => [key, meaning]))
const filled = (meanings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(meanings).filter(([, name]) => name !== ''))

/**
 * Which columns and rows of a table are which figures. Nothing is written by it: what the table says is shown cell by cell first. What was
 * chosen stands in the lists as they are drawn anew with each answer: a form that was sent puts its lists back to how they were drawn.
 */
export function MappingForm({ evaluationId, book, table, action }: Props) {
  const { state, form } = useSending(action)
  const answers = useAnswers(state)
  // What is sent is made of the choices
  const awake = useAwake()
  const [unit, setUnit] = useState<string>(table.unit ?? '')
  const [line, setLine] = useState(table.shape === 'line' && table.line !== null ? String(table.line) : '')
  const [columns, setColumns] = useState(() => meaningsOf(table.columns))
  const [rows, setRows] = useState(() => (table.shape === 'items' ? meaningsOf(table.rows) : {}))
  const { shape, sheet, head } = table
  const said = {
    shape,
    sheet,
    head,
    unit,
    columns: filled(columns),
    ...(shape === 'items' ? { rows: filled(rows) } : { line: Number(line || -1) }),
  }
  const id = fieldId(FORM, field('mapping'))
  const hint = table.unitThere === null || unit === '' || unit === table.unitThere ? undefined : `表中写的是“${table.unitThere}”，请核对。`
  return (
    <form {...form} className="grid gap-4">
      <DrawnForField />
      <FormFeedback form={FORM} state={state} />
      <input type="hidden" name={field('evaluationId')} value={evaluationId} />
      <input type="hidden" name={field('book')} value={book} />
      <input type="hidden" name={field('mapping')} value={JSON.stringify(said)} />
      <div key={answers} className="grid gap-4">
        <div className="flex flex-wrap gap-4">
          <Field id={id} label="金额单位" hint={hint} error={state.fields.mapping}>
            <Select {...fieldProps(id, hint, state.fields.mapping)} defaultValue={unit} onChange={({ target }) => setUnit(target.value)}>
              <option value="">请选择</option>
              <option value="元">元</option>
              <option value="万元">万元</option>
            </Select>
          </Field>
          {table.shape === 'line' ? <LineField lines={table.lines} line={line} choose={setLine} /> : null}
        </div>
        <PartTable
          caption="各列对应"
          what="列标题"
          parts={table.columns}
          meanings={table.columnMeanings}
          chosen={columns}
          choose={setColumns}
        />
        {table.shape === 'items' ? (
          <PartTable caption="各行对应" what="行名" parts={table.rows} meanings={table.rowMeanings} chosen={rows} choose={setRows} />
        ) : null}
      </div>
      <div>
        <SubmitButton disabled={!awake}>按此对应，逐格核对</SubmitButton>
      </div>
    </form>
  )
}

type LineProps = { lines: readonly { index: number; label: string }[]; line: string; choose: (line: string) => void }

function LineField({ lines, line, choose }: LineProps) {
  const id = useId()
  return (
    <Field id={id} label="本单位所在的行" className="max-w-full">
      <Select id={id} defaultValue={line} onChange={({ target }) => choose(target.value)}>
        <option value="">请选择</option>
        {lines.map(({ index, label }) => (
          <option key={index} value={index}>
            {`第 ${index + 1} 行：${label}`}
          </option>
        ))}
      </Select>
    </Field>
  )
}

type Chosen = Readonly<Record<string, string>>
type PartsProps = {
  caption: string
  what: string
  parts: readonly ShownPart[]
  meanings: Meanings
  chosen: Chosen
  choose: (next: Chosen) => void
}

function PartTable({ caption, what, parts, meanings, chosen, choose }: PartsProps) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>位置</Th>
          <Th>{what}</Th>
          <Th numeric>第一个数</Th>
          <Th>对应</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, name, place, sample }) => (
          <tr key={key}>
            <Td className="whitespace-nowrap text-muted tabular-nums">{place}</Td>
            <Th scope="row" className="font-normal break-words">
              {name}
            </Th>
            <Td numeric>{sample}</Td>
            <Td>
              <Select
                aria-label={`${name}（${place}）对应`}
                defaultValue={chosen[key] ?? ''}
                onChange={({ target }) => choose({ ...chosen, [key]: target.value })}
              >
                <option value="">不取</option>
                {meanings.map((meaning) => (
                  <option key={meaning.name} value={meaning.name}>
                    {meaning.label}
                  </option>
                ))}
              </Select>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
