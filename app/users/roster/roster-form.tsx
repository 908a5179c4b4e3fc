'use client'
import { type ChangeEvent, useState } from 'react'
import { IssuedPasswords } from '@/components/administration/issued-passwords'
import { rosterTemplate, textOfFile } from '@/components/administration/roster-file'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, fieldId, useAnswers } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextArea } from '@/components/ui/field'
import { fieldsOf } from '@/lib/forms/fields'
import { typedValue } from '@/lib/forms/form-state'
import type { rosterForm } from '@/lib/forms/roster'
import { takeRoster } from './actions'
import { RosterTable } from './roster-table'

const rosterField = fieldsOf<typeof rosterForm>()
const LIST = rosterField('list')
const ID = fieldId('roster', LIST)

/** The list, pasted or read from a file; what it comes to; and then everything at once. */
export function RosterForm() {
  const { state, pending, form } = useSending(takeRoster)
  const answers = useAnswers(state)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ready = state.status === 'idle' && state.roster !== undefined
  const hint = '从 Excel 或 WPS 复制带表头的表格，粘贴到这里；也可以读入文件。单位已建立的，只填单位代码即可；一人任多职的，写多行。'
  const error = state.fields[LIST] ?? trouble ?? undefined
  return (
    <form {...form} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="roster" state={state} />
      <IssuedPasswords state={state} />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void rosterTemplate()}>下载空白名册</Button>
        <label className="inline-flex min-h-10 cursor-pointer items-center rounded border border-line-strong bg-surface px-3 text-sm focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-action hover:bg-sunken">
          读入文件（.xlsx、.csv）
          <input type="file" accept=".xlsx,.csv,.tsv,.txt" className="sr-only" onChange={(event) => void takeFile(event, setTrouble)} />
        </label>
      </div>
      <Field id={ID} label="名册" hint={hint} error={error} required>
        <TextArea
          key={answers}
          {...fieldProps(ID, hint, error)}
          name={LIST}
          rows={10}
          wrap="off"
          className="font-mono text-sm"
          defaultValue={typedValue(state, LIST)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name={rosterField('step')} value="check" variant={ready ? 'secondary' : 'primary'} disabled={pending}>
          检查
        </Button>
        {ready ? (
          <Button type="submit" name={rosterField('step')} value="keep" variant="primary" disabled={pending}>
            建立
          </Button>
        ) : null}
      </div>
      {state.roster === undefined ? null : <RosterTable rows={state.roster} />}
    </form>
  )
}

/** What the file holds comes into the box, as if it had been pasted: what will be built is seen first. */
async function takeFile({ currentTarget: input }: ChangeEvent<HTMLInputElement>, tell: (trouble: string | null) => void): Promise<void> {
  const file = input.files?.[0]
  input.value = ''
  const box = document.getElementById(ID)
  if (file === undefined || !(box instanceof HTMLTextAreaElement)) return
  const text = await textOfFile(file).catch(() => null)
  tell(text === null ? `“${file.name}”不能读取：请另存为 .xlsx 或 .csv 后重试，或直接复制粘贴。` : null)
  if (text === null) return
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
  box.focus()
}
