import type { Page } from '@playwright/test'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'
import { mark, open, ready, signInAsDemo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const name = `示例市方案${run}`
const national = '国家通用方案（10/50/30/10）'

const maxScore = (page: Page, dimension: number) => page.locator(`[id="scheme-dimensions/${dimension}/maxScore"]`)
/** What the year's departments had, as the trial shows it. */
const totalsOfTheYear = (page: Page) => page.getByRole('table').locator('tbody tr td:nth-of-type(2)').allInnerTexts()

async function tryOn2022(page: Page): Promise<void> {
  await page.getByRole('link', { name: '试算', exact: true }).click()
  await ready(page)
  await page.getByLabel('年度', { exact: true }).selectOption('2022')
  await page.getByRole('button', { name: '试算' }).click()
  await expect(page).toHaveURL(/year=2022/)
}

test('an administrator copies a scheme, is refused a wrong sum, mends it, tries it on 2022 and publishes it', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/schemes')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: national, exact: true }) })
  await expect(row).toContainText(UNVERIFIED_MARK)
  await row.getByRole('link', { name: /^复制/ }).click()
  await page.getByLabel(/作为新方案/).check()
  await page.getByLabel('方案名称').fill(name)
  await page.getByLabel('方案编号').fill(`example-${run}`)
  await page.getByRole('button', { name: '复制并修改' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`修改 ${name}`)
  await ready(page)

  await maxScore(page, 0).fill('60')
  await page.getByRole('button', { name: '保存草稿' }).click()
  const refused = page.getByRole('alert').filter({ hasText: '以下内容需要更正' })
  await expect(refused).toContainText('分值合计 110 分，超过应有的 100 分')
  await expect(refused).toBeFocused()
  await expect(maxScore(page, 0)).toHaveValue('60')
  await expect(page.getByLabel('等级', { exact: true }).nth(3)).toHaveValue('poor')

  await maxScore(page, 1).fill('２０')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByText('草稿已保存。')).toBeVisible()
  await page.getByRole('link', { name: '返回' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('草稿')
  await ready(page)

  await tryOn2022(page)
  await expect(page.getByText(/共 \d+ 个部门，可以比较 \d+ 个：[1-9]\d* 个总分变化/)).toBeVisible()
  const before = await totalsOfTheYear(page)
  await page
    .getByRole('navigation', { name: '位置' })
    .getByRole('link', { name: `${name} 第 1 版` })
    .click()
  await expect(page.getByRole('button', { name: '发布' }).first()).toBeVisible()
  await ready(page)
  await page.getByRole('button', { name: '发布' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已发布')
  await expect(page.getByRole('link', { name: '修改' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '删除草稿' })).toHaveCount(0)

  // What was evaluated under the old scheme stays as it was.
  await tryOn2022(page)
  expect(await totalsOfTheYear(page)).toEqual(before)

  await open(page, '/schemes')
  await page.getByLabel('原方案').selectOption({ label: `${national} 第 1 版` })
  await page.getByLabel('比较方案').selectOption({ label: `${name} 第 1 版` })
  await page.getByRole('button', { name: '比较', exact: true }).click()
  await expect(page.getByRole('row', { name: /一级指标 · 产出指标 · 分值/ })).toContainText('60')
})

test.describe('others', () => {
  test.use({ expectedComplaints: [/404/] })
  test('find no scheme pages', async ({ page }) => {
    await signInAsDemo(page, 'demo-reviewer')
    await page.goto('/schemes')
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('评价方案')
  })
})
