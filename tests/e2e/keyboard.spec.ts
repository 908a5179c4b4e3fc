import type { CDPSession, Locator, Page } from '@playwright/test'
import { sectionLabels, stateLabel } from '@/lib/messages/labels'
import { cell, demoDepartment, demoName, open, openEvaluation, openPart, ready, save, signInAsDemo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')

/** Goes from one place to the next with the Tab key until `target` has the focus; it must be reached without a trap. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 400 && !(await reached()); presses += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

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
  const actual = page.locator('section[id^="indicators/"]').first().getByLabel('实际完成值')
  await tabTo(page, actual)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('98场')
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
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })

    await box(page).fill('')
    await box(page).focus()
    await compose(keys, 'bu shi yong')
    await expect(box(page)).toHaveValue('bu shi yong')
    await page.keyboard.press('ControlOrMeta+s')
    await compose(keys, 'bu shi yong：wu ci xiang zhi chu')
    expect(sent).toEqual([])
    await keys.send('Input.insertText', { text: '不适用：无此项支出' })
    await expect(box(page)).toHaveValue('不适用：无此项支出')
    expect(sent).toEqual([])

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
    await expect(page.getByRole('button', { name: '保存中…' })).toBeVisible()
    await compose(keys, 'yi')
    answer()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible()
    await keys.send('Input.insertText', { text: '（已核实）' })
    await expect(box(page)).toHaveValue('不适用：无此项支出（已核实）')
    await save(page)
    await page.reload()
    await expect(box(page)).toHaveValue('不适用：无此项支出（已核实）')
  })
}
