import type { Locator, Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { conflictIn, pressSave, reload, twoAtOnce } from '@/tests/support/browser-conflicts'
import { demoDepartment, demoName, signInAsDemo } from '@/tests/support/browser-people'
import { addRow, gridCell, gridRows, holdSaves, mark, openPart, ready, save, tabTo, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const health = demoDepartment('990202')

/** Adds a row and types into the cell that has the focus then. */
async function addTyped(page: Page, label: string, cells: Locator, text: string): Promise<void> {
  await addRow(page, label, cells)
  await expect(cells.last()).toBeFocused()
  await page.keyboard.type(text)
}

test('ties in conflict are shown by the measures they lead to, and chosen by keyboard', async ({ newBrowser }) => {
  const { mine, theirs, colleague } = await twoAtOnce(newBrowser)
  await openPart(theirs, 'problems')
  const run = mark()
  await addTyped(theirs, '添加问题', theirs.getByLabel(/^问题 \d+$/), '支付进度偏慢。')
  const measures = theirs.getByLabel(/^措施 \d+$/)
  for (const text of [`按月调度${run}`, `年初细化${run}`]) {
    await addTyped(theirs, '添加改进措施', measures, text)
  }
  await save(theirs)
  await openPart(mine, 'problems')
  const ties = (page: Page) => page.getByRole('group', { name: /^问题 \d+ 对应的改进措施$/ }).last()
  const box = (page: Page, text: string) => ties(page).getByRole('checkbox', { name: text })

  for (const choice of ['采用对方的', '保留我的']) {
    const [first, second] = choice === '采用对方的' ? [`按月调度${run}`, `年初细化${run}`] : [`年初细化${run}`, `按月调度${run}`]
    const letThrough = await holdSaves(mine)
    await box(mine, second ?? '').check()
    await box(theirs, first ?? '').check()
    await save(theirs)
    letThrough()
    await pressSave(mine)
    const conflict = conflictIn(ties(mine))
    await expect(conflict).toContainText(colleague.name)
    await expect(conflict.locator('strong').first()).toContainText(first ?? '')
    await expect(conflict.locator('strong').last()).toContainText(second ?? '')
    await expect(conflict).not.toContainText(/[a-z0-9]{20}/)

    const summary = mine.getByRole('alert').filter({ hasText: '对应的改进措施：已另有修改' })
    await expect(summary).toBeFocused()
    await mine.keyboard.press('Tab')
    await mine.keyboard.press('Enter')
    await expect(ties(mine)).toBeFocused()
    await tabTo(mine, conflict.getByRole('button', { name: choice }))
    await mine.keyboard.press('Enter')
    await expect(conflict).toHaveCount(0)
    await expect(ties(mine)).toBeFocused()
    if (choice === '采用对方的') {
      await expect(box(mine, first ?? '')).toBeChecked()
      await expect(box(mine, second ?? '')).not.toBeChecked()
      await box(theirs, first ?? '').uncheck()
      await save(theirs)
      await reload(mine)
    } else {
      await save(mine)
      await reload(theirs)
      await expect(box(theirs, first ?? '')).not.toBeChecked()
      await expect(box(theirs, second ?? '')).toBeChecked()
    }
  }

  const problem = mine.getByLabel(/^问题 \d+$/).last()
  const letThrough = await holdSaves(mine)
  await type(problem, '支付进度仍偏慢。')
  await theirs
    .getByRole('button', { name: /^删除问题 \d+$/ })
    .last()
    .click()
  await theirs.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(theirs.getByRole('dialog')).toBeHidden()
  await expect(theirs.getByLabel(/^问题 \d+$/)).toHaveCount((await mine.getByLabel(/^问题 \d+$/).count()) - 1)
  await expect(theirs.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
  letThrough()
  await pressSave(mine)
  const removed = mine.getByText('以下内容所在的行已被他人删除').locator('..').locator('..')
  await expect(removed).toContainText('支付进度仍偏慢。')
  await expect(removed).toContainText(`${colleague.name}`)
})

test("an indicator's task in conflict is shown by the names of the tasks", async ({ newBrowser }) => {
  const { mine, theirs } = await twoAtOnce(newBrowser)
  await openPart(theirs, 'tasks')
  const run = mark()
  const names = [`示例任务甲${run}`, `示例任务乙${run}`]
  for (const name of names) {
    await addRow(theirs, '添加重点工作任务', gridRows(theirs))
    await theirs.keyboard.type(name)
  }
  await save(theirs)
  await openPart(theirs, 'indicators')
  await addRow(theirs, '添加指标', gridRows(theirs))
  await theirs.keyboard.type(`示例指标${run}`)
  await save(theirs)
  await openPart(mine, 'indicators')
  const row = (page: Page) => gridRows(page).filter({ has: page.locator(`[data-text="示例指标${run}"]`) })
  const task = (page: Page) => gridCell(row(page), '所属重点工作任务')
  const choose = async (page: Page, name: string) => {
    await task(page).click()
    const list = task(page).getByRole('combobox')
    await list.selectOption(await list.getByRole('option', { name }).getAttribute('value'))
  }
  const letThrough = await holdSaves(mine)
  await choose(mine, names[1] ?? '')
  await choose(theirs, names[0] ?? '')
  await save(theirs)
  letThrough()
  await pressSave(mine)
  await expect(conflictIn(mine).locator('strong')).toHaveText(names.map((name) => new RegExp(`^\\d+\\. ${name}$`)))
  await conflictIn(mine).getByRole('button', { name: '采用对方的' }).click()
  await expect(task(mine).getByRole('combobox')).toBeFocused()
  await expect(task(mine).locator('option:checked')).toHaveText(new RegExp(`${names[0]}$`))
})

test('of two reviewers who score one indicator the second sees both scores and chooses', async ({ newBrowser }) => {
  const mine = await signInAsDemo(await newBrowser(), 'demo-reviewer')
  const theirs = await signInAsDemo(await newBrowser(), 'demo-district-reviewer')
  for (const page of [mine, theirs]) {
    await page
      .getByRole('link', { name: new RegExp(`^${health} 2023`) })
      .first()
      .click()
    await page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name: sectionLabels.review, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: sectionLabels.review })).toBeVisible()
    await ready(page)
  }
  const row = (page: Page) => page.locator('li[id^="indicators/"]').first()
  const give = async (page: Page, score: string, grounds: string) => {
    const form = row(page)
    if (!(await form.getByLabel('复核分（分）').isVisible()))
      await form
        .getByText(/^(另给)?复核分$/)
        .first()
        .click()
    await form.getByLabel('复核分（分）').fill(score)
    await form.getByLabel('复核依据').fill(grounds)
    await form.getByRole('button', { name: '保存复核分' }).click()
  }
  const run = mark()
  const tenth = 1 + (Date.now() % 9)
  for (const { choice, first, second } of [
    { choice: '采用对方的', first: `1.${tenth}`, second: `2.${tenth}` },
    { choice: '保留我的', first: `3.${tenth}`, second: `4.${tenth}` },
  ]) {
    const said = (score: string, by: string) => [`复核分 ${score}`, `复核依据 ${by}${run}${choice}`]
    await give(theirs, first, `依据乙${run}${choice}`)
    await expect(row(theirs).getByText('已保存。')).toBeVisible()
    await give(mine, second, `依据甲${run}${choice}`)
    const conflict = conflictIn(row(mine))
    await expect(conflict).toContainText(demoName('demo-district-reviewer'))
    const shown = await conflict.locator('strong').allInnerTexts()
    expect(shown.map((text) => text.split('\n'))).toEqual([said(first, '依据乙'), said(second, '依据甲')])
    await conflict.getByRole('button', { name: choice }).click()
    await expect(conflict).toHaveCount(0)
    await expect(row(mine).getByRole('form')).toBeFocused()
    const kept = choice === '保留我的' ? '依据甲' : '依据乙'
    await expect(row(mine).getByLabel('复核依据')).toHaveValue(`${kept}${run}${choice}`)
    await reload(mine)
    await reload(theirs)
    await expect(row(theirs).getByLabel('复核依据')).toHaveValue(`${kept}${run}${choice}`)
  }

  // Only the score was changed by the one and only the grounds by the other: still one pair against the other
  const grounds = `依据甲${run}保留我的`
  await give(theirs, `5.${tenth}`, grounds)
  await expect(row(theirs).getByText('已保存。')).toBeVisible()
  await give(mine, `4.${tenth}`, `另据${run}`)
  const strong = conflictIn(row(mine)).locator('strong')
  await expect(strong).toHaveText([`复核分 5.${tenth}\n复核依据 ${grounds}`, `复核分 4.${tenth}\n复核依据 另据${run}`])
  await reload(theirs)
  await expect(row(theirs).getByLabel('复核分（分）')).toHaveValue(`5.${tenth}`)
  await expect(row(theirs).getByLabel('复核依据')).toHaveValue(grounds)
})
