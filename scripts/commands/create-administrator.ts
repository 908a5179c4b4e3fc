import { parseArgs } from 'node:util'
import { hashPassword } from '@/lib/auth/passwords'
import { createAdministrator } from '@/lib/data/people/set-up'
import { loginName as loginNameSchema } from '@/lib/forms/administration/users'
import { requiredLine } from '@/lib/forms/state/parse-form'
import { refusalSentence } from '@/lib/messages/refusals'
import { explainUsage, readArgument, refuse } from './arguments'
import { newPassword } from './new-password'

const USAGE =
  'create-administrator 登录名 姓名 [--region 行政区名称] [--stdin]\n  --stdin  从标准输入读取密码；否则生成一个初始密码，首次登录时须修改'

/** Makes an administrator of everything, and the root of the department tree where there is none. */
export async function run(args: string[]): Promise<number> {
  const parsed = readCall(args)
  if (parsed === null) return explainUsage(USAGE)
  const loginName = readArgument(loginNameSchema, parsed.loginName)
  const name = readArgument(requiredLine('姓名', 50), parsed.name)
  const region = readArgument(requiredLine('行政区名称', 100), parsed.region)
  for (const read of [loginName, name, region]) if (!read.ok) return refuse(read.sentence)
  if (!loginName.ok || !name.ok || !region.ok) return 1

  const chosen = await newPassword(parsed.stdin, loginName.value)
  if (!chosen.ok) return refuse(chosen.sentence)
  const created = await createAdministrator({
    loginName: loginName.value,
    name: name.value,
    regionName: region.value,
    passwordHash: await hashPassword(chosen.password),
    mustChangePassword: !parsed.stdin,
  })
  if (!created.ok) return refuse(refusalSentence(created.refusal))
  process.stderr.write(`已建立管理员“${loginName.value}”（${created.value.rootName}及其全部下级）。\n`)
  if (!parsed.stdin) process.stdout.write(`初始密码：${chosen.password}\n`)
  return 0
}

function readCall(args: string[]): { loginName: string; name: string; region: string; stdin: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { region: { type: 'string' }, stdin: { type: 'boolean' } },
    })
    const [loginName, name, ...rest] = positionals
    if (loginName === undefined || name === undefined || rest.length > 0) return null
    return { loginName, name, region: values.region ?? '本行政区', stdin: values.stdin ?? false }
  } catch {
    return null
  }
}
