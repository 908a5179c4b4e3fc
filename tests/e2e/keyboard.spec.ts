import type { CDPSession, Page } from '@playwright/test'
import { stateLabel } from '@/lib/messages/labels'
import { sectionLabels } from '@/lib/messages/section-labels'
import { demoDepartment, demoName, signInAsDemo } from '@/tests/support/browser-people'
import {
  cell,
  gridCell,
  gridRows,
  open,
  openEvaluation,
  openPart,
  openRow,
  ready,
  save,
  tabTo,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')

test('a returned evaluation is mended and handed in again by keyboard alone', async ({ page }) => {
  await open(page, '/login')
  await tabTo(page, page.getByRole('button', { name: new RegExp(demoName('demo-city-editor')) }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  await ready(page)
  await tabTo(page, page.getByRole('link', { name: `${culture} 2022 年度` }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^已退回/).first()).toBeVisible()

  const part = (name: string) => page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name, exact: true })
  await tabTo(page, part(sectionLabels.indicators))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.indicators })).toBeVisible()
  const note = page.getByRole('listitem').filter({ hasText: '与填报的102场不一致' })
  await expect(note).toBeVisible()
  // The grid is one stop; from its first cell the arrows lead on, and typing replaces.
  await tabTo(page, page.getByRole('grid').locator('[tabindex="0"]'))
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowRight')
  await expect(gridCell(gridRows(page).first(), '实际完成值').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('98场')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()

  await tabTo(page, part(sectionLabels.check))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.check })).toBeVisible()
  const unexplained = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '保存说明' }) })
    .filter({ hasNotText: /已说明|说明已保存/ })
  for (let left = await unexplained.count(); left > 0; left -= 1) {
    const warning = unexplained.first()
    await tabTo(page, warning.getByRole('textbox'))
    await page.keyboard.type('已按活动台账更正，其余情况不变。')
    await tabTo(page, warning.getByRole('button', { name: '保存说明' }))
    await page.keyboard.press('Enter')
    await expect(unexplained).toHaveCount(left - 1)
  }
  await tabTo(page, page.getByRole('button', { name: '送审', exact: true }))
  await page.keyboard.press('Enter')
  const agree = page.getByRole('dialog').getByRole('button', { name: '确认送审' })
  await page.keyboard.press('Escape')
  await expect(agree).toBeHidden()
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, agree)
  await page.keyboard.press('Enter')
  await expect(page.getByText(stateLabel('submitted', 'unit'), { exact: true })).toBeVisible()
})

test('rows are added, moved and removed by keyboard alone, and the focus never falls back to the top', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'duties')
  const boxes = page.getByRole('main').getByRole('textbox')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const before = await boxes.count()
  for (const text of ['示例职能甲', '示例职能乙']) {
    const count = await boxes.count()
    await tabTo(page, button('＋ 添加职能'))
    await page.keyboard.press('Enter')
    await expect(boxes).toHaveCount(count + 1)
    await expect(boxes.last()).toBeFocused()
    await page.keyboard.type(text)
  }
  const [first, second] = [before + 1, before + 2]
  for (const [key, place] of [
    ['Alt+ArrowUp', before],
    ['Alt+ArrowDown', before + 1],
  ] as const) {
    await page.keyboard.press(key)
    await expect(boxes.nth(place)).toHaveValue('示例职能乙')
    await expect(boxes.nth(place)).toBeFocused()
  }
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(boxes).toHaveCount(second + 1)
  await expect(boxes.last()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(boxes).toHaveCount(second)
  await tabTo(page, button(`上移第 ${second} 项职能`))
  await page.keyboard.press('Enter')
  await expect(boxes.nth(before)).toHaveValue('示例职能乙')
  await expect(boxes.last()).toHaveValue('示例职能甲')
  await expect(button(`上移第 ${first} 项职能`)).toBeFocused()
  await expect(page.getByText(`已上移第 ${second} 项职能`)).toBeAttached()

  // To the end, where the pressed button has nothing more to do and still keeps the focus
  await tabTo(page, button(`下移第 ${first} 项职能`))
  await page.keyboard.press('Enter')
  await expect(boxes.last()).toHaveValue('示例职能乙')
  await expect(button(`下移第 ${second} 项职能`)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(boxes.last()).toHaveValue('示例职能乙')

  // What was typed in a removed row is forgotten with it; the other unsaved row stays
  for (const [gone, value] of [
    [second, '示例职能乙'],
    [first, '示例职能甲'],
  ] as const) {
    await expect(boxes.last()).toHaveValue(value)
    await tabTo(page, button(`删除第 ${gone} 项职能`))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }))
    await page.keyboard.press('Enter')
    await expect(boxes).toHaveCount(gone - 1)
    await expect(boxes.last()).toBeFocused()
  }
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
})

