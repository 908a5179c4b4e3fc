import { sectionLabels } from '@/lib/messages/section-labels'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { mark, open, openEvaluation, openRound, tabTo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const emergency = demoDepartment('990303')

test('last year is taken over form by form with the keyboard, and marked until it is confirmed', async ({ newBrowser }) => {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  const name = `沿用任务${mark()}`
  await openRound(atAdministrator, { year: '2024', name, scheme: /10\/50\/30\/10/, departments: [emergency] })
  const round = new URL(atAdministrator.url()).pathname

  await test.step('looked at, taken over, confirmed', async () => {
    const page = await signInAsDemo(await newBrowser(), 'demo-city-editor')
    const evaluation = await openEvaluation(page, emergency, '2024')
    await open(page, `${evaluation}/duties`)
    await tabTo(page, page.getByRole('link', { name: '沿用 2023 年度内容' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: `沿用上年：${sectionLabels.duties}` })).toBeVisible()
    const first = await page.getByRole('row').nth(1).getByRole('cell').innerText()
    await tabTo(page, page.getByRole('button', { name: '沿用', exact: true }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/duties$/)
    await expect(page.getByRole('textbox').first()).toHaveValue(first)
    await expect(page.getByText('本页沿用了 2023 年度的内容，尚未确认')).toBeVisible()
    await open(page, evaluation)
    const task = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: sectionLabels.duties, exact: true }) })
    await expect(task.last()).toContainText('沿用待确认')
    await open(page, `${evaluation}/duties`)
    await tabTo(page, page.getByRole('button', { name: '已核对，确认' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('尚未确认')).toHaveCount(0)
    await expect(page.locator('main')).toBeFocused()
    await open(page, `${evaluation}/problems`)
    await expect(page.getByRole('heading', { name: '2023 年度存在的问题' })).toBeVisible()
  })

  await test.step('the department is given a date of its own, and taken out of the round', async () => {
    await open(atAdministrator, round)
    await atAdministrator.getByRole('link', { name: `期限与移出：${emergency}` }).click()
    // The page of the round has such a form too
    await expect(atAdministrator.getByRole('heading', { level: 1, name: emergency })).toBeVisible()
    // The last node that has a date: what comes behind an earlier one may not be due before it
    await atAdministrator.getByLabel('财政复核', { exact: true }).fill('2031年5月31日')
    await atAdministrator.getByRole('button', { name: '保存期限' }).click()
    await expect(atAdministrator.getByText('期限已保存。')).toBeVisible()
    await atAdministrator.getByRole('button', { name: '移出本任务' }).click()
    await atAdministrator.getByRole('dialog').getByRole('button', { name: '移出', exact: true }).click()
    await expect(atAdministrator.getByText('已移出本任务。')).toBeVisible()
    await expect(atAdministrator.getByText('您管理的部门尚未列入本任务')).toBeVisible()
    await atAdministrator.getByRole('button', { name: '作废任务' }).click()
    await atAdministrator.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
    await expect(atAdministrator.getByText('任务已作废。')).toBeVisible()
  })
})
