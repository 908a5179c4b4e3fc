import { AxeBuilder } from '@axe-core/playwright'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { figureCell, gridCell, gridRows, open, openEvaluation, openPart, ready, save, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

test('amounts are shown and typed in 元 for who wants it so, and are kept the same', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, demoDepartment('990301'), '2023')
  await openPart(page, 'funds')
  const fund = figureCell(page, 'governmentFund', 'initialBudget')
  const before = (await figureCell(page, 'total', 'adjustedBudget').getAttribute('data-text')) ?? ''
  await page.getByRole('radio', { name: '元', exact: true }).check()
  const inYuan = `${(Number(before.replaceAll(',', '')) * 10_000).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
  await expect(figureCell(page, 'total', 'adjustedBudget')).toHaveAttribute('data-text', inYuan)
  await expect(page.getByRole('grid', { name: '部门整体支出（元）' })).toBeVisible()

  await typeInGrid(fund, '89886800.01')
  await page.keyboard.press('Enter')
  await save(page)
  await typeInGrid(fund, '1.005')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(fund).toContainText('金额以元计最多两位小数。')
  await expect(fund).toHaveAttribute('data-text', '1.005')
  await page.keyboard.press('Control+z')
  await expect(fund).toHaveAttribute('data-text', '89,886,800.01')
  await save(page)
  // Nothing but what was typed has changed by showing the others so
  await page.reload()
  await ready(page)
  await expect(fund).toHaveAttribute('data-text', '89,886,800.01')
  await openPart(page, 'tasks')
  const task = gridCell(gridRows(page).first(), '预算金额（元）')
  await typeInGrid(task, '=1000000+500')
  await page.keyboard.press('Enter')
  await expect(task).toHaveAttribute('data-text', '1000500')
  await save(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${evaluation}/funds`)
  await expect(page.getByRole('radio', { name: '元', exact: true })).toBeChecked()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('main').analyze()
  expect(violations).toEqual([])
  // A figure stands in the line of its name, at the right, and a line parts it from the next
  const [box, words] = await Promise.all([fund.boundingBox(), fund.locator('.grid-text').first().boundingBox()])
  expect((words?.y ?? 0) - (box?.y ?? 0)).toBeLessThan(12)
  expect(await fund.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px')
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('radio', { name: '万元' }).check()
  await expect(fund).toHaveAttribute('data-text', '8,988.680001')
  await openPart(page, 'tasks')
  await expect(gridCell(gridRows(page).first(), '预算金额（万元）')).toHaveAttribute('data-text', '100.05')
})