test('a row is dragged to its place, and one key takes it back', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'duties')
  const boxes = page.getByRole('main').getByRole('textbox')
  const texts = () => boxes.evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value))
  const before = await texts()
  const [first = '', second = '', third = '', ...others] = before
  const handle = page.locator('[data-row-handle]')
  const [from, to] = [await handle.first().boundingBox(), await boxes.nth(2).boundingBox()]
  if (from === null || to === null) throw new Error('no rows to drag')
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(from.x + 5, to.y + to.height - 4, { steps: 5 })
  await page.mouse.up()
  await expect.poll(texts).toEqual([second, third, first, ...others])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(texts).toEqual(before)
})

test('a 档次 chosen in the place of what was typed is taken back', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, demoDepartment('990301'), '2023')
  await openPart(page, 'indicators')
  const row = gridRows(page).first()
  await typeInGrid(gridCell(row, '年度指标值'), '有效提升')
  const actual = gridCell(row, '实际完成值')
  await typeInGrid(actual, '示例说明')
  await openRow(row)
  const bands = row.getByRole('group', { name: '实际完成值所属档次' }).getByRole('button')
  for (const band of [bands.nth(1), bands.nth(0)]) {
    await band.focus()
    await page.keyboard.press('Enter')
    await expect(band).toHaveAttribute('aria-pressed', 'true')
  }
  const restore = row.getByRole('button', { name: '恢复为“示例说明”' })
  await tabTo(page, restore)
  await page.keyboard.press('Enter')
  await expect(actual).toHaveAttribute('data-text', '示例说明')
  await expect(actual.getByRole('textbox')).toBeFocused()
  await expect(restore).toHaveCount(0)
})

/** Composes as an input method does: first the sounds, then the characters. */
const compose = (keys: CDPSession, text: string) =>
  keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

for (const { part, kind, box } of [
  { part: 'cover', kind: 'a line', box: (page: Page) => cell(page, '负责人') },
  { part: 'duties', kind: 'a paragraph', box: (page: Page) => page.getByRole('main').getByRole('textbox').first() },
  { part: 'funds', kind: 'a figure', box: (page: Page) => cell(page, '年初结转和结余（万元）') },
] as const) {
  test(`an input method writes into ${kind} without a character lost, and nothing half-written is saved`, async ({ page }) => {
    await signInAsDemo(page, 'demo-city-editor')
    await openEvaluation(page, culture, '2023')
    await openPart(page, part)
    const keys = await page.context().newCDPSession(page)
    const sent: string[] = []
    const halfWritten = () => sent.filter((body) => /bu shi yong|wu ci/.test(body))
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postData() ?? '')
    })

    await box(page).fill('')
    await box(page).focus()
    await compose(keys, 'bu shi yong')
    await expect(box(page)).toHaveValue('bu shi yong')
    await page.keyboard.press('ControlOrMeta+s')
    // Where Enter takes what was composed it is not meant for the form
    if (kind !== 'a paragraph') await page.keyboard.press('Enter')
    await compose(keys, 'bu shi yong：wu ci xiang zhi chu')
    expect(halfWritten()).toEqual([])
    await keys.send('Input.insertText', { text: '不适用：无此项支出' })
    await expect(box(page)).toHaveValue('不适用：无此项支出')
    expect(halfWritten()).toEqual([])

    // Composing goes on while the answer of the server arrives
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/evaluations/**', async (route) => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    })
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('status').filter({ hasText: '正在保存…' })).toBeVisible()
    await compose(keys, 'yi')
    answer()
    await expect(page.getByRole('status').filter({ hasText: '正在保存…' })).toHaveCount(0)
    await keys.send('Input.insertText', { text: '（已核实）' })
    await expect(box(page)).toHaveValue('不适用：无此项支出（已核实）')
    await save(page)
    await page.reload()
    await expect(box(page)).toHaveValue('不适用：无此项支出（已核实）')
  })
}

test('what an input method composed for long is one step to undo, and no letters of it come back', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'cover')
  const keys = await page.context().newCDPSession(page)
  const box = cell(page, '负责人')
  const before = await box.inputValue()
  await box.focus()
  await page.keyboard.press('End')
  await compose(keys, 'shi')
  // Longer than a pause in typing
  await page.waitForTimeout(1500)
  await keys.send('Input.insertText', { text: '示例' })
  await expect(box).toHaveValue(`${before}示例`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box).toHaveValue(before)
})
