import { NOTE_RESOLVED, sectionLabels } from '@/lib/messages/labels'
import { demoDepartment, openEvaluation, openPart, signInAsDemo, tabTo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const civilAffairs = demoDepartment('990203')

test('each note of a return is marked as dealt with at its place, and that can be taken back', async ({ page }) => {
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, civilAffairs, '2023')
  const task = (part: 'funds' | 'indicators' | 'problems') =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: sectionLabels[part], exact: true }) })
  for (const part of ['funds', 'indicators', 'problems'] as const) await expect(task(part).last()).toContainText('退回意见 1')

  for (const { part, text } of [
    { part: 'funds', text: '请按项目列出构成' },
    { part: 'indicators', text: '请写明流标时间' },
    { part: 'problems', text: '未涉及资金支付进度' },
  ] as const) {
    await page.goto(evaluation)
    await openPart(page, part)
    const note = page.getByRole('listitem').filter({ hasText: text })
    await expect(note).toHaveCount(1)
    const button = note.getByRole('button')
    await expect(button).toHaveText('标记为已处理')
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await expect(note).toContainText(NOTE_RESOLVED)
    await expect(button).toHaveText('改回未处理')
    await expect(button).toBeFocused()
    await page.reload()
    await expect(note).toContainText(NOTE_RESOLVED)
  }
  await page.goto(evaluation)
  await expect(page.getByRole('main').getByText(/退回意见 \d/)).toHaveCount(0)

  await openPart(page, 'problems')
  await page.getByRole('button', { name: '改回未处理' }).click()
  await expect(page.getByRole('button', { name: '标记为已处理' })).toBeVisible()
  await page.goto(evaluation)
  await expect(task('problems').last()).toContainText('退回意见 1')
})
