'use client'
import { useActionState, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextInput } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { signIn } from './sign-in'

/** `password`: typed and not sent. */
type Answer = { refusal: string | null; loginName: string; password: string }

const NAME = 'login-loginName'
const PASSWORD = 'login-password'
const NONE: Answer = { refusal: null, loginName: '', password: '' }

/**
 * Name and password. The page is loaded anew after signing in, so that nothing of another person stays in the browser. Sent by an action:
 * whoever presses 登录 before the scripts are there is signed in as soon as they are.
 */
export function LoginForm({ next, unavailable }: { next: string; unavailable: string }) {
  const [answer, submit, waiting] = useActionState(async (_: Answer, typed: FormData): Promise<Answer> => {
    const loginName = String(typed.get('loginName') ?? '').trim()
    const password = String(typed.get('password') ?? '')
    if (loginName === '' || password === '') return { refusal: '请填写用户名和密码。', loginName, password }
    const refusal = await signIn('password', { loginName, password }, unavailable)
    if (refusal !== null) return { refusal, loginName, password: '' }
    window.location.assign(next)
    // Nothing is to be done here any more
    return new Promise(() => undefined)
  }, NONE)
  useEffect(() => {
    if (answer.refusal !== null) document.getElementById(answer.loginName === '' ? NAME : PASSWORD)?.focus()
  }, [answer])
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      {answer.refusal === null ? null : <Notice live tone="error" title={answer.refusal} />}
      <Field id={NAME} label="用户名">
        <TextInput
          {...fieldProps(NAME)}
          name="loginName"
          defaultValue={answer.loginName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
        />
      </Field>
      <Field id={PASSWORD} label="密码">
        <TextInput
          {...fieldProps(PASSWORD)}
          type="password"
          name="password"
          defaultValue={answer.password}
          autoComplete="current-password"
          maxLength={1000}
        />
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
