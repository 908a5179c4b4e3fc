'use client'
import { useActionState } from 'react'
import { move, rename, setClosed } from '@/app/departments/actions'
import { DepartmentPicker } from '@/components/administration/department-picker'
import type { TreeNode } from '@/components/administration/tree-shape'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton, TextField } from '@/components/forms/form-fields'
import { ConfirmDialog } from '@/components/ui/dialog'
import { mayStandBelow } from '@/lib/domain/people/department'
import { idle } from '@/lib/forms/form-state'

export function RenameForm({ node }: { node: TreeNode }) {
  const [state, action] = useActionState(rename, idle)
  const common = { form: 'rename', state }
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="rename" state={state} />
      <input type="hidden" name="departmentId" value={node.id} />
      <input type="hidden" name="seenName" value={node.name} />
      <input type="hidden" name="seenCode" value={node.code} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...common}
          name="name"
          label="部门名称"
          hint="已建立的自评表保留当年名称"
          initial={node.name}
          maxLength={100}
          required
        />
        <TextField {...common} name="code" label="单位代码" hint="预算编码；列表按代码排列" initial={node.code} maxLength={30} required />
      </div>
      <div>
        <SubmitButton>保存</SubmitButton>
      </div>
    </form>
  )
}

/** `nodes` leaves out the department itself and what stands below it. */
export function MoveForm({ node, nodes }: { node: TreeNode; nodes: readonly TreeNode[] }) {
  const [state, action] = useActionState(move, idle)
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="move" state={state} />
      <input type="hidden" name="departmentId" value={node.id} />
      <DepartmentPicker
        form="move"
        state={state}
        name="parentId"
        label="新的上级部门"
        nodes={nodes}
        initial={node.parentId ?? ''}
        mayChoose={(parent) => !parent.closed && mayStandBelow(node.kind, parent.kind)}
      />
      <div>
        <SubmitButton variant="secondary">移动</SubmitButton>
      </div>
    </form>
  )
}

export function CloseForm({ node }: { node: TreeNode }) {
  const [state, action, pending] = useActionState(setClosed, idle)
  return (
    <form id="close" action={action} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="close" state={state} />
      <input type="hidden" name="departmentId" value={node.id} />
      <input type="hidden" name="closed" value={String(!node.closed)} />
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
