'use client'
import { useActionState } from 'react'
import { addDepartments, saveDeadlines } from '@/app/rounds/actions'
import { DeadlineFields } from '@/components/administration/deadline-fields'
import { DepartmentsPicker } from '@/components/administration/departments-picker'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import type { ReviewNode } from '@/lib/domain/review/review'
import { fieldsOf } from '@/lib/forms/fields'
import { idle } from '@/lib/forms/form-state'
import type { addDepartmentsForm, deadlinesForm } from '@/lib/forms/rounds'

const addDepartmentsField = fieldsOf<typeof addDepartmentsForm>()
const deadlinesField = fieldsOf<typeof deadlinesForm>()

type DeadlinesProps = { roundId: string; nodes: readonly ReviewNode[]; deadlines: Readonly<Partial<Record<ReviewNode, string>>> }

export function DeadlinesForm({ roundId, nodes, deadlines }: DeadlinesProps) {
  const [state, action] = useActionState(saveDeadlines, idle)
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="deadlines" state={state} />
      <input type="hidden" name={deadlinesField('roundId')} value={roundId} />
      <DeadlineFields form="deadlines" state={state} nodes={nodes} initial={deadlines} />
      <div>
        <SubmitButton variant="secondary">保存期限</SubmitButton>
      </div>
    </form>
  )
}

export function AddDepartmentsForm({ roundId, tree }: { roundId: string; tree: TreeBeginning }) {
  const [state, action] = useActionState(addDepartments, idle)
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="departments" state={state} />
      <input type="hidden" name={addDepartmentsField('roundId')} value={roundId} />
      <DepartmentsPicker form="departments" state={state} label="部门" tree={tree} roundId={roundId} />
      <div>
        <SubmitButton>补充部门</SubmitButton>
      </div>
    </form>
  )
}
