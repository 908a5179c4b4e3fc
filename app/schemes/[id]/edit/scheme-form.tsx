'use client'
import { type FormEvent, startTransition, useState } from 'react'
import { saveScheme } from '@/app/schemes/actions'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { useLeavingGuard } from '@/components/forms/leaving-guard'
import { useSending } from '@/components/forms/sending'
import { DimensionCells } from '@/components/schemes/dimension-cells'
import { CheckCell, EditingProvider, LinesCell, TextCell, withValue } from '@/components/schemes/editing'
import { FixedIndicatorCells } from '@/components/schemes/fixed-indicator-cells'
import { ResultCells } from '@/components/schemes/results-cells'
import { ExecutionCells, ScoringCells } from '@/components/schemes/rules-cells'
import { useAwake } from '@/components/ui/awake'
import { LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import type { editSchemeForm, SchemeDraft, SchemePath } from '@/lib/forms/administration/scheme-form'
import { fieldsOf } from '@/lib/forms/state/fields'
import type { FormState } from '@/lib/forms/state/form-state'
import { sayField } from '@/lib/messages/scheme-fields'

const editSchemeField = fieldsOf<typeof editSchemeForm>()

/** The whole draft in one form. What is typed stays here until it is saved, whatever the answer was. */
export function SchemeForm({ versionId, revision, initial }: { versionId: string; revision: number; initial: SchemeDraft }) {
  const [draft, setDraft] = useState(initial)
  const typed = JSON.stringify(draft)
  // What is stored, as far as this page knows.
  const [kept, setKept] = useState(typed)
  const { state, pending, form } = useSending(async (before: FormState, formData: FormData) => {
    const answer = await saveScheme(before, formData)
    if (answer.status === 'saved') setKept(String(formData.get(editSchemeField('draft'))))
    return answer
  })
  const awake = useAwake()
  useLeavingGuard(typed === kept ? null : '有未保存的修改')
  const set = (path: SchemePath, value: unknown) => setDraft((before) => withValue(before, path, value))
  // Not by the form's own action: React would reset the form after it, and the selects with it.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const formData = new FormData(event.currentTarget)
    startTransition(() => form.action(formData))
  }
  return (
    <EditingProvider value={{ draft, set, errors: state.fields }}>
      <form ref={form.ref} onSubmit={submit} noValidate className="flex flex-col">
        <DrawnForField />
        <input type="hidden" name={editSchemeField('versionId')} value={versionId} />
        <input type="hidden" name={editSchemeField('seen')} value={revision} />
        <input type="hidden" name={editSchemeField('draft')} value={typed} />
        <div className="mb-4">
          <FormFeedback form="scheme" state={state} nameOf={sayField} />
        </div>
        <Section title="方案">
          <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
            <TextCell path="name" label="名称" />
            <TextCell path="region" label="适用地区" />
          </div>
          <div className="mt-3 flex flex-col gap-3">
            <LinesCell path="basis" label="依据" hint="每行一个文件，按报告中引用的写法。" />
            <CheckCell path="verified" label="已与依据文件的原文逐条核对（未勾选的方案标为“示例”）" />
          </div>
        </Section>
        <ExecutionCells />
        <DimensionCells />
        <ScoringCells />
        <FixedIndicatorCells />
        <ResultCells />
        <div className="sticky bottom-0 flex gap-3 border-t border-line bg-canvas py-3">
          <SubmitButton waiting={pending} disabled={!awake}>
            保存草稿
          </SubmitButton>
          <LinkButton href={`/schemes/${versionId}`}>返回</LinkButton>
        </div>
      </form>
    </EditingProvider>
  )
}
