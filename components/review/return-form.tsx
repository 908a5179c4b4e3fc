'use client'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { DrawnForField } from '@/components/forms/drawn-for'
import { DayField } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextArea } from '@/components/ui/field'
import type { returnForm } from '@/lib/forms/review'
import { fieldsOf } from '@/lib/forms/state/fields'
import { typedValue } from '@/lib/forms/state/form-state'
import { noteButton } from './draft-note'
import { useReviewDrafts, useWrittenNotes } from './review-drafts'
import { SentNotes } from './sent-notes'

const returnField = fieldsOf<typeof returnForm>()

/** 退回: the general reason, with the notes that were written at their places while reading. */
export function ReturnForm({ evaluationId, revision, action }: { evaluationId: string; revision: number; action: FormAction }) {
  const drafts = useReviewDrafts()
  const { state, pending, form } = useSending(action)
  const notes = useWrittenNotes()
  const hint = '说明需要修改什么、补充哪些依据。填报人会在工作台和各表中看到。'
  const noteError = Object.entries(state.fields).find(([name]) => name.startsWith('note') || name.startsWith('reply'))?.[1]
  return (
    <form {...form} className="grid gap-3">
      <DrawnForField />
      <SentNotes />
      <input type="hidden" name={returnField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={returnField('revision')} value={revision} />
      <Field id="return-reason" label="退回理由" required hint={hint} error={state.fields.reason}>
        <TextArea
          {...fieldProps('return-reason', hint, state.fields.reason)}
          name={returnField('reason')}
          rows={3}
          maxLength={2000}
          defaultValue={typedValue(state, 'reason', drafts?.reason)}
          onChange={(event) => drafts?.keep('reason', event.target.value, 'return-reason')}
        />
      </Field>
      <DayField
        form="return"
        state={state}
        name={returnField('due')}
        label="整改期限"
        hint="可不填。不填的按任务的填报期限；任务期限已过的，不设期限。"
        className="max-w-xs"
      />
      <div className="text-sm">
        <p className="font-medium">随退回送达的批注和答复（{notes.length} 条）</p>
        {notes.length === 0 ? (
          <p className="text-muted">阅读时可在任一栏目或单元格旁点“批注”，批注会显示在填报人的相应位置。</p>
        ) : (
          <ul className="mt-1 grid gap-1">
            {notes.map(({ kind, at, label, text }) => (
              <li key={at} className="border-l-4 border-warning bg-warning-soft px-3 py-1">
                {kind === 'reply' ? '答复' : null}
                <a href={`#${noteButton({ kind, at })}`} className="text-action underline underline-offset-2">
                  {label}
                </a>
                ：{text}
              </li>
            ))}
          </ul>
        )}
        {noteError !== undefined && <p className="text-danger">{noteError}</p>}
      </div>
      <div>
        <Button type="submit" variant="danger" inactive={pending}>
          {pending ? '退回中…' : '退回修改'}
        </Button>
      </div>
      <AnswerNotice state={state} />
    </form>
  )
}
