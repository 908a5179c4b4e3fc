import type { Locator, Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { demoDepartment, demoName, joinedBy, type Person, signInAsDemo } from '@/tests/support/browser-people'
import {
  addRow,
  cell,
  figureCell,
  gridCell,
  gridRows,
  holdSaves,
  mark,
  open,
  openEvaluation,
  openPart,
  ready,
  save,
  tabTo,
  type,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, type NewBrowser, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')
const health = demoDepartment('990202')

const GENERAL = '一般公共预算财政拨款 · 全年预算数'
const general = (page: Page) => figureCell(page, 'general', 'adjustedBudget')
const fund = (page: Page) => figureCell(page, 'governmentFund', 'adjustedBudget')

/** Two people of one department with the same evaluation open. */
async function twoAtOnce(newBrowser: NewBrowser): Promise<{ mine: Page; theirs: Page; colleague: Person }> {
  const run = mark()
  const colleague: Person = { loginName: `colleague-${run}`, name: `示例同事${run}` }
  const mine = await signInAsDemo(await newBrowser(), 'demo-city-editor')
  const theirs = await joinedBy(await newBrowser(), colleague, 'editor', culture)
  for (const page of [mine, theirs]) await openEvaluation(page, culture, '2023')
  return { mine, theirs, colleague }
}

const conflictIn = (place: Page | Locator) => place.getByRole('group', { name: '修改冲突' })
const reload = (page: Page) => open(page, new URL(page.url()).pathname)
const pressSave = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

/** Adds a row and types into the cell that has the focus then. */
async function addTyped(page: Page, label: string, cells: Locator, text: string): Promise<void> {
  await addRow(page, label, cells)
  await expect(cells.last()).toBeFocused()
  await page.keyboard.type(text)
}

test('a figure that somebody else changed meanwhile is refused; both values are shown and either can be kept', async ({ newBrowser }) => {
  const { mine, theirs, colleague } = await twoAtOnce(newBrowser)
  for (const page of [mine, theirs]) await openPart(page, 'funds')

  const cents = String(Date.now() % 1000).padStart(3, '0')
  for (const { kept, first, second, third } of [
    { kept: '保留我的', first: `1,${cents}.11`, second: `2,${cents}.22`, third: '33.33' },
    { kept: '采用对方的', first: `4,${cents}.44`, second: `5,${cents}.55`, third: '66.66' },
  ]) {
    const letThrough = await holdSaves(mine)
    await typeInGrid(general(mine), second)
    await typeInGrid(fund(mine), third)
    await typeInGrid(general(theirs), first)
    await save(theirs)
    letThrough()
    await pressSave(mine)

    const conflict = conflictIn(mine)
    await expect(conflict).toContainText(colleague.name)
    await expect(conflict).toContainText(/20\d\d-\d\d-\d\d \d\d:\d\d/)
    await expect(conflict.locator('strong')).toHaveText([`${first} 万元`, `${second} 万元`])
    await expect(mine.getByRole('alert').filter({ hasText: GENERAL })).toBeFocused()
    await expect(mine.getByRole('status').filter({ hasText: `1 处未保存：${GENERAL}` })).toBeVisible()

    await conflict.getByRole('button', { name: kept, exact: true }).click()
    await expect(conflict).toHaveCount(0)
    const chosen = kept === '保留我的' ? second : first
    await expect(general(mine).locator('input')).toBeFocused()
    await expect(general(mine)).toHaveAttribute('data-text', chosen)
    if (kept === '保留我的') await save(mine)
    for (const page of [mine, theirs]) {
      await reload(page)
      await expect(general(page)).toHaveAttribute('data-text', chosen)
      await expect(fund(page)).toHaveAttribute('data-text', third)
    }
  }
})

test('a conflict that comes up leaves the focus where one types, and every key is kept', async ({ newBrowser }) => {
  const { mine, theirs } = await twoAtOnce(newBrowser)
  for (const page of [mine, theirs]) {
    await openPart(page, 'cover')
    await ready(page)
  }
  const run = mark()
  const letThrough = await holdSaves(mine)
  await type(cell(mine, '填报人'), `示例甲${run}`)
  const typed = cell(mine, '负责人')
  await typed.fill('')
  await typed.pressSequentially('示例')
  await type(cell(theirs, '填报人'), `示例乙${run}`)
  await save(theirs)
  letThrough()
  await typed.pressSequentially(`丙${run}丙${run}丙${run}丙${run}`, { delay: 30 })
  await expect(conflictIn(mine)).toBeVisible()
  await expect(typed).toBeFocused()
  await expect(typed).toHaveValue(`示例丙${run}丙${run}丙${run}丙${run}`)
})

test('two people in one form see what the other saved and where they are, and both are kept', async ({ newBrowser }) => {
  const { mine, theirs, colleague } = await twoAtOnce(newBrowser)
  for (const page of [mine, theirs]) {
    await openPart(page, 'cover')
    await ready(page)
  }
  const run = mark()
  await cell(theirs, '负责人').focus()
  await expect(mine.getByText(`${colleague.name} 正在此处`)).toBeVisible()
  await expect(mine.getByText(`${colleague.name} 也在填写本表`)).toBeVisible()
  await theirs.keyboard.press('ControlOrMeta+a')
  await theirs.keyboard.type(`示例乙${run}`)
  await type(cell(mine, '填报人'), `示例甲${run}`)
  await expect(cell(mine, '负责人')).toHaveValue(`示例乙${run}`)
  await expect(cell(theirs, '填报人')).toHaveValue(`示例甲${run}`)
  await openPart(theirs, 'goals')
  await expect(mine.getByText(`${colleague.name} 正在此处`)).toBeHidden()
})

test('texts and dates in conflict are shown as they are', async ({ newBrowser }) => {
  const { mine, theirs } = await twoAtOnce(newBrowser)
  for (const page of [mine, theirs]) await openPart(page, 'cover')
  const run = mark()
  const year = 2000 + (Date.now() % 99)
  const letThrough = await holdSaves(mine)
  await type(cell(mine, '负责人'), `示例甲${run}`)
  await type(mine.getByLabel('日期').first(), `${year}-06-01`)
  await type(cell(theirs, '负责人'), `示例乙${run}`)
  await type(theirs.getByLabel('日期').first(), `${year}年5月8日`)
  await save(theirs)
  letThrough()
  await pressSave(mine)
  const conflicts = conflictIn(mine)
  await expect(conflicts).toHaveCount(2)
  const shown = await conflicts.locator('strong').allInnerTexts()
  expect(shown.sort()).toEqual([`${year}-05-08`, `${year}-06-01`, `示例乙${run}`, `示例甲${run}`].sort())
  for (let left = 2; left > 0; left -= 1) {
    await conflicts.first().getByRole('button', { name: '保留我的' }).click()
    await expect(conflicts).toHaveCount(left - 1)
  }
  await save(mine)
  await reload(theirs)
  await expect(cell(theirs, '负责人')).toHaveValue(`示例甲${run}`)
})

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
