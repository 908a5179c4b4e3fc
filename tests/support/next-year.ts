import type { Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { jinhuaEvaluation as founding, jinhuaExplanations } from '@/prisma/seed/jinhua'
import { gridRows } from './browser-steps'
import { expect, test } from './browser-test'
import { countedKeys } from './counted-keys'

type Clipboard = { told: (text: string) => string; funds: string; actuals: string }

/**
 * The year after, by the keyboard: last year's was taken over, and what this year achieved and spent is filled in form by form and handed in. Gives what was pressed where.
 */
export async function theNextYear(
  page: Page,
  at: (section: keyof typeof sectionLabels) => Promise<void>,
  { told, funds, actuals }: Clipboard,
): Promise<string> {
  const { press, reach, skipTo, paste, count } = countedKeys(page)
  const begun = Date.now()
  const spent: string[] = []
  let before = 0
  const step = (section: keyof typeof sectionLabels, work: () => Promise<void>) =>
    test.step(`the next year: ${sectionLabels[section]}`, async () => {
      await at(section)
      await work()
      spent.push(`${sectionLabels[section]} ${count() - before}`)
      before = count()
    })
  const next = () => press('Alt+PageDown')

  await reach(/^部门整体收支/)
  await press('Enter')
  await step('funds', async () => {
    await skipTo(/^部门整体支出/)
    await press('ArrowRight')
    await paste(funds)
    await expect(page.locator('dl > div').filter({ hasText: '预算执行率' }).locator('dd').first()).toHaveText('100.31%')
    await press('Escape')
    await reach(/^年末结转和结余/)
    await paste('58.47')
    await reach(/^＋ 添加偏差说明$/)
    await press('Enter')
    await paste(founding.deviation.map(told).join(''))
    await next()
  })
  await step('goals', async () => {
    for (const { completion } of founding.goals) {
      await skipTo(/^完成情况/)
      await paste(told(completion))
    }
    await next()
  })
  await step('indicators', async () => {
    const actual = gridRows(page).first().locator('[data-label="实际完成值"]')
    await skipTo(/ 一级指标$/)
    for (let steps = 0; steps < 4; steps += 1) await press('ArrowRight')
    await expect(actual.getByRole('textbox')).toBeFocused()
    await paste(actuals)
    await expect(page.locator('dl > div').filter({ hasText: '总分' }).locator('dd').first()).toHaveText('97.67')
    await next()
  })
  await step('problems', async () => {
    await skipTo(/^仍然存在，列为本年问题/)
    for (const [index] of founding.problems.entries()) {
      await expect(page.getByRole('button', { name: `仍然存在，列为本年问题：上年问题 ${index + 1}`, exact: true })).toBeFocused()
      await press('Enter')
    }
    await next()
  })
  await step('cover', async () => {
    await skipTo(/^落款日期/)
    await paste('2025年5月29日')
    await next()
  })
  await step('check', async () => {
    await expect(page.getByRole('button', { name: '全部已核对，确认' })).toBeVisible()
    await expect(page.getByRole('button', { name: '送审', exact: true })).toHaveCount(0)
    for (let open = await page.getByRole('button', { name: '保存说明' }).count(); open > 0; open -= 1) {
      await skipTo(/^说明（/)
      await paste(jinhuaExplanations.F09 ?? '')
      await reach(/^保存说明$/)
      await press('Enter')
    }
    await reach(/^全部已核对，确认$/)
    await press('Enter')
    await reach(/^送审$/)
    await press('Enter')
    await reach(/^确认送审$/)
    await press('Enter')
    await expect(page.getByText('已送审。')).toBeVisible()
  })
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1)
  // By a workbook it is a quarter of it: see its story
  expect(count()).toBeLessThanOrEqual(230)
  return `${count()} in ${minutes} min: ${spent.join('，')}`
}
