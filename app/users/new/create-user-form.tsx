'use client'
import { create } from '@/app/users/actions'
import { IssuedPasswords } from '@/components/administration/issued-passwords'
import { RoleFields } from '@/components/administration/role-fields'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import type { createUserForm } from '@/lib/forms/administration/users'
import { fieldsOf } from '@/lib/forms/state/fields'

const createUserField = fieldsOf<typeof createUserForm>()

export function CreateUserForm({ tree }: { tree: TreeBeginning }) {
  const sending = useSending(create)
  const { state } = sending
  const common = { form: 'user', state }
  return (
    <FormFrame name="user" sending={sending} submit="建立账号">
      <IssuedPasswords state={state} />
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <TextField
          {...common}
          name={createUserField('loginName')}
          label="用户名"
          hint="2 至 50 个字符，英文字母、数字和 . _ -"
          maxLength={50}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField
          {...common}
          name={createUserField('name')}
          label="姓名"
          hint="用于签名和日志"
          maxLength={50}
          autoComplete="off"
          required
        />
      </div>
      <RoleFields {...common} tree={tree} />
    </FormFrame>
  )
}
