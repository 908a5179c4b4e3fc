import type { Locator, Page } from '@playwright/test'
import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'
import type { Role } from '@/lib/domain/people/permissions'
import { roleLabels } from '@/lib/messages/labels'
import { sectionLabels } from '@/lib/messages/section-labels'
import { demoUsers } from '@/prisma/seed/people'
import { profiles } from '@/prisma/seed/plan'
import { addPerson, evaluationOf, sessionCookie } from './browser-database'
import { expect } from './browser-test'

/** What people do in the product, step by step, through nothing but its pages. */

/** The name under which a demo account is shown. */
export function demoName(loginName: string): string {
  const user = demoUsers.find((candidate) => candidate.loginName === loginName)
  if (!user) throw new Error(`no demo account ${loginName}`)
  return user.name
}

/** Waits until every part of the page that is served already answers to the person. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps')),
    ),
  )
}

/** Opens an address of the product. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
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
  await page.context().addCookies([await sessionCookie(loginName, baseAddress())])
  await open(page, '/')
}

const baseAddress = (): string => `http://127.0.0.1:${process.env.HENGJI_TEST_PORT}`

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

/** Something that no other run has used, so that a story can be told twice on the same database. */
export const mark = (): string => Date.now().toString(36)

/** Chooses a department in the field of this name. */
export async function pickDepartment(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(name)
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

/** Chooses from a list by what the option is called, or begins with. */
export const pickScheme = async (list: Locator, name: string | RegExp): Promise<unknown> =>
  list.selectOption(await list.getByRole('option', { name }).first().getAttribute('value'))

/** 开启任务 for departments, as the administrator. */
export async function openRound(
  page: Page,
  round: { year: string; name: string; scheme: string | RegExp; departments: string[] },
): Promise<void> {
  await open(page, '/rounds/new')
  await page.getByLabel(/^年度/).fill(round.year)
  await page.getByLabel('任务名称').fill(round.name)
  await pickScheme(page.getByLabel('评价方案'), round.scheme)
  const picker = page.getByRole('group', { name: '部门' })
  for (const name of round.departments) {
    await picker.getByRole('searchbox').fill(name)
    const row = picker.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
    await row.press('Space')
    await expect(row.getByRole('checkbox')).toBeChecked()
  }
  await page.getByRole('button', { name: '开启任务' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(round.name)
}

/** Opens the evaluation of a department and year, and gives its address. */
export async function openEvaluation(page: Page, department: string, year: string): Promise<string> {
  const address = `/evaluations/${await evaluationOf(department, year)}`
  await open(page, address)
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  return address
}

/** The same as people do: from the workbench. */
export async function openFromWorkbench(page: Page, department: string, year: string): Promise<string> {
  await open(page, '/')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: department, exact: true }) })
  await row
    .filter({ has: page.getByRole('cell', { name: year, exact: true }) })
    .getByRole('link')
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Goes to a part of the evaluation by its navigation. */
export async function openPart(page: Page, part: keyof typeof sectionLabels): Promise<void> {
  const label = sectionLabels[part]
  await page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name: label, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible()
  // The heading stands while the rest is still on its way
  await expect(page.getByText('正在载入…', { exact: true })).toHaveCount(0)
}

/** A cell by what it is called, within a part of the page where the name stands more than once. */
export const cell = (place: Page | Locator, name: string): Locator => place.getByLabel(name, { exact: true })

/** Writes into a box in place of what stands there. */
export async function type(box: Locator, text: string): Promise<void> {
  await box.fill(text)
  await expect(box).toHaveValue(text)
}

/** The rows of a grid, each with its cells and, where it is open, with what belongs to it. */
export const gridRows = (place: Page | Locator): Locator => place.locator('[data-grid-row]')

/** A cell of a row by its column. */
export const gridCell = (row: Locator, column: string): Locator => row.locator(`[role="gridcell"][data-label="${column}"]`)

/** A cell of the tables of figures. */
export const figureCell = (place: Page | Locator, item: FigureItem, column: FigureColumn): Locator =>
  place.locator(`[id="funds/${item}/${column}"]`)

/** Writes into a cell of a grid in place of what stands there, as one does in a spreadsheet: it is clicked, and typing replaces. */
export async function typeInGrid(at: Locator, text: string): Promise<void> {
  await at.click()
  await at.getByRole('textbox').or(at.getByRole('combobox')).pressSequentially(text)
  await expect(at).toHaveAttribute('data-text', text)
}

/** Chooses in a cell of a grid. */
export async function chooseInGrid(at: Locator, option: string | { index: number }): Promise<void> {
  await at.click()
  await at.getByRole('combobox').selectOption(option)
}

/** Opens what belongs to a row of a grid. */
export async function openRow(row: Locator): Promise<void> {
  const head = row.locator('[data-cell="#"]')
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  await expect(head).toHaveAttribute('aria-expanded', 'true')
}

/** Goes from one place to the next with the Tab key until `target` has the focus; it must be reached without a trap. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 400 && !(await reached()); presses += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** Adds a row, and waits until it is there. */
export async function addRow(page: Page, label: string, rows: Locator): Promise<void> {
  const before = await rows.count()
  await page.getByRole('button', { name: `＋ ${label}`, exact: true }).click()
  await expect(rows).toHaveCount(before + 1)
}

/** Fills in a list of paragraphs, one row after the other. */
export async function fillParagraphs(page: Page, noun: string, texts: readonly string[], numbered = false): Promise<void> {
  const remove = new RegExp(`^删除第 \\d+ ${numbered ? '项' : '段'}${noun}$`)
  const rows = page.getByRole('button', { name: remove }).locator('xpath=ancestor::li[1]')
  for (const [index, text] of texts.entries()) {
    await addRow(page, `添加${noun}`, rows)
    await rows.nth(index).getByRole('textbox').fill(text)
  }
}

/** 保存, and everything is kept. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
}

/** What is sent from the page stays on its way until it is let through. */
export async function holdSaves(page: Page): Promise<() => void> {
  let letThrough: () => void = () => undefined
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/evaluations/**', async (route) => {
    if (route.request().method() === 'POST') await through
    // The page may be gone by then
    await route.continue().catch(() => undefined)
  })
  return letThrough
}

/** Presses a button that asks once more, and agrees. */
export async function confirm(page: Page, button: string, agreement = button): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: agreement, exact: true }).click()
}

/** The name of a demo department. */
export function demoDepartment(code: string): string {
  const profile = profiles.find(({ unit }) => unit.code === code)
  if (!profile) throw new Error(`no demo department ${code}`)
  return profile.unit.name
}
