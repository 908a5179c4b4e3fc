import type { Page } from '@playwright/test'
import { conflictIn, pressSave, reload, twoAtOnce } from '@/tests/support/browser-conflicts'
import { cell, figureCell, holdSaves, mark, openPart, ready, save, type, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const GENERAL = '一般公共预算财政拨款 · 全年预算数'
const general = (page: Page) => figureCell(page, 'general', 'adjustedBudget')
const fund = (page: Page) => figureCell(page, 'governmentFund', 'adjustedBudget')

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
