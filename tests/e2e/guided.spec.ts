import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { addDepartment, demoDepartment, demoName, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import {
  cell,
  confirm,
  gridCell,
  gridRows,
  mark,
  open,
  openEvaluation,
  openPart,
  openRound,
  openRow,
  save,
  type,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const name = `示例引导局${run}`

const tab = (page: Page, part: 'funds' | 'duties' | 'cover') =>
  page
    .getByRole('navigation', { name: '自评各部分' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: sectionLabels[part], exact: true }) })

/** The address of the cell that has the focus. */
const where = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('name'))

/** An evaluation in which nothing stands, in the hands of who fills it in. */
async function anEmptyOne(page: Page, newBrowser: () => Promise<Page>, year: string): Promise<string> {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  if (year === '2036') await addDepartment(atAdministrator, { name, code: `g${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year, name: `示例任务${run}`, scheme: /10\/50\/30\/10/, departments: [name] })
  await joinedBy(page, { loginName: `guided-${year}-${run}`, name: `示例填报${run}` }, 'editor', name)
  return openEvaluation(page, name, year)
}

test('nothing is called wrong before 校验 was asked for; then one walks from one place to the next', async ({ page, newBrowser }) => {
  const evaluation = await anEmptyOne(page, newBrowser, '2036')
  await expect(tab(page, 'funds')).toContainText(/已填 0\/\d+/)
  // F8 leads to the first place that is to be filled in, and behind the last of a form into the next
  await expect(page.getByRole('link', { name: '继续填报', exact: true })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: '＋ 添加职能', exact: true })).toBeFocused()
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.funds, exact: true })).toBeVisible()
  await expect.poll(() => where(page)).toMatch(/^funds\//)
  const brought = await where(page)
  await page.getByRole('button', { name: '下一处未填', exact: true }).click()
  await expect.poll(() => where(page)).toMatch(/^funds\//)
  expect(await where(page)).not.toBe(brought)
  await openPart(page, 'funds')
  const at = (address: string) => page.locator(`[id="${address}"]`)
  await typeInGrid(at('funds/total/adjustedBudget'), '100')
  await typeInGrid(at('funds/total/actualExpenditure'), '150')
  await page.keyboard.press('Control+Enter')
  await expect(tab(page, 'funds')).toContainText(/已填 2\/\d+/)
  await expect(page.getByRole('main')).not.toContainText('送审前须填写')
  await expect(tab(page, 'funds')).not.toContainText('待处理')

  // On to the next part that is not complete, from the last on with the first
  await typeInGrid(at('funds/general/adjustedBudget'), '100')
  await page.getByRole('button', { name: '保存并下一步' }).click()
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.goals, exact: true })).toBeVisible()

  await openPart(page, 'check')
  // What is only not filled in yet is called so, and no mistake
  const unfilled = page.locator('section').filter({ has: page.getByRole('heading', { name: /^未填（\d+）$/ }) })
  await expect(unfilled).toContainText('部门职能未填。')
  const wrong = page.locator('section').filter({ has: page.getByRole('heading', { name: /^错误（\d+）$/ }) })
  await expect(wrong.filter({ hasText: '未填' })).toHaveCount(0)
  await expect(tab(page, 'funds')).toContainText('待处理')
  await page.getByRole('link', { name: '逐条处理' }).click()
  const walk = page.getByRole('region', { name: '本页校验结果' })
  await expect(walk).toBeVisible()
  await open(page, `${evaluation}/funds`)
  await expect(walk.getByRole('status')).toContainText(/本页待处理 \d+ 处/)
  await page.keyboard.press('F8')
  const first = await where(page)
  expect(first).toMatch(/^funds\//)
  await page.keyboard.press('F8')
  expect(await where(page)).not.toBe(first)
  await page.keyboard.press('Shift+F8')
  expect(await where(page)).toBe(first)
  // From the first back to the part before
  await page.keyboard.press('Shift+F8')
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.duties, exact: true })).toBeVisible()

  // Lists in which nothing stands are each named once, and gone to each by itself
  await openPart(page, 'problems')
  await expect(walk.getByRole('button', { name: '存在的主要问题', exact: true })).toHaveCount(1)
  await expect(walk.getByRole('listitem')).toHaveText(['未填存在的主要问题', '未填下一步改进措施'])
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: '＋ 添加问题', exact: true })).toBeFocused()
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: '＋ 添加改进措施', exact: true })).toBeFocused()

  await openPart(page, 'cover')
  await expect(cell(page, '填报人')).toHaveValue(`示例填报${run}`)
})

test('what was handed in is taken back until the next person has opened it', async ({ page, newBrowser }) => {
  const department = demoDepartment('990204')
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, department, '2023')
  await open(page, `${evaluation}/check`)
  await confirm(page, '撤回', '确认撤回')
  await expect(page.getByText('已撤回，可以继续填写。')).toBeVisible()
  await confirm(page, '送审', '确认送审')
  await expect(page.getByText('已送审。')).toBeVisible()
  await expect(page.getByRole('button', { name: '撤回', exact: true })).toBeVisible()

  const approver = await signInAsDemo(await newBrowser(), 'demo-social-approver')
  await openEvaluation(approver, department, '2023')
  await confirm(page, '撤回', '确认撤回')
  const because = `${demoName('demo-social-approver')}已打开送审的内容，不能撤回`
  await expect(page.getByText(because).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText(because)).toBeVisible()
  await expect(page.getByRole('button', { name: '撤回', exact: true })).toHaveCount(0)
})

test('what was changed since the return is marked, with what it said', async ({ page }) => {
  await signInAsDemo(page, 'demo-street-editor')
  const evaluation = await openEvaluation(page, demoDepartment('990103'), '2023')
  await open(page, `${evaluation}/cover`)
  await expect(page.getByText('退回后已改')).toHaveCount(0)
  const phone = cell(page, '联系电话')
  const before = await phone.inputValue()
  await type(phone, `020-${run}`)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`送审时：${before === '' ? '（空）' : before}`)).toBeVisible()
  await expect(page.getByText('退回后本页已改 1 处')).toBeVisible()
  await type(phone, before)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('退回后已改')).toHaveCount(0)
})

test('indicators are taken from the 指标库 by initials and the keyboard alone, and a doubtful target says why', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, demoDepartment('990302'), '2023')
  await openPart(page, 'indicators')
  const rows = gridRows(page)
  const before = await rows.count()
  await page.getByRole('button', { name: '从指标库选择' }).focus()
  await page.keyboard.press('Enter')
  const library = page.getByRole('dialog', { name: '指标库' })
  await expect(library.getByRole('searchbox')).toBeFocused()
  // The arrow goes through what an input method offers, and does not leave the box
  const keys = await page.context().newCDPSession(page)
  await keys.send('Input.imeSetComposition', { text: 'lu deng', selectionStart: 7, selectionEnd: 7 })
  await page.keyboard.press('ArrowDown')
  await expect(library.getByRole('searchbox')).toBeFocused()
  await keys.send('Input.insertText', { text: '路灯亮' })
  await expect(library.getByRole('status')).toHaveText('找到 1 项，已选 0 项')
  await library.getByRole('searchbox').fill('')
  await page.keyboard.type('ldldl')
  await expect(library.getByRole('status')).toHaveText('找到 1 项，已选 0 项')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await library.getByRole('searchbox').fill('公厕')
  await expect(library.getByRole('option', { name: /公厕维护座数/ })).toBeVisible()
  await library.getByRole('option', { name: /公厕维护座数/ }).click()
  await expect(library.getByRole('status')).toContainText('已选 2 项')
  await library.getByRole('button', { name: '添加 2 项' }).click()
  await expect(library).toBeHidden()
  await expect(rows).toHaveCount(before + 2)
  const taken = rows.filter({ has: page.locator('[data-text="路灯亮灯率"]') })
  await expect(gridCell(taken, '年度指标值')).toHaveAttribute('data-text', '≥98%')
  await save(page)
  await page.reload()
  await expect(taken).toHaveCount(1)
  await openRow(taken)
  await typeInGrid(gridCell(taken, '年度指标值'), '明显提高')
  await expect(taken.getByText(/^不可衡量/)).toBeVisible()
})

test('nothing is said of what the 指标库 has before it has answered', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, demoDepartment('990302'), '2023')
  await openPart(page, 'indicators')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/library?**', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: '从指标库选择' }).click()
  await page.getByLabel(/^按名称、领域查找/).fill('zzqqxx')
  await expect(page.getByText('正在查找…')).toBeVisible()
  await page.waitForTimeout(500)
  await expect(page.getByText('没有找到相符的指标。')).toHaveCount(0)
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode(true).include('dialog[open]').analyze()).violations
  expect(await violations()).toEqual([])
  answer()
  await expect(page.getByText('没有找到相符的指标。')).toBeVisible()
  expect(await violations()).toEqual([])
})
