import { expect, test } from 'vitest'
import { verifyPassword } from '@/lib/auth/passwords'
import { signInByPassword } from '@/lib/auth/sign-in'
import { database } from '@/lib/data/database/database'
import { findAccount } from '@/lib/data/people/sessions'
import { createAdministrator, resetPasswordOf } from '@/lib/data/people/set-up'
import { administersEverything } from '@/lib/domain/people/administration'
import { testDatabase } from '@/tests/support/database'
import { hashOfPassword, PASSWORD, refusal, value } from '@/tests/support/people'

testDatabase()

const account = async (loginName: string) => ({
  loginName,
  name: '示例管理员',
  passwordHash: await hashOfPassword(),
  mustChangePassword: false,
  regionName: '示例市',
})

test('the first administrator gets the root of a tree and all of it; the next one the same root', async () => {
  expect(value(await createAdministrator(await account('first'))).rootName).toBe('示例市')
  expect(value(await createAdministrator({ ...(await account('second')), regionName: '示例县' })).rootName).toBe('示例市')
  expect(await database().department.count()).toBe(1)
  const token = value(await signInByPassword({ loginName: 'first', password: PASSWORD, address: '10.0.0.1' }))
  const signedIn = await findAccount(token)
  expect(signedIn && administersEverything(signedIn.viewer)).toBe(true)
})

test('a login name is given once', async () => {
  expect(refusal(await createAdministrator(await account('first')))).toBe('login-name-taken')
})

test('a reset password is hashed, ends the sessions and must be changed', async () => {
  const token = value(await signInByPassword({ loginName: 'second', password: PASSWORD, address: '10.0.0.1' }))
  value(await resetPasswordOf('second', await hashOfPassword()))
  expect(await findAccount(token)).toBeNull()
  const stored = await database().user.findUniqueOrThrow({ where: { loginName: 'second' } })
  expect(stored.mustChangePassword).toBe(true)
  expect(stored.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(stored.passwordHash, PASSWORD)).toBe(true)
  expect(refusal(await resetPasswordOf('nobody', 'hash'))).toBe('no-such-login-name')
})

test('a database with demo data gets no real account', async () => {
  await database().installation.create({ data: { demo: true } })
  expect(refusal(await createAdministrator(await account('third')))).toBe('demo-database')
})
