'use client'
import { explain, submitEvaluation } from '@/app/evaluations/[id]/actions'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import { FieldError, fieldProps, TextArea } from '@/components/ui/field'
import type { explanationForm } from '@/lib/forms/entry'
import { fieldsOf } from '@/lib/forms/fields'
import { typedValue } from '@/lib/forms/form-state'
import type { stepForm } from '@/lib/forms/review'

const explanationField = fieldsOf<typeof explanationForm>()
const stepField = fieldsOf<typeof stepForm>()

type ExplainProps = { evaluationId: string; code: string; at: string; figures: string; text: string; place: string }

/** 说明 of one warning. */
export function ExplainForm({ evaluationId, code, at, figures, text, place }: ExplainProps) {
  const { state, form } = useSending(explain)
  const id = `explain/${code}/${at}`
  return (
    <form {...form} className="grid gap-2 sm:max-w-2xl">
      <DrawnForField />
      <input type="hidden" name={explanationField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={explanationField('code')} value={code} />
      <input type="hidden" name={explanationField('at')} value={at} />
      <input type="hidden" name={explanationField('figures')} value={figures} />
      <input type="hidden" name={explanationField('seen')} value={text} />
      <label htmlFor={id} className="text-sm font-medium">
        说明（{place}）
      </label>
      <TextArea
        {...fieldProps(id, undefined, state.fields.text)}
        name={explanationField('text')}
        rows={2}
        defaultValue={typedValue(state, 'text', text)}
      />
      <FieldError id={id} error={state.fields.text} />
      {state.status !== 'saved' && state.fields.text === undefined ? <AnswerNotice state={state} /> : null}
      <div className="flex items-center gap-3">
        <SubmitButton variant="secondary">保存说明</SubmitButton>
        <span role="status" className="text-sm text-success">
          {state.status === 'saved' ? state.message : text === '' ? null : '已说明'}
        </span>
      </div>
    </form>
  )
}

/** 送审, asked once more: the forms are locked afterwards. */
export function SubmitForm({ evaluationId, revision }: { evaluationId: string; revision: number }) {
  const { state, pending, form } = useSending(submitEvaluation)
  return (
    <form id="submit" {...form} className="grid gap-3">
      <DrawnForField />
      <input type="hidden" name={stepField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={stepField('revision')} value={revision} />
      <FormFeedback form="submit" state={state} />
      <div>
        <ConfirmDialog
          trigger={pending ? '送审中…' : '送审'}
          triggerVariant="primary"
          title="确认送审？"
          confirm="确认送审"
          form="submit"
          inactive={pending}
        >
          送审后表单锁定，由单位审核人审核；退回后才能修改。
        </ConfirmDialog>
      </div>
    </form>
  )
}
