import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { refusalSentence } from '@/lib/messages/refusals'
import { beforeItWakes } from '@/tests/support/browser-early'
import { demoDepartment, demoName, signInAsDemo } from '@/tests/support/browser-people'
import { addProblemWithMeasures, cell, gridRows, mark, open, openEvaluation, save } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

/** A page is seen before its scripts are there: what is typed, chosen or pressed until then counts. */

const culture = demoDepartment('990302')

async function atWork(page: Page): Promise<string> {
  await signInAsDemo(page, 'demo-city-editor')
  return openEvaluation(page, culture, '2023')
}

/** What is in the box is saved, and there again when the page is opened anew. */
async function isKept(page: Page, seen: () => Promise<unknown>): Promise<void> {
  await seen()
  await save(page)
  await page.reload()
  await seen()
}

test('a line is taken over as typed; nothing is said to be saved before, nor can it be sent', async ({ page }) => {
  const text = `示例人 ${mark()}`
  const address = `${await atWork(page)}/cover`
  const box = cell(page, '填报人')
  await beforeItWakes(page, address, async () => {
    await box.fill(text)
    await expect(page.getByText('正在载入…', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
    // Enter sends a form that has a button to press
    await box.press('Enter')
    await expect(box).toHaveValue(text)
  })
  await expect(page).toHaveURL(address)
  await isKept(page, () => expect(box).toHaveValue(text))
})

test('a text of several lines keeps what was typed in it, the caret, and what is composed', async ({ page }) => {
  const evaluation = await atWork(page)
  const box = page.locator('textarea[id^="narrative/"]').first()
  const devtools = await page.context().newCDPSession(page)
  let drawn = ''
  await beforeItWakes(page, `${evaluation}/duties`, async () => {
    // It may have come and not be shown yet
    await expect(box).toBeVisible()
    drawn = await box.inputValue()
    await box.evaluate((element: HTMLTextAreaElement) => {
      element.focus()
      element.setSelectionRange(1, 1)
    })
    await page.keyboard.insertText('早')
    await devtools.send('Input.imeSetComposition', { text: "shi'li", selectionStart: 6, selectionEnd: 6 })
  })
  await devtools.send('Input.insertText', { text: '示例' })
  await isKept(page, () => expect(box).toHaveValue(`${drawn.slice(0, 1)}早示例${drawn.slice(1)}`))
})

test('in a grid: the cell that can be typed in, and the one that was gone to', async ({ page }) => {
  const run = mark()
  const evaluation = await atWork(page)
  await open(page, `${evaluation}/tasks`)
  await page.getByRole('button', { name: '＋ 添加重点工作任务' }).click()
  await page.keyboard.type(`示例任务${run}`)
  await save(page)
  const name = gridRows(page).first().locator('[role="gridcell"]').first()
  const box = name.getByRole('textbox')
  let drawn = ''
  await beforeItWakes(page, `${evaluation}/tasks`, async () => {
    drawn = await box.inputValue()
    expect(drawn).not.toBe('')
    await box.fill(`${drawn}早${run}`)
  })
  await expect(name).toHaveAttribute('data-text', `${drawn}早${run}`)
  // Whoever types on and goes to the next cell is in the grid
  await page.keyboard.type('到')
  await page.keyboard.press('Tab')
  await expect(name).toHaveAttribute('data-text', `${drawn}早${run}到`)
  await expect(gridRows(page).first().locator('[role="gridcell"]').nth(1).locator('textarea, input, select')).toBeFocused()
  await isKept(page, () => expect(name).toHaveAttribute('data-text', `${drawn}早${run}到`))

  const second = gridRows(page).first().locator('[role="gridcell"]').nth(1)
  await beforeItWakes(page, `${evaluation}/tasks`, () => second.click())
  await expect(second.locator('textarea, input, select')).toBeFocused()
})

test('choices that belong together are each taken over', async ({ page }) => {
  const run = mark()
  const evaluation = await atWork(page)
  await open(page, `${evaluation}/problems`)
  const ties = await addProblemWithMeasures(page, 3, run)
  await beforeItWakes(page, `${evaluation}/problems`, async () => {
    for (const place of [-1, -2, -3]) await ties.nth(place).check()
  })
  await isKept(page, async () => {
    for (const place of [-1, -2, -3]) await expect(ties.nth(place)).toBeChecked()
  })

  await beforeItWakes(page, `${evaluation}/funds`, () => page.getByRole('radio', { name: '元', exact: true }).check())
  await expect(page.getByRole('radio', { name: '万元', exact: true })).not.toBeChecked()
  await expect(page.getByText(/（元）/).first()).toBeVisible()
  await page.getByRole('radio', { name: '万元', exact: true }).check()
})

test('what only is heard is taken over: a scheme that asks for deadlines, a file that is read, one that is sent', async ({ page }) => {
  const run = mark()
  await signInAsDemo(page, 'demo-administrator')
  await beforeItWakes(page, '/rounds/new', () => page.getByLabel('评价方案').selectOption({ index: 1 }))
  await expect(page.getByLabel('评价方案')).not.toHaveValue('')
  await expect(page.getByText(/期限/).first()).toBeVisible()

  const rows = [
    ['单位代码', '单位名称', '类型', '上级代码', '用户名', '姓名', '角色'],
    [`R${run}`, `示例早到局${run}`, '主管部门', '99', '', '', ''],
  ]
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: '名册', rows }] }))
  await beforeItWakes(page, '/users/roster', () =>
    page.getByLabel('读入文件').setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer }),
  )
  await expect(page.getByRole('textbox', { name: '名册' })).toHaveValue(new RegExp(`示例早到局${run}`))

  // Neither what was pasted nor what the file holds goes without a word
  const both = () =>
    beforeItWakes(page, '/users/roster', async () => {
      await list.fill('已粘贴的名册')
      await page.getByLabel('读入文件').setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer })
    })
  const list = page.getByRole('textbox', { name: '名册' })
  page.once('dialog', (dialog) => dialog.dismiss())
  await both()
  await expect(page.getByText('未读入“名册.xlsx”').first()).toBeVisible()
  await expect(list).toHaveValue('已粘贴的名册')
  page.once('dialog', (dialog) => dialog.accept())
  await both()
  await expect(list).toHaveValue(new RegExp(`示例早到局${run}`))

  const evaluation = await atWork(page)
  const name = `早到${run}.pdf`
  await beforeItWakes(page, `${evaluation}/evidence`, () =>
    page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n% ${run}\n%%EOF\n`) }),
  )
  await expect(page.getByText(name).first()).toBeVisible()
})

test.describe('a button of a form that is pressed early acts when the page wakes', () => {
  test.use({ expectedComplaints: [/status of 401/] })

  test('登录, and the name stays', async ({ page }) => {
    // A name that is tried too often is refused in other words
    const nobody = `nobody-${mark()}`
    await beforeItWakes(page, '/login', async () => {
      await page.getByLabel('用户名', { exact: true }).fill(nobody)
      await page.getByLabel('密码', { exact: true }).fill('not-the-password')
      await page.getByRole('button', { name: '登录', exact: true }).click()
    })
    await expect(page.getByRole('alert').filter({ hasText: refusalSentence({ code: 'wrong-credentials' }) })).toBeVisible()
    await expect(page.getByLabel('用户名', { exact: true })).toHaveValue(nobody)
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
    await page.getByLabel('用户名', { exact: true }).fill('')
    await page.getByLabel('密码', { exact: true }).fill('typed already')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByLabel('用户名', { exact: true })).toBeFocused()
    await expect(page.getByLabel('密码', { exact: true })).toHaveValue('typed already')
  })

  test('a demo account is at work', async ({ page }) => {
    const name = demoName('demo-city-editor')
    await beforeItWakes(page, '/login', () => page.getByRole('button', { name: new RegExp(`^${name.replace(/[（）]/g, '.')}`) }).click())
    await expect(page.getByRole('banner').getByRole('link', { name, exact: true })).toBeVisible()
  })

  test('退出 asks first where something was typed', async ({ page }) => {
    await signInAsDemo(page, 'demo-administrator')
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.message())
      await dialog.dismiss()
    })
    await beforeItWakes(page, '/departments/new', async () => {
      await page.getByLabel('部门名称').fill('示例早到单位')
      await page.getByRole('button', { name: '退出' }).click()
    })
    await expect.poll(() => asked).toEqual([expect.stringContaining('有 1 处填写的内容尚未保存')])
    await expect(page.getByLabel('部门名称')).toHaveValue('示例早到单位')
  })
})
