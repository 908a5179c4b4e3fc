import type { Page } from '@playwright/test'
import type { Role } from '@/lib/domain/people/permissions'
import { roleLabels } from '@/lib/messages/labels'
import { demoUsers } from '@/prisma/seed/people'
import { profiles } from '@/prisma/seed/plan'
import { addPerson, sessionCookie } from './browser-database'
import { open, ready } from './browser-steps'
import { expect } from './browser-test'
import { programAddress } from './own-program'

/** Who is at the browser: accounts, signing in and out, and what administrators do to make people and departments. */

/** The name under which a demo account is shown. */
export function demoName(loginName: string): string {
  const user = demoUsers.find((candidate) => candidate.loginName === loginName)
  if (!user) throw new Error(`no demo account ${loginName}`)
  return user.name
}

const starting = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** Signs in with one click, as a person does in demo mode. */
export async function signInByClick(page: Page, loginName: string): Promise<Page> {
  await open(page, '/login')
  await page.getByRole('button', { name: starting(demoName(loginName)) }).click()
  return atWork(page, demoName(loginName))
}

/** The same without the click: with the cookie of a session of their own, for stories about something else. */
export async function signInAsDemo(page: Page, loginName: string): Promise<Page> {
  await takeSession(page, loginName)
  return atWork(page, demoName(loginName))
}

/** Somebody new with a role at a department, at work in this browser. Making accounts and first passwords have their own stories. */
export async function joinedBy(page: Page, person: Person, role: Role, department: string): Promise<Page> {
  await addPerson(person.loginName, person.name, role, department)
  await takeSession(page, person.loginName)
  return atWork(page, person.name)
}

async function takeSession(page: Page, loginName: string): Promise<void> {
  await page.context().clearCookies({ name: 'hengji.session' })
  await page.context().addCookies([await sessionCookie(loginName, programAddress)])
  await open(page, '/')
}

async function atWork(page: Page, name: string): Promise<Page> {
  await expect(page.getByRole('banner').getByRole('link', { name, exact: true })).toBeVisible()
  await ready(page)
  return page
}

/** Fills in the sign-in form. */
export async function tryToSignIn(page: Page, loginName: string, password: string): Promise<void> {
  await page.getByLabel('用户名', { exact: true }).fill(loginName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Signs in by name and password. */
export async function signIn(page: Page, { loginName, password, name }: Account): Promise<Page> {
  await open(page, '/login')
  await tryToSignIn(page, loginName, password)
  await expect(page.getByRole('banner').getByRole('link', { name, exact: true })).toBeVisible()
  await ready(page)
  return page
}

export type Person = { loginName: string; name: string }
export type Account = Person & { password: string }

/** Chooses a department in the field of this name, once what was looked for is found: before that the list moves under the pointer. */
export async function pickDepartment(page: Page, field: string, name: string): Promise<void> {
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('search') === name)
  await page.getByRole('combobox', { name: field, exact: true }).fill(name)
  await found
  await page
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .click()
}

/** 新增部门, as the administrator. */
export async function addDepartment(page: Page, department: { name: string; code: string; parent: string }): Promise<void> {
  await open(page, '/departments/new')
  await page.getByLabel('部门名称').fill(department.name)
  await page.getByLabel('单位代码').fill(department.code)
  await page.getByLabel('类型').selectOption('authority')
  await pickDepartment(page, '上级部门', department.parent)
  await page.getByRole('button', { name: '新增部门' }).click()
  await expect(page.getByRole('main')).toContainText(department.name)
}

/** 新建用户, as the administrator. Gives the password that is shown once. */
export async function addUser(
  page: Page,
  user: { loginName: string; name: string; role: Role; department: string; withSubtree?: boolean },
): Promise<string> {
  await open(page, '/users/new')
  await page.getByLabel('用户名').fill(user.loginName)
  await page.getByLabel('姓名').fill(user.name)
  await page.getByLabel('角色').selectOption({ label: roleLabels[user.role] })
  await pickDepartment(page, '部门', user.department)
  if (user.withSubtree) await page.getByLabel('包括其全部下级部门').check()
  await page.getByRole('button', { name: '建立账号' }).click()
  const shown = page.getByRole('status').filter({ hasText: '初始密码' })
  await expect(shown).toContainText(user.loginName)
  const password = /初始密码：(\S+)/.exec(await shown.innerText())?.[1]
  if (!password) throw new Error('no password was shown')
  return password
}

/** Signs in with the password given by the administrator, and chooses another, as everyone must the first time. */
export async function signInForTheFirstTime(page: Page, account: Account, given: string): Promise<Page> {
  await signIn(page, { ...account, password: given })
  await expect(page.getByText('请先修改密码')).toBeVisible()
  await page.getByLabel('当前密码').fill(given)
  await page.getByLabel('新密码', { exact: false }).first().fill(account.password)
  await page.getByLabel('再次填写新密码').fill(account.password)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('密码已修改')).toBeVisible()
  return page
}

/** Ends the sign-in of this browser, in another of its tabs. */
export async function signOutElsewhere(page: Page): Promise<void> {
  const elsewhere = await page.context().newPage()
  elsewhere.on('dialog', (dialog) => void dialog.accept())
  await open(elsewhere, '/help')
  await elsewhere.getByRole('button', { name: '退出' }).click()
  await expect(elsewhere).toHaveURL(/\/login$/)
  await elsewhere.close()
}

/** Signs in again in the tab that the message opens. */
export async function signInAgain(page: Page, loginName: string): Promise<void> {
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: '在新标签页登录' }).first().click()])
  await ready(tab)
  const name = demoName(loginName).replace(/[（）]/g, '.')
  await tab.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await expect(tab).toHaveURL(/\/$/)
  await tab.close()
}

/** The name of a demo department. */
export function demoDepartment(code: string): string {
  const profile = profiles.find(({ unit }) => unit.code === code)
  if (!profile) throw new Error(`no demo department ${code}`)
  return profile.unit.name
}
