'use client'
import { DrawnForField, useDrawnFor } from '@/components/forms/drawn-for'
import { FormFeedback, fieldId, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { fileTrouble, sendFile } from '@/components/intake/send-file'
import { Field, FileInput, fieldProps } from '@/components/ui/field'
import { useRefresh } from '@/components/ui/use-refresh'
import { type FormState, idle } from '@/lib/forms/state/form-state'

const FORM = 'workbook'
const HINT = '本页下载、填好的工作簿，或者部门决算、单位汇总等其他 .xlsx 文件。'

const wrong = (message: string): FormState => ({ ...idle, status: 'refused', fields: { file: message } })

/** Brings a workbook that was filled in. */
export function BookForm({ evaluationId }: { evaluationId: string }) {
  const refresh = useRefresh()
  const drawnFor = useDrawnFor()
  const bring: FormAction = async (_, formData) => {
    const file = formData.get('file')
    if (!(file instanceof File) || file.name === '') return wrong('请选择工作簿。')
    const trouble = fileTrouble(file)
    if (trouble !== null) return wrong(trouble)
    const state = await sendFile(`/evaluations/${evaluationId}/workbook/file`, { name: file.name, body: file }, drawnFor, formData)
    if (state.status === 'saved') await refresh()
    return state
  }
  const { state, form } = useSending(bring)
  const id = fieldId(FORM, 'file')
  return (
    <form {...form} className="grid max-w-3xl gap-4">
      <DrawnForField />
      <FormFeedback form={FORM} state={state} />
      <Field id={id} label="工作簿" hint={HINT} error={state.fields.file}>
        <FileInput {...fieldProps(id, HINT, state.fields.file)} name="file" accept=".xlsx" />
      </Field>
      <div>
        <SubmitButton variant="secondary">读入</SubmitButton>
      </div>
    </form>
  )
}
