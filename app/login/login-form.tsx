'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextInput } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { signIn } from './sign-in'

/** Name and password. The page is loaded anew after signing in, so that nothing of another person stays in the browser. */
export function LoginForm({ next, unavailable }: { next: string; unavailable: string }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const loginName = String(typed.get('loginName') ?? '').trim()
    const password = String(typed.get('password') ?? '')
    if (loginName === '' || password === '') {
      setRefusal('请填写用户名和密码。')
      return
    }
    setWaiting(true)
    setRefusal(null)
    const refused = await signIn('password', { loginName, password }, unavailable)
    if (refused === null) {
      window.location.assign(next)
      return
    }
    setRefusal(refused)
    setWaiting(false)
    const field = form.elements.namedItem('password')
    if (field instanceof HTMLInputElement) {
      field.value = ''
      field.focus()
    }
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refusal ? <Notice live tone="error" title={refusal} /> : null}
      <Field id="login-loginName" label="用户名">
        <TextInput
          {...fieldProps('login-loginName')}
          name="loginName"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
        />
      </Field>
      <Field id="login-password" label="密码">
        <TextInput {...fieldProps('login-password')} type="password" name="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <div>
        <Button type="submit" variant="primary" disabled={waiting}>
          {waiting ? '正在登录…' : '登录'}
        </Button>
      </div>
      <p className="text-sm text-muted">忘记密码或账号无法使用时，请联系本单位或财政部门的系统管理员。</p>
    </form>
  )
}
