import type { Page } from '@playwright/test'
import { addDepartment, addUser, demoDepartment, signInAsDemo, signInForTheFirstTime } from '@/tests/support/browser-people'
import { cell, gridRows, holdSaves, mark, open, openEvaluation, ready, save, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')
const district = '示例区'

async function openCover(page: Page): Promise<string> {
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, culture, '2023')
  await open(page, `${evaluation}/cover`)
  return evaluation
}

test('a round is called after its year until somebody calls it something else', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/rounds/new')
  await page.getByRole('textbox', { name: /^年度/ }).fill('2041')
  await expect(page.getByLabel('任务名称')).toHaveValue('2041年度部门整体支出绩效自评')
  await page.getByLabel('任务名称').fill('示例任务')
  await page.getByRole('textbox', { name: /^年度/ }).fill('2042')
  await expect(page.getByLabel('任务名称')).toHaveValue('示例任务')
})

test('on paper the colours are those of the light, and the page says whose it is', async ({ page }) => {
  await openCover(page)
  const surface = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--surface').trim())
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await surface()).not.toBe('#ffffff')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  expect(await surface()).toMatch(/^#fff(fff)?$/)
  await expect(page.getByText(`${culture} 2023 年度`).first()).toBeVisible()
})

test('how a browser shows the pages is chosen beside the account, and a press beside the panel closes it', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  const summary = page.getByText('显示设置')
  const colours = page.getByLabel('颜色')
  await summary.click()
  await expect(colours).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click({ force: true })
  await expect(colours).toBeHidden()
  await summary.click()
  await colours.selectOption('深色')
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page).toHaveURL(/\/$/)
  await expect(colours).toBeHidden()
})

test('the number that was chosen is marked, and the list that it leads to comes into view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAsDemo(page, 'demo-reviewer')
  await open(page, '/dashboard/2023')
  const overdue = page.getByRole('link', { name: /^填报中/ })
  await overdue.click()
  await expect(page).toHaveURL(/#list$/)
  await expect(overdue).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('heading', { name: /^部门列表/ })).toBeInViewport()
})

test('Ctrl+S saves with the Caps Lock on too, and fields that take the focus are not under the bar that saves', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const evaluation = await openCover(page)
  await type(cell(page, '填报人'), `示例人 ${mark()}`)
  await page.keyboard.press('Control+S')
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()

  await open(page, `${evaluation}/funds`)
  await page.getByRole('main').getByRole('textbox').first().focus()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const under = await page.evaluate(() => {
      const focused = document.activeElement
      const bar = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '保存')?.parentElement
      // Behind the last field the keys leave the page.
      if (!(focused instanceof HTMLElement) || focused === document.body || !bar || bar.contains(focused)) return 0
      return focused.getBoundingClientRect().bottom - bar.getBoundingClientRect().top
    })
    expect(under).toBeLessThanOrEqual(0)
  }
  // Nothing is stopped at that does not scroll
  expect(await page.locator('section[tabindex]').count()).toBe(0)
})

test('a browser that is too old to show a page says so, and which one does, without scripts and styles', async ({ newBrowser }) => {
  const page = await newBrowser({ javaScriptEnabled: false })
  const sentence = page.getByText(/浏览器版本过低.*109 及以上版本/)
  await page.goto('/login')
  await expect(sentence).toBeHidden()
  await page.route('**/*.css*', (route) => route.fulfill({ contentType: 'text/css', body: '' }))
  await page.goto('/login')
  await expect(sentence).toBeVisible()
})

test('who checks for the department finds their step under its own name', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-approver')
  await open(page, `${await openEvaluation(page, culture, '2023')}/review`)
  await expect(page.getByRole('heading', { level: 1, name: '单位审核', exact: true })).toBeVisible()
  await expect(page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name: '单位审核' })).toBeVisible()
  await expect(page.getByRole('link', { name: '复核', exact: true })).toHaveCount(0)
})

test("of one's own two windows the second is not told of somebody else", async ({ page }) => {
  const evaluation = await openCover(page)
  const other = await page.context().newPage()
  await open(other, `${evaluation}/cover`)
  const letThrough = await holdSaves(page)
  await type(cell(page, '填报人'), `示例乙 ${mark()}`)
  await type(cell(other, '填报人'), `示例甲 ${mark()}`)
  await save(other)
  letThrough()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const conflict = page.getByRole('group', { name: '修改冲突' })
  await expect(conflict).toContainText('您在另一窗口中')
  await conflict.getByRole('button', { name: '采用另一窗口的' }).click()
  await expect(conflict).toHaveCount(0)
})

