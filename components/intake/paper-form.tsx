'use client'
import { DrawnForField, useDrawnFor } from '@/components/forms/drawn-for'
import { FormFeedback, fieldId, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { Field, FileInput, fieldProps, TextArea } from '@/components/ui/field'
import { useRefresh } from '@/components/ui/use-refresh'
import { LONGEST_PASTED } from '@/lib/forms/cells/paper-limits'
import { type FormState, idle, typedValue } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'
import { fileTrouble, sendFile } from './send-file'

const FORM = 'paper'

const wrong = (field: string, message: string, formData: FormData): FormState => ({
  ...idle,
  status: 'refused',
  fields: { [field]: message },
  typed: typedIn(formData),
})

/** What is sent: the chosen file, else the pasted text; a refusal where there is neither, or too much. */
function sentIn(formData: FormData): { name: string; body: Blob } | FormState {
  const [file, text] = [formData.get('file'), formData.get('text')]
  if (file instanceof File && file.name !== '') {
    const trouble = fileTrouble(file)
    return trouble === null ? { name: file.name, body: file } : wrong('file', trouble, formData)
  }
  if (typeof text !== 'string' || text.trim() === '') return wrong('file', '请选择文件，或者粘贴报告全文。', formData)
  if (text.length > LONGEST_PASTED) return wrong('text', `粘贴的文字过长，最多 ${LONGEST_PASTED / 10_000} 万字。`, formData)
  return { name: '粘贴的文字', body: new Blob([text]) }
}

/** Brings a finished report: a file, or its text pasted whole. */
export function PaperForm({ evaluationId }: { evaluationId: string }) {
  const refresh = useRefresh()
  const drawnFor = useDrawnFor()
  const bring: FormAction = async (_, formData) => {
    const sent = sentIn(formData)
    if ('status' in sent) return sent
    const state = await sendFile(`/evaluations/${evaluationId}/intake/paper`, sent, drawnFor, formData)
    if (state.status === 'saved') await refresh()
    return state
  }
  const { state, form } = useSending(bring)
  const [fileId, textId] = [fieldId(FORM, 'file'), fieldId(FORM, 'text')]
  const hint = '.docx、.pdf 或 .txt，不超过 32 MB。扫描件没有文字，读不出来；.doc 请先另存为 .docx。'
  return (
    <form {...form} className="grid max-w-3xl gap-4">
      <DrawnForField />
      <FormFeedback form={FORM} state={state} />
      <Field id={fileId} label="报告文件" hint={hint} error={state.fields.file}>
        <FileInput {...fieldProps(fileId, hint, state.fields.file)} name="file" accept=".docx,.pdf,.txt" />
      </Field>
      <details open={state.fields.text !== undefined || typedValue(state, 'text') !== ''}>
        <summary className="cursor-pointer text-sm text-action">没有文件？粘贴报告全文</summary>
        <Field id={textId} label="报告全文" error={state.fields.text} className="mt-2">
          <TextArea
            {...fieldProps(textId, undefined, state.fields.text)}
            name="text"
            rows={4}
            defaultValue={typedValue(state, 'text')}
            className="max-h-80"
          />
        </Field>
      </details>
      <div>
        <SubmitButton variant="secondary">读入</SubmitButton>
      </div>
    </form>
  )
}
