'use client'
import { grantRole, rename, reset, revokeRole, setDisabled } from '@/app/users/actions'
import { IssuedPasswords } from '@/components/administration/issued-passwords'
import { RoleFields } from '@/components/administration/role-fields'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton, TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { disableUserForm, grantForm, renameUserForm, revokeForm, userForm } from '@/lib/forms/administration/users'
import { fieldsOf } from '@/lib/forms/state/fields'

const disableUserField = fieldsOf<typeof disableUserForm>()
const grantField = fieldsOf<typeof grantForm>()
const renameUserField = fieldsOf<typeof renameUserForm>()
const revokeField = fieldsOf<typeof revokeForm>()
const userField = fieldsOf<typeof userForm>()

export function GrantForm({ userId, tree }: { userId: string; tree: TreeBeginning }) {
  const sending = useSending(grantRole)
  const { state } = sending
  return (
    <FormFrame name="grant" sending={sending} submit="授予角色">
      <input type="hidden" name={grantField('userId')} value={userId} />
      <RoleFields form="grant" state={state} tree={tree} />
    </FormFrame>
  )
}

export function RevokeForm({ userId, membershipId, role }: { userId: string; membershipId: string; role: string }) {
  const { state, pending, form } = useSending(revokeRole)
  const id = `revoke-${membershipId}`
  return (
    <form id={id} {...form}>
      <DrawnForField />
      <input type="hidden" name={revokeField('userId')} value={userId} />
      <input type="hidden" name={revokeField('membershipId')} value={membershipId} />
      <ConfirmDialog
        trigger="撤销"
        triggerLabel={`撤销${role}`}
        triggerVariant="quiet"
        title={`撤销${role}？`}
        confirm="撤销角色"
        variant="danger"
        inactive={pending}
        form={id}
      >
        即时生效，该用户须重新登录。
      </ConfirmDialog>
      <FormFeedback form={id} state={state} />
    </form>
  )
}

export function RenameForm({ userId, name }: { userId: string; name: string }) {
  const sending = useSending(rename)
  const { state } = sending
  return (
    <FormFrame name="rename" sending={sending} submit="保存姓名" variant="secondary" className="max-w-md">
      <input type="hidden" name={renameUserField('userId')} value={userId} />
      <TextField
        form="rename"
        state={state}
        name={renameUserField('name')}
        label="姓名"
        hint="已签署的记录保留当时的姓名。"
        initial={name}
        maxLength={50}
        required
      />
    </FormFrame>
  )
}

export function ResetForm({ userId, name }: { userId: string; name: string }) {
  const { state, pending, form } = useSending(reset)
  return (
    <form id="reset" {...form} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="reset" state={state} />
      <IssuedPasswords state={state} />
      <input type="hidden" name={userField('userId')} value={userId} />
      <ConfirmDialog trigger="重置密码" title={`重置${name}的密码？`} confirm="重置密码" variant="danger" inactive={pending} form="reset">
        原密码和所有登录随即失效。
      </ConfirmDialog>
    </form>
  )
}

export function DisableForm({ userId, name, disabled, own }: { userId: string; name: string; disabled: boolean; own: boolean }) {
  const { state, pending, form } = useSending(setDisabled)
  if (own) return <p className="text-sm text-muted">不能停用自己的账号。</p>
  return (
    <form id="disable" {...form} className="flex flex-col items-start gap-4">
      <DrawnForField />
      <FormFeedback form="disable" state={state} />
      <input type="hidden" name={disableUserField('userId')} value={userId} />
      <input type="hidden" name={disableUserField('disabled')} value={String(!disabled)} />
      {disabled ? (
        <SubmitButton variant="secondary">启用账号</SubmitButton>
      ) : (
        <ConfirmDialog
          trigger="停用账号"
          triggerVariant="danger"
          title={`停用${name}的账号？`}
          confirm="停用账号"
          variant="danger"
          inactive={pending}
          form="disable"
        >
          停用后不能登录，已有登录随即失效。
        </ConfirmDialog>
      )}
    </form>
  )
}