test('a character that no paper can show is refused at its cell', async ({ page }) => {
  await openCover(page)
  await type(cell(page, '填报人'), '张\u{e000}')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '填报人' })).toContainText('U+E000')
  await expect(cell(page, '填报人')).toHaveValue('张\u{e000}')
  await type(cell(page, '填报人'), `张 ${mark()}`)
  await save(page)
})

test('passwords that were just made stay in view until the page is left', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  const run = mark()
  const user = (letter: string) => ({
    loginName: `slip-${letter}-${run}`,
    name: `示例${letter}`,
    role: 'editor' as const,
    department: culture,
  })
  const first = await addUser(page, user('a'))
  await page.getByLabel('用户名').fill(user('b').loginName)
  await page.getByLabel('姓名').fill(user('b').name)
  await page.getByLabel('角色').selectOption({ index: 1 })
  await page.getByRole('button', { name: '建立账号' }).click()
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(user('b').loginName))
      .first(),
  ).toBeVisible()
  await expect(page.getByText(first)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(first)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await ready(page)
})

test('a password is copied by its button, also where the browser gives no clipboard', async ({ page, context }) => {
  await signInAsDemo(page, 'demo-administrator')
  const run = mark()
  for (const secure of [true, false]) {
    const name = `示例复制${secure ? '甲' : '乙'}${run}`
    const password = await addUser(page, { loginName: `copied-${secure}-${run}`, name, role: 'editor', department: culture })
    if (secure) await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // As a page without https sees it
    else await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))
    const button = page.getByRole('button', { name: `复制${name}的密码` })
    await button.click()
    await expect(button).toHaveText('已复制')
    const search = page.getByLabel('姓名')
    await search.fill('')
    await search.press('Control+V')
    await expect(search).toHaveValue(password)
  }
})

test('whoever has chosen a password of their own goes on to their work', async ({ page, newBrowser }) => {
  await signInAsDemo(page, 'demo-administrator')
  const loginName = `own-${mark()}`
  const given = await addUser(page, { loginName, name: '示例新人', role: 'editor', department: culture })
  const own = await newBrowser()
  await signInForTheFirstTime(own, { loginName, name: '示例新人', password: `own-password-${mark()}` }, given)
  await expect(own.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
})

test('what waits says how long, how well and how doubtful, the most urgent first', async ({ page }) => {
  await signInAsDemo(page, 'demo-district-reviewer')
  await open(page, '/')
  const waiting = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /年度/ }) })
    .filter({ hasText: '执行率' })
  const days = (await waiting.allInnerTexts()).map((text) => Number(/已逾期 ?([\d,]+) ?天/.exec(text)?.[1]?.replaceAll(',', '') ?? 0))
  expect(days.length).toBeGreaterThan(1)
  expect(days).toEqual(days.toSorted((one, other) => other - one))
  expect(days[0]).toBeGreaterThan(0)
  for (const text of await waiting.allInnerTexts()) expect(text).toMatch(/执行率 [\d.]+%[\s\S]*自评 [\d.]+ 分/)
})

test('the wheel over a list moves the page, and a box grows with what is typed in it', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 600 })
  const evaluation = await openCover(page)
  await open(page, `${evaluation}/funds`)
  const row = gridRows(page).first()
  await row.hover()
  const before = await page.evaluate(() => window.scrollY)
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before)

  await open(page, `${evaluation}/duties`)
  const box = page.getByRole('main').getByRole('textbox').first()
  const low = (await box.boundingBox())?.height ?? 0
  await box.click()
  for (let line = 0; line < 12; line += 1)
    await page.keyboard.insertText('一行不短的示例文字，写到一行写不下为止，好让格子长高，一行接着一行。')
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(low)
  await save(page)
  // Only the bar says it, not each cell
  await expect(page.getByText('已保存')).toHaveCount(1)
})

test('after a department was added the next one below the same is one click away', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  const name = `示例下一个${mark()}`
  await addDepartment(page, { name, code: mark(), parent: district })
  await page.getByRole('link', { name: '再建一个' }).click()
  await expect(page).toHaveURL(/\/departments\/new\?parent=/)
  await expect(page.getByRole('combobox', { name: '上级部门' })).toHaveValue(district)
})
