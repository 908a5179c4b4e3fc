import type { Page } from '@playwright/test'
import { NOTE_KEPT } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { mark, open, openEvaluation, ready, tabTo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

/** An evaluation that waits for 财政复核, as its reviewer reads it. */
async function openReview(page: Page): Promise<void> {
  await signInAsDemo(page, 'demo-reviewer')
  const evaluation = await openEvaluation(page, demoDepartment('990202'), '2023')
  await open(page, `${evaluation}/review`)
}

test('a note is finished by the next key and deleted only after a question', async ({ page }) => {
  await openReview(page)
  const place = '重点工作任务 1 · 预算金额'
  await page.getByRole('button', { name: `批注：${place}`, exact: true }).click()
  const box = page.getByLabel(`对“${place}”的批注`)
  await expect(box).toBeFocused()
  const kept = page.waitForResponse((response) => response.request().method() === 'POST')
  await box.fill('请核对预算金额。')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await expect(page.getByText(`${NOTE_KEPT}：请核对预算金额。`)).toBeVisible()
  const again = page.getByRole('button', { name: `修改批注：${place}`, exact: true })
  await expect(again).toBeFocused()
  await kept
  await page.reload()
  await ready(page)
  await again.click()
  await expect(box).toHaveValue('请核对预算金额。')
  const remove = page.getByRole('button', { name: '删除批注' })
  await tabTo(page, remove)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await expect(box).toHaveValue('请核对预算金额。')
  await remove.click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('button', { name: `批注：${place}`, exact: true })).toBeFocused()
  await expect(page.getByText('请核对预算金额。')).toHaveCount(0)
})

test('a note below a figure leaves the figures where they stand', async ({ page }) => {
  await openReview(page)
  const funds = page.getByRole('region', { name: '部门整体收支（万元）' })
  const places = () =>
    funds
      .locator('tbody tr')
      .nth(1)
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().right)))
  const before = await places()
  await funds.getByRole('button', { name: /^批注/ }).nth(2).click()
  await expect(funds.getByRole('textbox')).toBeVisible()
  expect(await places()).toEqual(before)
})

test('all that is wrong with a review score is said at once', async ({ page }) => {
  await openReview(page)
  // Other tests give 复核分 to some rows of it.
  const row = page.locator('li[id^="indicators/"]').filter({ hasText: '另给复核分' }).last()
  await row.getByText('另给复核分').click()
  await row.getByLabel('复核分（分）').fill('99')
  await row.getByRole('button', { name: '保存复核分' }).click()
  await expect(row.getByText(/^错误：复核分不能超过本项分值/)).toBeVisible()
  await expect(row.getByText(`错误：${refusalSentence({ code: 'grounds-required' })}`)).toBeVisible()
  await expect(row.getByLabel('复核分（分）')).toHaveValue('99')
})

test('whoever may not act learns the reason that holds', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  const real = await openEvaluation(page, '广州市荔湾区人民政府金花街道办事处', '2023')
  await open(page, `${real}/review`)
  await expect(page.getByText(refusalSentence({ code: 'reconstructed-never-published' }))).toBeVisible()
  const locked = await openEvaluation(page, demoDepartment('990302'), '2023')
  await open(page, `${locked}/duties`)
  await expect(page.getByText(`本页只读：由${demoDepartment('990302')}的填报人填写，现为“填报中”。`)).toBeVisible()
})

test('what the list is not narrowed by does not stand in the address', async ({ page }) => {
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/dashboard/2023')
  await page.getByLabel('状态').selectOption({ label: '填报中' })
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page).toHaveURL(/\/dashboard\/2023\?status=draft#list$/)
})

test('what is being written in a review is there on another machine, and goes with the step', async ({ page, newBrowser }) => {
  const text = `请补充台账 ${mark()}`
  await openReview(page)
  await page.getByRole('button', { name: '批注：部门职能', exact: true }).click()
  await page.getByLabel('对“部门职能”的批注').fill(text)
  await page.getByLabel('复核意见').fill(text)
  await page.getByLabel('退回理由').fill(text)
  // No button is pressed: a pause is enough
  await page.waitForTimeout(1500)
  const elsewhere = await newBrowser()
  await openReview(elsewhere)
  await expect(elsewhere.getByText(`${NOTE_KEPT}：${text}`)).toBeVisible()
  await expect(elsewhere.getByLabel('复核意见')).toHaveValue(text)
  await expect(elsewhere.getByLabel('退回理由')).toHaveValue(text)
  await elsewhere.getByRole('button', { name: '复核通过', exact: true }).click()
  const dialog = elsewhere.getByRole('dialog')
  await expect(dialog).toContainText(/复核结果：[\d.]+ 分/)
  await expect(dialog).toContainText(/您写的 \d+ 条批注和答复随本次办理一并送达/)
  await dialog.getByRole('button', { name: '取消' }).click()
  await elsewhere.getByRole('button', { name: '修改批注：部门职能', exact: true }).click()
  await elsewhere.getByRole('button', { name: '删除批注' }).click()
  await elsewhere.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  for (const label of ['复核意见', '退回理由']) await elsewhere.getByLabel(label).fill('')
  await elsewhere.waitForTimeout(1500)
  await openReview(page)
  await expect(page.getByText(text)).toHaveCount(0)
})

test.describe('without a connection', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] })

  test('what is being written says that it is not kept, and is kept once there is one', async ({ page, newBrowser }) => {
    const text = `请核对数据 ${mark()}`
    await openReview(page)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '批注：部门职能', exact: true }).click()
    await page.getByLabel('对“部门职能”的批注').fill(text)
    const told = page.getByRole('status').filter({ hasText: '未保存到服务器' })
    await expect(told).toBeInViewport()
    await page.context().setOffline(false)
    await expect(told).toHaveCount(0)
    const elsewhere = await newBrowser()
    await openReview(elsewhere)
    await expect(elsewhere.getByText(`${NOTE_KEPT}：${text}`)).toBeVisible()
    await elsewhere.getByRole('button', { name: '修改批注：部门职能', exact: true }).click()
    await elsewhere.getByLabel('对“部门职能”的批注').fill('')
    await elsewhere.getByRole('button', { name: '删除批注' }).click()
    await elsewhere.waitForTimeout(1500)
  })
})
