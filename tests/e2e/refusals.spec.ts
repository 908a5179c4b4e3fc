import { refusalSentence } from '@/lib/messages/refusals'
import { jinhua } from '@/prisma/seed/jinhua'
import {
  type Account,
  addUser,
  demoDepartment,
  pickDepartment,
  signInAsDemo,
  signInForTheFirstTime,
  tryToSignIn,
} from '@/tests/support/browser-people'
import { cell, confirm, mark, open, openEvaluation, openPart, save, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const culture = demoDepartment('990302')
const emergency = demoDepartment('990303')
const riverStreet = demoDepartment('990103')

test.describe('what leads to an answer 401', () => {
  test.use({ expectedComplaints: [/status of 401/] })

  test('a wrong password is refused, without saying whether the name exists', async ({ page }) => {
    for (const loginName of ['demo-city-editor', `nobody-${run}`]) {
      await open(page, '/login')
      await tryToSignIn(page, loginName, 'not-the-password')
      await expect(page.getByRole('alert').filter({ hasText: refusalSentence({ code: 'wrong-credentials' }) })).toBeVisible()
      await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
      await expect(page.getByLabel('用户名', { exact: true })).toHaveValue(loginName)
    }
    await open(page, '/')
    await expect(page).toHaveURL(/\/login$/)
  })
})

test.describe('what is not there for everybody', () => {
  test.use({ expectedComplaints: [/status of 404/] })

  test("another department's evaluation looks like one that does not exist", async ({ newBrowser }) => {
    const atOwner = await signInAsDemo(await newBrowser(), 'demo-jinhua-editor')
    const address = await openEvaluation(atOwner, jinhua.name, '2023')
    const atStranger = await signInAsDemo(await newBrowser(), 'demo-city-editor')
    const refusedText = async (path: string) => {
      const answer = await atStranger.goto(path)
      expect(answer?.status(), path).toBe(404)
      if (path.includes('pdf')) return answer?.text()
      // The answer streams: the text is whole once its heading shows.
      await expect(atStranger.getByRole('heading', { level: 1, name: '没有找到该页面' })).toBeVisible()
      return atStranger.locator('body').innerText()
    }
    for (const part of ['', '/funds', '/indicators', '/check', '/review', '/history', '/report', '/report/pdf?part=both']) {
      const seen = await refusedText(`${address}${part}`)
      expect(seen).not.toContain('金花')
      expect(await refusedText(`/evaluations/nothing0nothing0nothing0${part}`), part).toBe(seen)
    }
  })

  test("the administrator's pages are closed to an editor", async ({ page }) => {
    await signInAsDemo(page, 'demo-city-editor')
    await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link')).toHaveText(['工作台', '帮助'])
    for (const path of ['/users', '/users/new', '/departments', '/departments/new', '/rounds', '/rounds/new', '/schemes', '/audit']) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      await expect(page.getByText('页面不存在，或您无权查看')).toBeVisible()
    }
  })
})

test('an evaluation with errors cannot be handed in, and each error leads to its cell', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, emergency, '2023')
  await openPart(page, 'check')
  await expect(page.getByRole('heading', { name: /^错误（[1-9]\d*）$/ })).toBeVisible()
  await expect(page.getByText(/还有 \d+ 项需要处理/)).toBeVisible()
  await expect(page.getByRole('button', { name: '送审', exact: true })).toHaveCount(0)
  const errors = page.locator('section').filter({ has: page.getByRole('heading', { name: /^错误/ }) })
  const first = errors.getByRole('listitem').first().getByRole('link')
  const at = decodeURIComponent(new URL((await first.getAttribute('href')) ?? '', page.url()).hash.slice(1))
  await first.click()
  // A cell of a grid, or the box in it that is typed into
  await expect(page.locator(`[id="${at}"]:focus, [id="${at}"] :focus`)).toHaveCount(1)
})

test('who entered something may not approve it as well', async ({ newBrowser }) => {
  const both: Account = { loginName: `both-${run}`, name: `示例兼任${run}`, password: 'one-hat-at-a-time' }
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  const given = await addUser(atAdministrator, { ...both, role: 'editor', department: riverStreet })
  await open(atAdministrator, `/users?search=${both.loginName}`)
  await atAdministrator.getByRole('link', { name: both.loginName }).click()
  await atAdministrator.getByRole('combobox', { name: '角色' }).selectOption('approver')
  await pickDepartment(atAdministrator, '部门', riverStreet)
  await atAdministrator.getByRole('button', { name: '授予角色' }).click()
  await expect(atAdministrator.getByText('角色已授予')).toBeVisible()

  const atBoth = await signInForTheFirstTime(await newBrowser(), both, given)
  const address = await openEvaluation(atBoth, riverStreet, '2023')
  await openPart(atBoth, 'cover')
  await type(cell(atBoth, '联系电话'), '000-12345678')
  await save(atBoth)

  const atEditor = await signInAsDemo(await newBrowser(), 'demo-street-editor')
  await open(atEditor, `${address}/check`)
  await confirm(atEditor, '送审', '确认送审')
  await expect(atEditor.getByText('待单位审核', { exact: true })).toBeVisible()

  await open(atBoth, `${address}/review`)
  await expect(atBoth.getByText(refusalSentence({ code: 'acted-elsewhere', facts: { node: 'entry' } }))).toBeVisible()
  await expect(atBoth.getByRole('button', { name: /审核通过|退回修改/ })).toHaveCount(0)
  const atApprover = await signInAsDemo(await newBrowser(), 'demo-street-approver')
  await open(atApprover, `${address}/review`)
  await expect(atApprover.getByRole('button', { name: '退回修改' })).toBeVisible()
})

test('an amount that is no number is refused at its cell and kept there, and the others are saved', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'funds')
  const opening = cell(page, '年初结转和结余（万元）')
  for (const { typed, refusal } of [
    { typed: '一百万', refusal: { code: 'money-not-a-number' } },
    { typed: '1.1234567', refusal: { code: 'money-decimals' } },
    { typed: '-5', refusal: { code: 'money-negative' } },
    { typed: '5000元', refusal: { code: 'money-in-yuan' } },
    { typed: '不适用', refusal: { code: 'reason-missing', facts: { example: '不适用：本年度无此项支出' } } },
  ] as const) {
    const sentence = refusalSentence(refusal)
    // While the refusal before stands, other cells can be filled in undisturbed
    await type(cell(page, '年末结转和结余（万元）'), `${typed.length}00.5`)
    await type(opening, typed)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await expect(opening).toHaveValue(typed)
    await expect(opening).toHaveAccessibleDescription(new RegExp(sentence))
    await expect(page.getByRole('status').filter({ hasText: '1 处未保存' })).toBeVisible()
    await page.getByRole('alert').getByRole('link', { name: sentence }).click()
    await expect(opening).toBeFocused()
  }
  await type(opening, '不适用：本年度无此项支出')
  await save(page)
})
