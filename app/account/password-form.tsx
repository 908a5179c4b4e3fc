'use client'
import { TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/domain/people/password'
import type { ownPasswordForm } from '@/lib/forms/administration/password'
import { fieldsOf } from '@/lib/forms/state/fields'
import { changePassword } from './actions'

const ownPasswordField = fieldsOf<typeof ownPasswordForm>()

export function PasswordForm({ loginName }: { loginName: string }) {
  const sending = useSending(changePassword)
  const { state } = sending
  const common = { form: 'password', state, type: 'password', maxLength: LONGEST_PASSWORD, required: true }
  return (
    <FormFrame name="password" sending={sending} submit="修改密码" className="max-w-md">
      <input type="text" name="loginName" autoComplete="username" value={loginName} readOnly hidden />
      <TextField {...common} name={ownPasswordField('currentPassword')} label="当前密码" autoComplete="current-password" />
      <TextField
        {...common}
        name={ownPasswordField('newPassword')}
        label="新密码"
        hint={`至少 ${SHORTEST_PASSWORD} 个字符，不得包含用户名。可用一句便于记忆的话。`}
        autoComplete="new-password"
      />
      <TextField {...common} name={ownPasswordField('repeatedPassword')} label="再次填写新密码" autoComplete="new-password" />
    </FormFrame>
  )
}
