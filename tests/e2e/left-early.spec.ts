import type { Page } from '@playwright/test'
import { offered, restore } from '@/tests/support/browser-drafts'
import { beforeItWakes } from '@/tests/support/browser-early'
import { addDepartment, demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { addProblemWithMeasures, cell, gridRows, mark, open, openEvaluation, openPart, save, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

/** A page that is left before its scripts are there keeps what was typed in it, and offers it when one comes back. */

const culture = demoDepartment('990302')

/** Goes from a page that has not woken to another one by a link of it. */
async function leaveBy(page: Page, link: string): Promise<void> {
  const from = page.url()
  await page.getByRole('link', { name: link, exact: true }).first().click({ noWaitAfter: true })
  await page.waitForURL((now) => now.href !== from, { waitUntil: 'commit' })
}

test('cells of an evaluation, left by its tabs: lines, texts that refer to data, ticks and cells of a grid', async ({ page }) => {
  const run = mark()
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, culture, '2023')

  const line = cell(page, '填报人')
  await beforeItWakes(page, `${evaluation}/cover`, async () => {
    await line.fill(`示例人${run}`)
    await leaveBy(page, '部门职能')
  })
  await expect(offered(page)).toHaveCount(0)
  await openPart(page, 'cover')
  await restore(page)
  await expect(line).toHaveValue(`示例人${run}`)
  await save(page)
  await page.goto(`${evaluation}/cover`)
  await expect(line).toHaveValue(`示例人${run}`)
  await expect(offered(page)).toHaveCount(0)

  // What was told in time is left as it always was
  await type(line, `示例人又${run}`)
  await save(page)
  await page.goto(`${evaluation}/duties`)
  await page.goto(`${evaluation}/cover`)
  await expect(line).toHaveValue(`示例人又${run}`)
  await expect(offered(page)).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('hengji-left-early'))).toBeNull()

  const text = page.locator('textarea[id^="narrative/"]').first()
  let drawn = ''
  await beforeItWakes(page, `${evaluation}/duties`, async () => {
    await expect(text).toBeVisible()
    drawn = await text.inputValue()
    await text.fill(`${drawn}早${run}`)
    await leaveBy(page, '封面与落款')
  })
  await openPart(page, 'duties')
  await restore(page)
  await expect(text).toHaveValue(`${drawn}早${run}`)
  await save(page)

  await openPart(page, 'problems')
  const ties = await addProblemWithMeasures(page, 2, run)
  await beforeItWakes(page, `${evaluation}/problems`, async () => {
    for (const place of [-1, -2]) await ties.nth(place).check()
    await leaveBy(page, '封面与落款')
  })
  await openPart(page, 'problems')
  await restore(page)
  for (const place of [-1, -2]) await expect(ties.nth(place)).toBeChecked()
  await save(page)

  const name = gridRows(page).first().locator('[role="gridcell"]').first()
  await openPart(page, 'tasks')
  await page.getByRole('button', { name: '＋ 添加重点工作任务' }).click()
  await page.keyboard.type(`示例任务${run}`)
  await save(page)
  await beforeItWakes(page, `${evaluation}/tasks`, async () => {
    await name.getByRole('textbox').fill(`早到任务${run}`)
    await leaveBy(page, '封面与落款')
  })
  await openPart(page, 'tasks')
  await restore(page)
  await expect(name).toHaveAttribute('data-text', `早到任务${run}`)
  await save(page)
})

test('a form, left by 返回, another page or reloading: lines, choices and long texts, and never a password', async ({ page }) => {
  const run = mark()
  const [name, list, secret] = [`示例早走单位${run}`, `单位代码\t单位名称\n${run}\t示例早走局`, `secret-${run}`]
  await signInAsDemo(page, 'demo-administrator')
  await beforeItWakes(page, '/departments/new', async () => {
    await page.getByLabel('部门名称').fill(name)
    await page.getByLabel('类型').selectOption('authority')
    await leaveBy(page, '工作台')
  })
  await open(page, '/departments/new')
  await restore(page)
  await expect(page.getByLabel('部门名称')).toHaveValue(name)
  await expect(page.getByLabel('类型')).toHaveValue('authority')

  const box = page.getByRole('textbox', { name: '名册' })
  await beforeItWakes(page, '/users/roster', async () => {
    await box.fill(list)
    await page.goBack({ waitUntil: 'commit' })
  })
  await open(page, '/users/roster')
  await restore(page)
  await expect(box).toHaveValue(list)

  await beforeItWakes(page, '/account', async () => {
    await page.getByLabel('当前密码').fill(secret)
    await leaveBy(page, '帮助')
  })
  const kept = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('hengji')
      asked.onsuccess = () => resolve(asked.result)
    })
    const drafts = await new Promise((resolve) => {
      const all = database.transaction('drafts').objectStore('drafts').getAll()
      all.onsuccess = () => resolve(all.result)
    })
    return JSON.stringify([drafts, { ...localStorage }, { ...sessionStorage }])
  })
  expect(kept).toContain(name)
  expect(kept).not.toContain(secret)
})

test('what is typed on after a button was pressed early is not taken for sent', async ({ page }) => {
  const run = mark()
  const name = `示例改名单位${run}`
  await signInAsDemo(page, 'demo-administrator')
  await addDepartment(page, { name, code: `E${run}`, parent: '示例区' })
  const address = new URL(page.url()).pathname
  const box = page.getByLabel('部门名称')
  await beforeItWakes(page, address, async () => {
    await box.fill(`${name}甲`)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await box.fill(`${name}甲乙`)
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name}甲`)
  await open(page, address)
  await expect(box).toHaveValue(`${name}甲`)
  await restore(page)
  await expect(box).toHaveValue(`${name}甲乙`)
})
