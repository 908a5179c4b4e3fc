'use client'
import { addDepartments, addGroup, saveDeadlines, voidWholeRound } from '@/app/rounds/actions'
import { DeadlineFields } from '@/components/administration/deadline-fields'
import { DepartmentsPicker } from '@/components/administration/departments-picker'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SelectField, TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { ReviewNode } from '@/lib/domain/review/review'
import type { addDepartmentsForm, addGroupForm, deadlinesForm, voidForm } from '@/lib/forms/administration/rounds'
import { fieldsOf } from '@/lib/forms/state/fields'

const addDepartmentsField = fieldsOf<typeof addDepartmentsForm>()
const addGroupField = fieldsOf<typeof addGroupForm>()
const deadlinesField = fieldsOf<typeof deadlinesForm>()
const voidField = fieldsOf<typeof voidForm>()

type DeadlinesProps = { roundId: string; nodes: readonly ReviewNode[]; deadlines: Readonly<Partial<Record<ReviewNode, string>>> }

export function DeadlinesForm({ roundId, nodes, deadlines }: DeadlinesProps) {
  const sending = useSending(saveDeadlines)
  const { state } = sending
  return (
    <FormFrame name="deadlines" sending={sending} submit="保存期限" variant="secondary">
      <input type="hidden" name={deadlinesField('roundId')} value={roundId} />
      <DeadlineFields form="deadlines" state={state} nodes={nodes} initial={deadlines} />
    </FormFrame>
  )
}

type Choice = { value: string; label: string }

/** Where departments of one round follow several schemes: a further group. `unnamed`: those that are in it have no group's name yet. */
export function AddGroupForm({ roundId, schemes, unnamed }: { roundId: string; schemes: readonly Choice[]; unnamed: boolean }) {
  const sending = useSending(addGroup)
  const { state } = sending
  const common = { form: 'group', state }
  return (
    <FormFrame name="group" sending={sending} submit="增加部门组" variant="secondary" className="mt-3">
      <input type="hidden" name={addGroupField('roundId')} value={roundId} />
      <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
        <TextField {...common} name={addGroupField('groupName')} label="新部门组的名称" hint="如：镇街" maxLength={30} required />
        {unnamed ? (
          <TextField
            {...common}
            name={addGroupField('formerName')}
            label="原有部门的组名"
            hint="已在任务中的部门归入这一组，方案不变"
            initial="其他部门"
            maxLength={30}
            required
          />
        ) : null}
        <SelectField {...common} name={addGroupField('schemeVersionId')} label="新部门组的评价方案" options={schemes} required />
      </div>
    </FormFrame>
  )
}

/** `groups`: by name; the choice is asked for where there are several. */
export function AddDepartmentsForm({ roundId, tree, groups }: { roundId: string; tree: TreeBeginning; groups: readonly Choice[] }) {
  const sending = useSending(addDepartments)
  const { state } = sending
  return (
    <FormFrame name="departments" sending={sending} submit="补充部门">
      <input type="hidden" name={addDepartmentsField('roundId')} value={roundId} />
      {groups.length > 1 ? (
        <SelectField
          form="departments"
          state={state}
          name={addDepartmentsField('group')}
          label="部门组"
          options={groups}
          className="max-w-2xl"
          required
        />
      ) : (
        <input type="hidden" name={addDepartmentsField('group')} value={groups[0]?.value ?? ''} />
      )}
      <DepartmentsPicker form="departments" state={state} label="部门" tree={tree} roundId={roundId} />
    </FormFrame>
  )
}

/** 作废, which asks first. */
export function VoidForm({ roundId, name }: { roundId: string; name: string }) {
  const { state, pending, form } = useSending(voidWholeRound)
  return (
    <form id="void-round" {...form} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="void" state={state} />
      <input type="hidden" name={voidField('roundId')} value={roundId} />
      <ConfirmDialog
        trigger="作废任务"
        triggerVariant="danger"
        title={`作废“${name}”？`}
        confirm="作废"
        variant="danger"
        inactive={pending}
        form="void-round"
      >
        作废后不能恢复，只在操作日志中留有记录。
      </ConfirmDialog>
    </form>
  )
}
