import type { Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { jinhuaEvaluation as founding, jinhuaExplanations } from '@/prisma/seed/jinhua'
import { gridRows } from './browser-steps'
import { expect, test } from './browser-test'
import { countedKeys } from './counted-keys'
import type { foundingClipboard } from './founding-clipboard'

type Clipboard = Pick<ReturnType<typeof foundingClipboard>, 'told' | 'nextYear'>

/**
 * The year after, by the keyboard: last year's was taken over, and what this year achieved and spent comes as blocks of a workbook, whose rows have
 * names and an order of their own. F8 leads from place to place. Gives what was pressed where.
 */
export async function theNextYear(
  page: Page,
  at: (section: keyof typeof sectionLabels) => Promise<void>,
  { told, nextYear }: Clipboard,
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
  const onward = () => press('F8')
  const here = (address: RegExp) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('name'))).toMatch(address)

  await skipTo(/^年度重点工作任务/)
  await press('Enter')
  await step('tasks', async () => {
    await skipTo(/ 任务名称$/)
    await paste(nextYear.tasks)
    await expect(gridRows(page).first().locator('[data-cell="expenditure"]')).toHaveAttribute('data-text', '100')
    await onward()
  })
  await step('indicators', async () => {
    await here(/^indicators\/.*\/actual$/)
    await paste(nextYear.actuals)
    await expect(gridRows(page).last().locator('[data-cell="actual"]')).not.toHaveAttribute('data-text', '')
    await onward()
  })
  await step('problems', async () => {
    for (const [index] of founding.problems.entries()) {
      await expect(page.getByRole('button', { name: `仍然存在，列为本年问题：上年问题 ${index + 1}`, exact: true })).toBeFocused()
      await press('Enter')
    }
    await onward()
  })
  await step('cover', async () => {
    await here(/^cover\/date$/)
    await paste('2025年5月29日')
    await onward()
  })
  await step('funds', async () => {
    await here(/^funds\//)
    await paste(nextYear.funds)
    await expect(page.locator('dl > div').filter({ hasText: '预算执行率' }).locator('dd').first()).toHaveText('100.31%')
    await press('Escape')
    await reach(/^年末结转和结余/)
    await paste('58.47')
    await reach(/^＋ 添加偏差说明$/)
    await press('Enter')
    await paste(founding.deviation.map(told).join(''))
    await onward()
  })
  await step('goals', async () => {
    for (const { completion } of founding.goals) {
      await here(/^goals\/.*\/completion$/)
      await paste(told(completion))
      await onward()
    }
  })
  await step('check', async () => {
    await expect(page.getByRole('button', { name: '全部已核对，确认' })).toBeVisible()
    await expect(page.getByRole('button', { name: '送审', exact: true })).toHaveCount(0)
    await expect(page.locator('dl').filter({ hasText: '总分' })).toContainText('97.67')
    for (let open = await page.getByRole('button', { name: '保存说明' }).count(); open > 0; open -= 1) {
      await onward()
      await paste(jinhuaExplanations.F09 ?? '')
      await reach(/^保存说明$/)
      await press('Enter')
    }
    await onward()
    await expect(page.getByRole('button', { name: '全部已核对，确认' })).toBeFocused()
    await press('Enter')
    await expect(page.getByRole('button', { name: '送审', exact: true })).toBeVisible()
    await onward()
    await press('Enter')
    await reach(/^确认送审$/)
    await press('Enter')
    await expect(page.getByText('已送审。')).toBeVisible()
  })
  expect(count()).toBeLessThanOrEqual(80)
  return `${count()} in ${((Date.now() - begun) / 60_000).toFixed(1)} min: ${spent.join('，')}`
}
