'use client'
import { type ReactNode, useMemo, useRef } from 'react'
import { explain, keepReviewDraft, recallEvaluation, submitEvaluation } from '@/app/evaluations/[id]/actions'
import { STEP } from '@/components/evaluation/step-keys'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { NotKept } from '@/components/forms/drafts/not-kept'
import { useServerDrafts } from '@/components/forms/drafts/server-drafts'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import { FieldError, fieldProps, TextArea } from '@/components/ui/field'
import { explanationPlace } from '@/lib/domain/review/notes'
import type { explanationForm } from '@/lib/forms/entry'
import type { stepForm } from '@/lib/forms/review'
import { fieldsOf } from '@/lib/forms/state/fields'
import { typedValue } from '@/lib/forms/state/form-state'

const explanationField = fieldsOf<typeof explanationForm>()
const stepField = fieldsOf<typeof stepForm>()

type ExplainProps = { evaluationId: string; code: string; at: string; figures: string; text: string; draft: string | null; place: string }

/** 说明 of one warning; what is written of it is kept on the server until it is saved in earnest. `draft`: what was, null for nothing. */
export function ExplainForm({ evaluationId, code, at, figures, text, draft, place }: ExplainProps) {
  const { state, form } = useSending(explain)
  const drafts = useServerDrafts(useMemo(() => keepReviewDraft.bind(null, evaluationId), [evaluationId]))
  const warning = explanationPlace({ code, at })
  const id = `explain/${warning}`
  const keep = (written: string) => drafts.keep({ kind: 'explanation', place: warning, text: written }, id)
  // What is being said in earnest is no draft, also where it is heard only now that it was typed
  const said = useRef<unknown>(null)
  const send = (formData: FormData) => {
    said.current = formData.get(explanationField('text'))
    drafts.sent(id)
    form.action(formData)
  }
  return (
    <form {...form} action={send} className="grid gap-2 sm:max-w-2xl">
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
        {...{ [STEP]: '' }}
        name={explanationField('text')}
        rows={2}
        defaultValue={typedValue(state, 'text', draft ?? text)}
        onChange={({ target: { value } }) => (value === text ? keep('') : value !== said.current && keep(value))}
      />
      <FieldError id={id} error={state.fields.text} />
      {drafts.trouble === null ? null : <NotKept refusal={drafts.trouble} />}
      {state.status !== 'saved' && state.fields.text === undefined ? <AnswerNotice state={state} /> : null}
      <div className="flex items-center gap-3">
        <SubmitButton variant="secondary">保存说明</SubmitButton>
        <span role="status" className="text-sm text-success">
          {state.status === 'saved' ? state.message : draft !== null ? '草稿已保存，尚未作为说明提交' : text === '' ? null : '已说明'}
        </span>
      </div>
    </form>
  )
}

type Seen = { evaluationId: string; revision: number }

/** 送审, asked once more: the forms are locked afterwards. */
export function SubmitForm(seen: Seen) {
  return (
    <AskedStep {...seen} id="submit" action={submitEvaluation} label="送审" variant="primary">
      送审后表单锁定，由单位审核人审核；下一环节的人打开之前可以撤回，此后退回才能修改。
    </AskedStep>
  )
}

/** 撤回, asked once more. */
export function RecallForm(seen: Seen) {
  return (
    <AskedStep {...seen} id="recall" action={recallEvaluation} label="撤回" variant="secondary">
      撤回后可以继续修改，改完须重新送审。
    </AskedStep>
  )
}

type Step = Seen & { id: string; action: FormAction; label: string; variant: 'primary' | 'secondary'; children: ReactNode }

function AskedStep({ evaluationId, revision, id, action, label, variant, children }: Step) {
  const { state, pending, form } = useSending(action)
  return (
    <form id={id} {...form} className="grid gap-3">
      <DrawnForField />
      <input type="hidden" name={stepField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={stepField('revision')} value={revision} />
      <FormFeedback form={id} state={state} />
      <div {...{ [STEP]: '' }}>
        <ConfirmDialog
          trigger={pending ? `${label}中…` : label}
          triggerVariant={variant}
          title={`确认${label}？`}
          confirm={`确认${label}`}
          form={id}
          inactive={pending}
        >
          {children}
        </ConfirmDialog>
      </div>
    </form>
  )
}
