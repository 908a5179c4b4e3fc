'use client'
import { CheckboxField, SelectField } from '@/components/forms/form-fields'
import { ROLES } from '@/lib/domain/people/permissions'
import type { grantForm } from '@/lib/forms/administration/users'
import { fieldsOf } from '@/lib/forms/state/fields'
import type { FormState } from '@/lib/forms/state/form-state'
import { roleLabels } from '@/lib/messages/labels'
import { DepartmentPicker } from './department-picker'
import type { TreeBeginning } from './tree-node'

const grantField = fieldsOf<typeof grantForm>()

const options = ROLES.map((role) => ({ value: role, label: roleLabels[role] }))

const hint = '复核人设在主管部门时只办理主管部门审核（限评价方案设有该环节的），设在行政区等其他节点时办理财政复核。'

/** A role at a department, with or without what stands below it. */
export function RoleFields({ form, state, tree }: { form: string; state: FormState; tree: TreeBeginning }) {
  return (
    <>
      <SelectField
        form={form}
        state={state}
        name={grantField('role')}
        label="角色"
        hint={hint}
        options={options}
        className="max-w-96"
        required
      />
      <DepartmentPicker form={form} state={state} name={grantField('departmentId')} label="部门" tree={tree} />
      <CheckboxField form={form} state={state} name={grantField('withSubtree')} label="包括其全部下级部门" />
    </>
  )
}
