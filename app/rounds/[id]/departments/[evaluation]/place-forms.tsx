'use client'
import { extendDeadlines, takeOutDepartment } from '@/app/rounds/actions'
import { DeadlineFields } from '@/components/administration/deadline-fields'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { Deadlines } from '@/lib/domain/review/deadlines'
import type { ReviewNode } from '@/lib/domain/review/review'
import type { extendForm, takeOutForm } from '@/lib/forms/administration/rounds'
import { fieldsOf } from '@/lib/forms/state/fields'

const extendField = fieldsOf<typeof extendForm>()
const takeOutField = fieldsOf<typeof takeOutForm>()

/** 延期 of one department: its own dates beside those of the round. */
export function ExtendForm(props: { evaluationId: string; nodes: readonly ReviewNode[]; own: Deadlines; ofRound: Deadlines }) {
  const { evaluationId, nodes, own, ofRound } = props
  const sending = useSending(extendDeadlines)
  const { state } = sending
  return (
    <FormFrame name="extend" sending={sending} submit="保存期限">
      <input type="hidden" name={extendField('evaluationId')} value={evaluationId} />
      <DeadlineFields form="extend" state={state} nodes={nodes} initial={own} ofRound={ofRound} />
    </FormFrame>
  )
}

/** 移出, which asks first. `begun`: something was filled in, which goes with it. */
export function TakeOutForm({ evaluationId, name, begun }: { evaluationId: string; name: string; begun: boolean }) {
  const { state, pending, form } = useSending(takeOutDepartment)
  return (
    <form id="take-out" {...form} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="take-out" state={state} />
      <input type="hidden" name={takeOutField('evaluationId')} value={evaluationId} />
      <p className="text-sm">移出后，本部门在这个任务中的自评表不再存在；以后可以重新补充本部门，从空白表开始。</p>
      <ConfirmDialog
        trigger="移出本任务"
        triggerVariant="danger"
        title={`将${name}移出本任务？`}
        confirm="移出"
        variant="danger"
        inactive={pending}
        form="take-out"
      >
        {begun ? '本部门已填报的内容将一并移除，只在操作日志中留存。' : '本部门尚未填报。'}
      </ConfirmDialog>
    </form>
  )
}
