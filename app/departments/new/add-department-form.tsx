'use client'
import { add } from '@/app/departments/actions'
import { DepartmentPicker } from '@/components/administration/department-picker'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { SelectField, TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { DEPARTMENT_KINDS } from '@/lib/domain/people/department'
import type { addDepartmentForm } from '@/lib/forms/administration/departments'
import { fieldsOf } from '@/lib/forms/state/fields'
import { departmentKindLabels } from '@/lib/messages/labels'

const addDepartmentField = fieldsOf<typeof addDepartmentForm>()

const kinds = DEPARTMENT_KINDS.map((kind) => ({ value: kind, label: departmentKindLabels[kind] }))

export function AddDepartmentForm({ tree, parent }: { tree: TreeBeginning; parent: { id: string; name: string } | null }) {
  const sending = useSending(add)
  const { state } = sending
  const common = { form: 'department', state }
  return (
    <FormFrame name="department" sending={sending} submit="新增部门">
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextField {...common} name={addDepartmentField('name')} label="部门名称" maxLength={100} autoComplete="off" required />
        <TextField
          {...common}
          name={addDepartmentField('code')}
          label="单位代码"
          hint="预算编码；列表按代码排列"
          maxLength={30}
          autoComplete="off"
          required
        />
        <SelectField
          {...common}
          name={addDepartmentField('kind')}
          label="类型"
          options={kinds}
          hint="主管部门设在行政区之下，单位设在行政区、主管部门或单位之下"
          required
        />
      </div>
      <DepartmentPicker
        {...common}
        name={addDepartmentField('parentId')}
        label="上级部门"
        tree={tree}
        {...(parent ? { initial: parent } : {})}
        mayChoose={(node) => !node.closed}
      />
    </FormFrame>
  )
}
