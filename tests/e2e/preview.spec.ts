import type { Page } from '@playwright/test'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { gridRows, mark, open, openEvaluation, openPart, ready, save } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const emergency = demoDepartment('990303')
const pane = (page: Page) => page.getByRole('complementary', { name: '版面预览' })
const inHand = (page: Page) => pane(page).locator('[data-in-hand]')

test('the paper stands beside the form, at what is being filled in, and follows what is saved', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, emergency, '2023')
  await openPart(page, 'duties')
  await page.getByRole('button', { name: '版面预览' }).press('Enter')
  await expect(inHand(page)).toHaveText(/部门职能$/)

  const box = page.getByRole('main').getByRole('textbox').first()
  const duty = (await box.inputValue()).slice(0, 10)
  await box.focus()
  await expect(inHand(page)).toContainText(duty)
  await expect(inHand(page)).toBeInViewport()
  const added = `示例职能${mark()}`
  await box.press('ControlOrMeta+End')
  await page.keyboard.type(added)
  await save(page)
  await expect(pane(page).getByText(added)).toBeVisible()

  // What was typed is found once it is printed, and the lines of the cover at the end
  await box.fill(`${added}，另起一句`)
  await save(page)
  await expect(inHand(page)).toHaveText(new RegExp(`${added}，另起一句$`))
  await openPart(page, 'cover')
  await page.getByLabel('落款日期').fill('2024-03-18')
  await save(page)
  await expect(inHand(page)).toContainText('2024年3月18日')

  // It is still wanted on other pages and another day, where there is room
  await page.reload()
  await ready(page)
  await openPart(page, 'indicators')
  const rows = gridRows(page)
  const name = (await rows.nth(2).locator('[data-label="三级指标"]').getAttribute('data-text')) ?? ''
  await rows.nth(2).locator('[data-label="三级指标"]').click()
  await expect(inHand(page)).toContainText(name)
  await expect(inHand(page)).toBeInViewport()
  const [grid, aside] = await Promise.all([page.getByRole('grid').locator('..').boundingBox(), pane(page).boundingBox()])
  expect((grid?.x ?? 0) + (grid?.width ?? 0)).toBeLessThanOrEqual(aside?.x ?? 0)
  await page.setViewportSize({ width: 1000, height: 768 })
  await expect(pane(page)).toHaveCount(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '关闭版面预览' }).click()
  await expect(pane(page)).toHaveCount(0)

  // Without it the table of indicators begins in the upper half of the window
  await open(page, `${evaluation}/indicators`)
  const first = await gridRows(page).first().boundingBox()
  expect(first?.y).toBeLessThan(540)
})

test('which columns stand beside the cells is remembered', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, emergency, '2023')
  await open(page, `${evaluation}/indicators`)
  const shown = page.getByRole('checkbox', { name: '显示上年完成值' })
  await shown.check()
  await expect(page.getByRole('columnheader', { name: '上年完成值' })).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(shown).toBeChecked()
  await expect(page.getByRole('columnheader', { name: '上年完成值' })).toBeVisible()
})
