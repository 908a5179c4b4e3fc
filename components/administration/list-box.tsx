'use client'
import { type ChangeEvent, useState } from 'react'
import { fieldId, useAnswers } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Field, FileInput, fieldProps, TextArea } from '@/components/ui/field'
import { type FormState, typedValue } from '@/lib/forms/state/form-state'
import { textOfFile } from './list-file'

type Props = {
  form: string
  name: string
  label: string
  hint: string
  template: { label: string; write: () => Promise<void> }
  state: FormState
}

/** A list that is pasted, or comes out of a workbook. */
export function ListBox({ form, name, label, hint, template, state }: Props) {
  const answers = useAnswers(state)
  const [trouble, setTrouble] = useState<string | null>(null)
  const id = fieldId(form, name)
  const error = state.fields[name] ?? trouble ?? undefined
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void template.write()}>{template.label}</Button>
        <label
          htmlFor={`${id}-file`}
          className="inline-flex min-h-10 cursor-pointer items-center rounded border border-line-strong bg-surface px-3 text-sm focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-action hover:bg-sunken"
        >
          读入文件（.xlsx、.csv）
          <FileInput
            id={`${id}-file`}
            accept=".xlsx,.csv,.tsv,.txt"
            className="sr-only"
            onChange={(event) => void takeFile(event, id, setTrouble)}
          />
        </label>
      </div>
      <Field id={id} label={label} hint={hint} error={error} required>
        <TextArea
          key={answers}
          {...fieldProps(id, hint, error)}
          name={name}
          rows={10}
          wrap="off"
          className="font-mono text-sm"
          defaultValue={typedValue(state, name)}
        />
      </Field>
    </>
  )
}

/** What the file holds comes into the box, as if it had been pasted: what it comes to is seen first. */
async function takeFile(
  { currentTarget: input }: ChangeEvent<HTMLInputElement>,
  id: string,
  tell: (trouble: string | null) => void,
): Promise<void> {
  const file = input.files?.[0]
  input.value = ''
  const box = document.getElementById(id)
  if (file === undefined || !(box instanceof HTMLTextAreaElement)) return
  const text = await textOfFile(file).catch(() => null)
  tell(text === null ? `“${file.name}”不能读取：请另存为 .xlsx 或 .csv 后重试，或直接复制粘贴。` : null)
  if (text === null) return
  const replaces = box.value.trim() !== '' && box.value !== text
  if (replaces && !window.confirm(`框内已有填写的内容。读入“${file.name}”将替换这些内容，确定读入吗？`)) {
    tell(`未读入“${file.name}”，框内保留原有内容。需要读入时，请先另存或清空框内的内容，再次选择文件。`)
    return
  }
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
  box.focus()
}
