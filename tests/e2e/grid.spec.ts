import type { CDPSession, Locator, Page } from '@playwright/test'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { figureCell, gridCell, gridRows, openEvaluation, openPart, openRow, save, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const department = demoDepartment('990303')

const box = (cell: Locator) => cell.getByRole('textbox')
const textIn = (cell: Locator) => cell.getAttribute('data-text')

/** The indicators of an evaluation that is being filled in. */
async function atIndicators(page: Page): Promise<Locator> {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, department, '2023')
  await openPart(page, 'indicators')
  return gridRows(page)
}

/** Pastes as the system's clipboard would give it. */
const paste = (page: Page, data: Record<string, string>) =>
  page.evaluate((texts) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

/** What copying here puts on the clipboard. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  })

test('what belongs to a row is opened and closed again, by a click and by key', async ({ page }) => {
  const row = (await atIndicators(page)).nth(0)
  const head = row.locator('[data-cell="#"]')
  const detail = row.locator('[data-grid-detail]')
  await openRow(row)
  await head.click()
  await expect(detail).toHaveCount(0)
  await gridCell(row, '实际完成值').click()
  for (const shown of [1, 0]) {
    await page.keyboard.press('Shift+F2')
    await expect(detail).toHaveCount(shown)
  }
})

test('keys go from cell to cell, typing replaces, and everything is taken back', async ({ page }) => {
  const rows = await atIndicators(page)
  const [first, second] = [gridCell(rows.nth(0), '实际完成值'), gridCell(rows.nth(1), '实际完成值')]
  const before = await textIn(first)
  await first.click()
  await page.keyboard.type('77')
  await page.keyboard.press('Escape')
  await expect(first).toHaveAttribute('data-text', before ?? '')
  await page.keyboard.type('88')
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('data-text', '88')
  await expect(box(second)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('F2')
  await page.keyboard.type('.5')
  await page.keyboard.press('Tab')
  await expect(first).toHaveAttribute('data-text', '88.5')
  await expect(box(gridCell(rows.nth(0), '分值'))).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+d')
  await expect(second).toHaveAttribute('data-text', '88.5')
  await page.keyboard.press('Delete')
  await expect(first).toHaveAttribute('data-text', '')
  await expect(second).toHaveAttribute('data-text', '')
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(first).toHaveAttribute('data-text', before ?? '')
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('ControlOrMeta+y')
  await expect(first).toHaveAttribute('data-text', '88.5')
  // What was taken back is replaced by what is typed next, too
  await first.click()
  await page.keyboard.type('66')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box(first)).toHaveValue('88.5')
  await page.keyboard.type('55')
  await expect(first).toHaveAttribute('data-text', '55')
})

test('the grid is one stop of the Tab key, and can be left by it at any time', async ({ page }) => {
  const rows = await atIndicators(page)
  const grid = page.getByRole('grid')
  const inGrid = () => grid.evaluate((element) => element.contains(document.activeElement))
  await gridCell(rows.nth(0), '三级指标').click()
  await page.keyboard.press('Tab')
  await expect(box(gridCell(rows.nth(0), '年度指标值'))).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await inGrid()).toBe(false)
  await page.keyboard.press('Shift+Tab')
  await expect(box(gridCell(rows.nth(0), '年度指标值'))).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  expect(await inGrid()).toBe(false)
})

test('an input method replaces what stands in a cell without a sign lost or left raw', async ({ page }) => {
  const rows = await atIndicators(page)
  const keys: CDPSession = await page.context().newCDPSession(page)
  const compose = (text: string) => keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  // With suggestions and without
  for (const column of ['实际完成值', '二级指标']) {
    // With suggestions it is called a combobox
    const inputIn = (row: number) => gridCell(rows.nth(row), column).locator('textarea, input')
    const cell = gridCell(rows.nth(0), column)
    await cell.click()
    // The first key is the input method's: no letter of it may stand there by itself.
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'KeyW' })
    await compose('w')
    await expect(inputIn(0)).toHaveValue('w')
    await compose('wan cheng')
    // Enter and arrows belong to the input method too.
    for (const key of ['ArrowDown', 'Enter'])
      await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key, code: key })
    await expect(inputIn(0)).toBeFocused()
    await keys.send('Input.insertText', { text: '完成' })
    await expect(inputIn(0)).toHaveValue('完成')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-text', '完成')
    await expect(inputIn(1)).toBeFocused()
  }
})

test('a block from a spreadsheet lays itself over cells and makes rows; what is unclear is asked, what does not fit is named', async ({
  page,
}) => {
  const rows = await atIndicators(page)
  const count = await rows.count()
  const last = rows.nth(count - 1)
  await gridCell(last, '三级指标').click()
  await page.keyboard.press('Control+Home')
  await gridCell(last, '三级指标').click()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(count + 1)
  const made = (name: string) => rows.filter({ has: page.locator(`[data-text="${name}"]`) })
  await paste(page, {
    'text/plain': 'ignored',
    'text/html':
      '<table><tr><td>一级</td><td>三级指标名称</td><td>年度指标值</td><td>分值</td></tr>' +
      '<tr><td rowspan=2>产出指标</td><td>粘贴甲</td><td>≥95%</td><td>=1+2</td></tr>' +
      '<tr><td>粘贴乙</td><td>≤5天</td><td>很多</td></tr>' +
      '<tr><td>合计</td><td></td><td></td><td>3</td></tr></table>',
  })
  const preview = page.getByRole('dialog', { name: '请核对' })
  await expect(preview).toContainText('第 2 行 分值“很多”')
  await expect(preview).toContainText('小计、合计等 1 行')
  await preview.getByRole('button', { name: '填入', exact: true }).click()
  await expect(rows).toHaveCount(count + 2)
  for (const name of ['粘贴甲', '粘贴乙']) await expect(gridCell(made(name), '一级指标')).toHaveAttribute('data-text', '产出指标')
  await expect(gridCell(made('粘贴甲'), '分值')).toHaveAttribute('data-text', '3')
  await expect(gridCell(made('粘贴乙'), '分值')).toHaveAttribute('data-text', '')
  await expect(gridCell(made('粘贴乙'), '年度指标值')).toHaveAttribute('data-text', '≤5天')

  await gridCell(made('粘贴甲'), '年度指标值').click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const { text, html } = await copied(page)
  expect(text).toBe('≥95%\t\t3')
  expect(html).toContain('<td>3</td>')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(made('粘贴甲')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+y')
  await expect(made('粘贴甲')).toHaveCount(1)
  // Leaving the grid puts the rows where the scheme has them: among the others of 产出指标.
  await save(page)
  await page.reload()
  const names = await rows.locator('[data-cell="dimension"]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-text')))
  expect(names.lastIndexOf('产出指标') - names.indexOf('产出指标') + 1).toBe(names.filter((name) => name === '产出指标').length)
  for (const name of ['粘贴甲', '粘贴乙']) {
    await openRow(made(name))
    await made(name)
      .getByRole('button', { name: /^删除指标/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(made(name)).toHaveCount(0)
  }
})

test('a row moves at the key within its 二级, at once and as often as the key is pressed', async ({ page }) => {
  const rows = await atIndicators(page)
  await page.getByRole('button', { name: '＋ 添加指标' }).click()
  await page.keyboard.type('移动一')
  const end = (await rows.count()) - 1
  await typeInGrid(gridCell(rows.nth(end), '一级指标').locator('xpath=..').locator('[data-label="二级指标"]'), '示例二级')
  for (const name of ['移动二', '移动三']) {
    await page.getByRole('button', { name: '＋ 添加指标' }).click()
    await page.keyboard.type(name)
    const at = (await rows.count()) - 1
    await typeInGrid(gridCell(rows.nth(at), '二级指标'), '示例二级')
  }
  const names = () =>
    rows
      .locator('[data-cell="name"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-text')).filter((text) => text?.startsWith('移动')))
  await gridCell(rows.last(), '三级指标').click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(names).toEqual(['移动三', '移动一', '移动二'])
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(names).toEqual(['移动一', '移动三', '移动二'])
})

test('one key takes back whatever was done last in the form: a removal, a move, a pasted row, also after it was saved', async ({
  page,
}) => {
  const rows = await atIndicators(page)
  await page.getByRole('button', { name: '＋ 添加指标' }).click()
  await page.keyboard.type('撤销一')
  await page.keyboard.press('Enter')
  await page.keyboard.type('撤销二')
  await page.keyboard.press('Tab')
  await save(page)
  const names = () =>
    rows
      .locator('[data-cell="name"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-text')).filter((text) => text?.startsWith('撤销')))
  const named = (name: string) => rows.filter({ has: page.locator(`[data-text="${name}"]`) })
  await gridCell(named('撤销二'), '三级指标').click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(names).toEqual(['撤销二', '撤销一'])
  await page.keyboard.press('ControlOrMeta+-')
  await expect.poll(names).toEqual(['撤销一'])
  await save(page)
  await page.reload()
  await expect.poll(names).toEqual(['撤销一'])
  await gridCell(named('撤销一'), '三级指标').click()
  await paste(page, { 'text/plain': '撤销一\n撤销三\n' })
  await expect.poll(names).toEqual(['撤销一', '撤销三'])
  await save(page)
  await gridCell(named('撤销一'), '三级指标').click()
  await page.keyboard.press('ControlOrMeta+-')
  await save(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(names).toEqual(['撤销一', '撤销三'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(names).toEqual(['撤销一'])
  await gridCell(named('撤销一'), '三级指标').click()
  await page.keyboard.press('ControlOrMeta+-')
  await save(page)
})

test('the tables of figures take blocks, ask about units, and put what the parts come to into the cell of the whole', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, department, '2023')
  await openPart(page, 'funds')
  const total = figureCell(page, 'total', 'adjustedBudget')
  const before = (await textIn(total)) ?? ''
  await figureCell(page, 'general', 'adjustedBudget').click()
  await paste(page, { 'text/plain': '1,234.50\n12.5万元\n=8000+988.68\n1000000元\n' })
  const preview = page.getByRole('dialog', { name: '请核对' })
  await expect(preview).toContainText('单位与本表不同')
  await expect(preview).toContainText('1000000元 = 100 万元')
  await preview.getByRole('button', { name: '换算后填入' }).click()
  await expect(figureCell(page, 'otherSource', 'adjustedBudget')).toHaveAttribute('data-text', '100')
  await total.click()
  await page.keyboard.press('Alt+=')
  await expect(total).toHaveAttribute('data-text', '10335.68')
  await expect(page.getByText('✓ 与部门整体支出相符').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(total).toHaveAttribute('data-text', before)
  await page.getByRole('button', { name: '填入合计' }).first().click()
  await expect(total).toHaveAttribute('data-text', '10335.68')
  await expect(total.locator('input')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(total).toHaveAttribute('data-text', before)
})

test('what only some forms have of an indicator is filled in beside its row, and what is managed of the money with the figures', async ({
  page,
}) => {
  const rows = await atIndicators(page)
  await openRow(rows.nth(0))
  const detail = page.locator('[data-grid-detail]').first()
  await detail.getByLabel('评分标准').fill('每少一件扣 2 分，扣完为止')
  await detail.getByLabel('指标性质').fill('正向')
  await save(page)
  await page.reload()
  await openRow(gridRows(page).nth(0))
  await expect(detail.getByLabel('评分标准')).toHaveValue('每少一件扣 2 分，扣完为止')
  await expect(detail.getByLabel('指标性质')).toHaveValue('正向')
  await openPart(page, 'funds')
  await expect(page.getByRole('heading', { name: '资金管理情况' })).toBeVisible()
})
