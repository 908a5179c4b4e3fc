import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addBureau, removeBureau } from '@/tests/support/browser-database'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { mark, open, openRound, pickScheme, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const BUREAU = '示例多所局'
const street = demoDepartment('990102')
const riverStreet = demoDepartment('990103')

const tree = (page: Page, name: string) => page.getByRole('treegrid', { name })
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
const focused = (page: Page) => page.locator(':focus')

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** `part`: while a list is open everything else is hidden from whoever listens, and leaving the list closes it. */
async function expectAccessible(page: Page, part = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(WCAG).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('the tree of departments is walked by the keyboard, and leads to each of them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/departments')
  await expect(tree(page, '部门')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const top = page.getByRole('row').first()
  await expect(top).toBeFocused()
  const all = await page.getByRole('row').count()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('row')).toHaveCount(all)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row').nth(1)).toBeFocused()

  await page.getByRole('searchbox').fill(street)
  await expect(page.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(rowOf(page, street)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveText(street)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(street)
})

test('one department is found by typing, and stays chosen when the form is refused', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/users/new')
  const box = page.getByRole('combobox', { name: '部门', exact: true })
  await expect(box).toBeVisible()
  await expectAccessible(page)
  await box.fill(street)
  await expect(page.getByRole('option')).toHaveCount(1)
  await expectAccessible(page, '[role=listbox]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(street)
  await expect(page.getByRole('listbox')).toHaveCount(0)

  // Whoever chose wrongly types over it: no key of it is lost, and the old name does not come back
  await box.press('ControlOrMeta+a')
  await box.pressSequentially('教育局', { delay: 100 })
  await expect(page.getByRole('option').first()).toContainText('教育局')
  await expect(box).toHaveValue('教育局')
  await page.keyboard.press('Escape')
  await page.getByLabel('姓名').focus()
  await expect(box).toHaveValue(street)

  await page.getByRole('button', { name: '建立账号' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '用户名' }).first()).toBeVisible()
  await expect(box).toHaveValue(street)
  await expect(page.locator('input[name=departmentId]')).toHaveValue(/.+/)

  // What was begun and not chosen is not taken for a choice
  await expect(async () => {
    // The list of what must be corrected takes the focus when it comes
    await box.fill('没有这样的部门')
    await expect(page.getByText('没有找到相符的部门。')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.getByLabel('姓名').focus()
  await expect(box).toHaveValue(street)
})

test('departments of a round are ticked by the space bar, and a whole part of the tree at once', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/rounds/new')
  const chosen = page.getByRole('status').filter({ hasText: /^已选 \d+ 个部门/ })
  await page.getByRole('searchbox').fill(street)
  const row = rowOf(page, street)
  await row.focus()
  await page.keyboard.press('Space')
  await expect(row.getByRole('checkbox')).toBeChecked()
  await expect(chosen).toContainText('已选 1 个部门')
  await expect(chosen).toContainText(street)
  await page.keyboard.press('Space')
  await expect(chosen).toContainText('已选 0 个部门')
  await page.getByRole('searchbox').fill('')
  await page
    .getByRole('button', { name: /^选择本级及下级/ })
    .first()
    .click()
  await expect(chosen).not.toContainText('已选 0 个部门')
  await expectAccessible(page)
})

test.describe('a bureau with a thousand units', () => {
  test.beforeAll(() => addBureau('9980', BUREAU, 1000))
  test.afterAll(() => removeBureau('9980'))

  test('is asked for as one comes to its rows, and only those in sight are in the page', async ({ page }) => {
    await signInAsDemo(page, 'demo-administrator')
    await open(page, '/departments')
    const bureau = rowOf(page, BUREAU)
    await bureau.scrollIntoViewIfNeeded()
    await bureau.focus()
    await page.keyboard.press('ArrowRight')
    await expect(rowOf(page, `${BUREAU}第1所`)).toBeVisible()
    const last = rowOf(page, `${BUREAU}第1000所`)
    await expect(async () => {
      await tree(page, '部门').evaluate((rows) => rows.scrollTo(0, rows.scrollHeight))
      await expect(last).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    expect(await page.getByRole('row').count()).toBeLessThan(60)

    // With the key held, and each level's end reached while more of it is on its way, the focus stays in the tree
    await bureau.scrollIntoViewIfNeeded().catch(() => undefined)
    await tree(page, '部门').evaluate((rows) => rows.scrollTo(0, 0))
    await bureau.focus()
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.down('End')
      await page.keyboard.down('End')
      if (presses % 4 === 3) await page.keyboard.up('End')
      expect(await tree(page, '部门').evaluate((rows) => rows.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.up('End')
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await ready(page)
  })
})

test('departments of one round follow different schemes, each group by its name', async ({ page }) => {
  const run = mark()
  await signInAsDemo(page, 'demo-administrator')
  await openRound(page, { year: '2035', name: `示例任务${run}`, scheme: /10\/50\/30\/10/, departments: [riverStreet] })

  await page.getByText('增加部门组', { exact: true }).first().click()
  await page.getByLabel('新部门组的名称').fill('镇街')
  await pickScheme(page.getByLabel('新部门组的评价方案'), /两大维度/)
  await page.getByRole('button', { name: '增加部门组' }).click()
  await expect(page.getByText('已增加“镇街”，可在下方为这一组补充部门。')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/其他部门：国家通用方案.*镇街：/)

  await pickScheme(page.getByRole('combobox', { name: /^部门组/ }), /^镇街（/)
  const picker = page.getByRole('group', { name: '部门' })
  await picker.getByRole('searchbox').fill(street)
  await picker.getByRole('row').filter({ hasText: street }).press('Space')
  await page.getByRole('button', { name: '补充部门' }).click()
  await expect(page.getByText('已为 1 个部门建立自评表。')).toBeVisible()
  await page.getByRole('link', { name: street, exact: true }).click()
  await expect(page.getByRole('main')).toContainText('两大维度')
})
