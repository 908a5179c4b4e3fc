'use client'
import { move, rename, setClosed } from '@/app/departments/actions'
import { DepartmentPicker } from '@/components/administration/department-picker'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton, TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { DepartmentKind } from '@/lib/domain/people/department'
import { mayStandBelow } from '@/lib/domain/people/department'
import type { closeDepartmentForm, moveDepartmentForm, renameDepartmentForm } from '@/lib/forms/administration/departments'
import { fieldsOf } from '@/lib/forms/state/fields'

const closeDepartmentField = fieldsOf<typeof closeDepartmentForm>()
const moveDepartmentField = fieldsOf<typeof moveDepartmentForm>()
const renameDepartmentField = fieldsOf<typeof renameDepartmentForm>()

/** The department that the forms are about. */
type Own = { id: string; name: string; code: string; kind: DepartmentKind; closed: boolean }

export function RenameForm({ node }: { node: Own }) {
  const sending = useSending(rename)
  const { state } = sending
  const common = { form: 'rename', state }
  return (
    <FormFrame name="rename" sending={sending} submit="保存" className="max-w-3xl">
      <input type="hidden" name={renameDepartmentField('departmentId')} value={node.id} />
      <input type="hidden" name={renameDepartmentField('seenName')} value={node.name} />
      <input type="hidden" name={renameDepartmentField('seenCode')} value={node.code} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...common}
          name={renameDepartmentField('name')}
          label="部门名称"
          hint="已建立的自评表保留当年名称"
          initial={node.name}
          maxLength={100}
          required
        />
        <TextField
          {...common}
          name={renameDepartmentField('code')}
          label="单位代码"
          hint="预算编码；列表按代码排列"
          initial={node.code}
          maxLength={30}
          required
        />
      </div>
    </FormFrame>
  )
}

/** `parent`: what it stands below now. */
export function MoveForm({ node, parent, tree }: { node: Own; parent: { id: string; name: string }; tree: TreeBeginning }) {
  const sending = useSending(move)
  const { state } = sending
  return (
    <FormFrame name="move" sending={sending} submit="移动" variant="secondary">
      <input type="hidden" name={moveDepartmentField('departmentId')} value={node.id} />
      <DepartmentPicker
        form="move"
        state={state}
        name={moveDepartmentField('parentId')}
        label="新的上级部门"
        tree={tree}
        initial={parent}
        mayChoose={(above) =>
          !above.closed && above.id !== node.id && !above.above.includes(node.id) && mayStandBelow(node.kind, above.kind)
        }
      />
    </FormFrame>
  )
}

export function CloseForm({ node }: { node: Own }) {
  const { state, pending, form } = useSending(setClosed)
  return (
    <form id="close" {...form} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="close" state={state} />
      <input type="hidden" name={closeDepartmentField('departmentId')} value={node.id} />
      <input type="hidden" name={closeDepartmentField('closed')} value={String(!node.closed)} />
      {node.closed ? (
        <SubmitButton variant="secondary">恢复部门</SubmitButton>
      ) : (
        <ConfirmDialog
          trigger="撤销部门"
          triggerVariant="danger"
          title={`撤销${node.name}？`}
          confirm="撤销部门"
          variant="danger"
          inactive={pending}
          form="close"
        >
          撤销后不再列入新的自评任务，已有自评表保留。
        </ConfirmDialog>
      )}
    </form>
  )
}
