import { sectionLabels } from '@/lib/messages/section-labels'
import { sayTakenOver } from '@/tests/support/browser-database'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { confirm, mark, open, openEvaluation, openRound, save, tabTo } from '@/tests/support/browser-steps'
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
    // An indicator stands in one row
    await open(page, `${evaluation}/carry/indicators`)
    await expect(page.getByRole('columnheader')).toContainText(['一级指标', '二级指标', '三级指标', '年度指标值', '分值'])
    const cells = page.getByRole('row').nth(1).getByRole('cell')
    expect(await cells.count()).toBeGreaterThanOrEqual(4)
    await open(page, `${evaluation}/problems`)

    // What was wrong last year is gone through, and what still stands is this year's with one press
    const asked = page.locator('section').filter({ has: page.getByRole('heading', { name: '2023 年度存在的问题' }) })
    const said = await asked.getByRole('listitem').first().locator('p').first().innerText()
    const take = asked.getByRole('button', { name: /^仍然存在，列为本年问题/ })
    const open1 = await take.count()
    await tabTo(page, take.first())
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('问题 1', { exact: true })).toHaveValue(said)
    await expect(take).toHaveCount(open1 - 1)
    // On to the next of last year's, and behind the last to this year's
    await expect(open1 > 1 ? take.first() : page.getByLabel('问题 1', { exact: true })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(take).toHaveCount(open1)
    await expect(page.getByLabel('问题 1', { exact: true })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+y')
    await save(page)
    await page.reload()
    await expect(page.getByLabel('问题 1', { exact: true })).toHaveValue(said)
    await expect(asked.getByText('✓ 已列为本年问题')).toHaveCount(1)
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

test('where one hands in, the forms that nobody has confirmed are named, and confirmed at once', async ({ page }) => {
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, demoDepartment('990204'), '2023')
  await open(page, `${evaluation}/check`)
  await confirm(page, '撤回', '确认撤回')
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeVisible()
  await sayTakenOver(evaluation.split('/').at(-1) ?? '', { duties: 2022, goals: 2022 })
  await open(page, `${evaluation}/check`)
  await expect(page.getByText('2 个栏目沿用了上年内容，尚未确认')).toBeVisible()
  await expect(page.getByRole('button', { name: '送审', exact: true })).toHaveCount(0)
  const main = page.getByRole('main')
  for (const section of ['duties', 'goals'] as const)
    await expect(main.locator(`a[href$="/${section}"]`).filter({ hasText: sectionLabels[section] }).last()).toBeVisible()
  await page.getByRole('button', { name: '全部已核对，确认' }).press('Enter')
  await expect(page.getByText('尚未确认')).toHaveCount(0)
  // One goes on from there
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeFocused()
  await confirm(page, '送审', '确认送审')
  await expect(page.getByText('已送审。')).toBeVisible()
})
