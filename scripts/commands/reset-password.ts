import { parseArgs } from 'node:util'
import { hashPassword } from '@/lib/auth/passwords'
import { resetPasswordOf } from '@/lib/data/people/set-up'
import { loginName as loginNameSchema } from '@/lib/forms/administration/users'
import { refusalSentence } from '@/lib/messages/refusals'
import { explainUsage, readArgument, refuse } from './arguments'
import { newPassword } from './new-password'

const USAGE = 'reset-password 登录名 [--stdin]\n  --stdin  从标准输入读取密码；否则生成一个。两种情形下次登录时都须修改'

/** Sets an account's password, for when no administrator can sign in any more. Its sessions end. */
export async function run(args: string[]): Promise<number> {
  const parsed = readCall(args)
  if (parsed === null) return explainUsage(USAGE)
  const loginName = readArgument(loginNameSchema, parsed.loginName)
  if (!loginName.ok) return refuse(loginName.sentence)
  const chosen = await newPassword(parsed.stdin, loginName.value)
  if (!chosen.ok) return refuse(chosen.sentence)
  const done = await resetPasswordOf(loginName.value, await hashPassword(chosen.password))
  if (!done.ok) return refuse(refusalSentence(done.refusal))
  process.stderr.write(`已重置“${loginName.value}”的密码，下次登录时须修改。${done.value.disabled ? '注意：该账号已停用。' : ''}\n`)
  if (!parsed.stdin) process.stdout.write(`初始密码：${chosen.password}\n`)
  return 0
}

function readCall(args: string[]): { loginName: string; stdin: boolean } | null {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stdin: { type: 'boolean' } } })
    const [loginName, ...rest] = positionals
    return loginName === undefined || rest.length > 0 ? null : { loginName, stdin: values.stdin ?? false }
  } catch {
    return null
  }
}
