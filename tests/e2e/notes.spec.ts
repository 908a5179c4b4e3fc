import type { Page } from '@playwright/test'
import { NOTE_ANSWERED, NOTE_RESOLVED } from '@/lib/messages/labels'
import { sectionLabels } from '@/lib/messages/section-labels'
import { leaveNote } from '@/tests/support/browser-database'
import { type Account, addDepartment, addUser, demoDepartment, signInAsDemo, signInForTheFirstTime } from '@/tests/support/browser-people'
import { gridRows, mark, open, openEvaluation, openPart, openRound, tabTo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const civilAffairs = demoDepartment('990203')

test('each note of a return is marked as dealt with at its place, and that can be taken back', async ({ page }) => {
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, civilAffairs, '2023')
  const task = (part: 'funds' | 'indicators' | 'problems') =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: sectionLabels[part], exact: true }) })
  for (const part of ['funds', 'indicators', 'problems'] as const) await expect(task(part).last()).toContainText('批注 1')

  for (const { part, text } of [
    { part: 'funds', text: '请按项目列出构成' },
    { part: 'indicators', text: '请写明流标时间' },
    { part: 'problems', text: '未涉及资金支付进度' },
  ] as const) {
    await page.goto(evaluation)
    await openPart(page, part)
    const note = page.getByRole('listitem').filter({ hasText: text })
    await expect(note).toHaveCount(1)
    const button = note.getByRole('button', { name: /标记为已处理|改回未处理/ })
    await expect(button).toHaveText('标记为已处理')
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await expect(note).toContainText(NOTE_RESOLVED)
    await expect(button).toHaveText('改回未处理')
    await expect(button).toBeFocused()
    await open(page, page.url())
    await expect(note).toContainText(NOTE_RESOLVED)
  }
  await page.goto(evaluation)
  await expect(page.getByRole('main').getByText(/批注 \d/)).toHaveCount(0)

  await openPart(page, 'problems')
  await page.getByRole('button', { name: '改回未处理' }).click()
  await expect(page.getByRole('button', { name: '标记为已处理' })).toBeVisible()
  await page.goto(evaluation)
  await expect(task('problems').last()).toContainText('批注 1')
})

test('a note stands in the form also at a cell that is computed or has no box there', async ({ newBrowser }) => {
  const name = `示例街道${run}`
  const editor: Account = { loginName: `notes-${run}`, name: `示例填报${run}`, password: 'a-note-at-its-place' }
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name, code: `n${run}`, parent: '示例区' })
  const given = await addUser(atAdministrator, { ...editor, role: 'editor', department: name })
  await openRound(atAdministrator, { year: '2034', name: `示例任务${run}`, scheme: /两大维度/, departments: [name] })
  const page = await signInForTheFirstTime(await newBrowser(), editor, given)
  const evaluation = await openEvaluation(page, name, '2034')
  await openPart(page, 'indicators')
  const rowOf = (indicator: string) => gridRows(page).filter({ has: page.locator(`[data-text="${indicator}"]`) })
  const computed = rowOf('部门预算资金支出率')
  const bonus = rowOf('加分项')
  for (const { place, column, text } of [
    { place: computed, column: 'actual', text: '请核对全年执行数。' },
    { place: bonus, column: 'actual', text: '请附加分依据。' },
    { place: bonus, column: 'selfScoreGrounds', text: '请写明文件名称。' },
  ]) {
    const row = await place.getAttribute('data-grid-row')
    await leaveNote(evaluation.split('/').at(-1) ?? '', `indicators/${row}/${column}`, text)
    await open(page, page.url())
    const note = place.getByRole('listitem').filter({ hasText: text })
    await expect(note).toBeVisible()
    await note.getByRole('button', { name: /标记为已处理/ }).click()
    await expect(note).toContainText(`${NOTE_RESOLVED} ${editor.name}`)
  }
})

test('a note is answered at its place; the answer is kept while it is written', async ({ page, newBrowser }) => {
  const text = `已补充构成 ${mark()}`
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, civilAffairs, '2023')
  await openPart(page, 'funds')
  const note = (where: Page) => where.getByRole('listitem').filter({ hasText: '请按项目列出构成' })
  await note(page).getByRole('button', { name: '答复' }).click()
  await expect(note(page).getByLabel('答复')).toBeFocused()
  await page.keyboard.insertText(text)
  await page.waitForTimeout(1500)
  const elsewhere = await signInAsDemo(await newBrowser(), 'demo-social-editor')
  await open(elsewhere, `${evaluation}/funds`)
  await expect(note(elsewhere).getByLabel('答复')).toHaveValue(text)
  await note(elsewhere).getByRole('button', { name: '提交答复' }).click()
  await expect(note(elsewhere)).toContainText(`：${text}`)
  await expect(note(elsewhere)).toContainText(NOTE_ANSWERED)
  await open(elsewhere, elsewhere.url())
  await expect(note(elsewhere)).toContainText(text)
  await expect(note(elsewhere).getByRole('textbox')).toHaveCount(0)
})

test('letters that an input method still composes are not kept as an answer', async ({ page, newBrowser }) => {
  await signInAsDemo(page, 'demo-social-editor')
  const evaluation = await openEvaluation(page, civilAffairs, '2023')
  await openPart(page, 'indicators')
  const note = (where: Page) => where.getByRole('listitem').filter({ hasText: '请写明流标时间' })
  await note(page).getByRole('button', { name: '答复' }).click()
  const keys = await page.context().newCDPSession(page)
  await page.keyboard.insertText('已补充')
  await keys.send('Input.imeSetComposition', { text: 'shuo ming', selectionStart: 9, selectionEnd: 9 })
  await page.waitForTimeout(1500)
  const elsewhere = await signInAsDemo(await newBrowser(), 'demo-social-editor')
  await open(elsewhere, `${evaluation}/indicators`)
  await expect(note(elsewhere).getByRole('button', { name: '答复' })).toBeVisible()
  await keys.send('Input.insertText', { text: '说明' })
  await page.waitForTimeout(1500)
  await open(elsewhere, elsewhere.url())
  await expect(note(elsewhere).getByLabel('答复')).toHaveValue('已补充说明')
  await note(page).getByRole('button', { name: '不答复了' }).click()
})
