import type { Page } from '@playwright/test'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'
import { schemeProblemSentence } from '@/lib/messages/scheme-problems'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { confirm, open, openEvaluation, openPart, save, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const education = demoDepartment('990201')

/** What the workbench says of a department's year: rate, total, grade, status. */
async function lineOf(page: Page, department: string, year: string): Promise<string[]> {
  await open(page, '/')
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: department, exact: true }) })
  return rows
    .filter({ has: page.getByRole('cell', { name: year, exact: true }) })
    .getByRole('cell')
    .allInnerTexts()
}

/** The version of it that the program brings. */
const national = bundledScheme('national-2020')?.version

test('a scheme is copied, changed, mended, tried on a past year and published; evaluations keep theirs', async ({ newBrowser }) => {
  const page = await signInAsDemo(await newBrowser(), 'demo-administrator')
  const before = await lineOf(page, education, '2022')
  expect(before).toHaveLength(5)

  await open(page, '/schemes')
  await page.getByRole('link', { name: `复制国家通用方案（10/50/30/10）第 ${national} 版`, exact: true }).click()
  await page.getByRole('button', { name: '复制并修改' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^修改 国家通用方案（10\/50\/30\/10） 第 \d+ 版（示例）$/)
  const version = /第 \d+ 版/.exec(await heading.innerText())?.[0] ?? ''

  await test.step('分值 that do not sum to 100 are refused, and what was typed stays', async () => {
    const dimensions = page.locator('section').filter({ has: page.getByRole('heading', { name: '指标体系' }) })
    const points = dimensions.getByLabel('分值', { exact: true })
    const names = dimensions.getByLabel('一级指标', { exact: true })
    await expect(names.nth(0)).toHaveValue('产出指标')
    const first = points.nth(0)
    await expect(first).toHaveValue('50')
    await type(first, '40')
    await expect(dimensions.getByText('分值合计：90 分')).toBeVisible()
    await page.getByRole('button', { name: '保存草稿' }).click()
    const refused = schemeProblemSentence({ code: 'scheme.sumBelow', facts: { name: '', sum: '90', whole: '100' }, at: '' })
    await expect(page.getByRole('alert').filter({ hasText: refused })).toBeVisible()
    await expect(first).toHaveValue('40')
    const asked = page.waitForEvent('dialog')
    const leaving = page.getByRole('link', { name: '返回', exact: true }).click()
    const question = await asked
    expect(question.message()).toBe('有未保存的修改，已暂存在本浏览器，回到本页可以恢复。确定离开吗？')
    await question.dismiss()
    await leaving
    await expect(first).toHaveValue('40')

    await type(first, '20')
    const execution = page.locator('section').filter({ has: page.getByRole('heading', { name: '预算执行率' }) })
    await type(execution.getByLabel('分值', { exact: true }), '40')
    await expect(dimensions.getByText('分值合计：100 分')).toBeVisible()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await expect(page.getByRole('status').filter({ hasText: '草稿已保存。' })).toBeVisible()
  })

  await test.step('a trial on 2022 says who would move, and moves nobody', async () => {
    await page.getByRole('link', { name: '返回', exact: true }).click()
    await page.getByRole('link', { name: '试算', exact: true }).click()
    await page.getByRole('combobox', { name: '年度' }).selectOption('2022')
    await page.getByRole('button', { name: '试算', exact: true }).click()
    await expect(page).toHaveURL(/year=2022/)
    await expect(page.getByText(/^共 \d+ 个部门，可以比较 \d+ 个：[1-9]\d* 个总分变化/)).toBeVisible()
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: education, exact: true }) })
    const [, , total = '', , tried = '', , difference = ''] = await row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()
    expect(total).toBe(before[2])
    const cents = (text: string) => BigInt(text.replace('−', '-').replace(/[+.]/g, ''))
    expect(cents(tried) - cents(total)).toBe(cents(difference))
    expect(tried).not.toBe(total)
  })

  await test.step('it is published and cannot be changed any more', async () => {
    await page
      .getByRole('navigation', { name: '位置' })
      .getByRole('link', { name: new RegExp(version) })
      .click()
    await confirm(page, '发布')
    await expect(page.getByText('已发布：不能修改')).toBeVisible()
    await expect(page.getByRole('link', { name: '修改', exact: true })).toHaveCount(0)
    await open(page, '/rounds/new')
    await expect(page.getByLabel('评价方案').getByRole('option', { name: new RegExp(`10/50/30/10.*${version}`) })).toHaveCount(1)
  })

  await test.step('an evaluation under the old version keeps it, also when something in it is saved anew', async () => {
    expect(await lineOf(page, education, '2022')).toEqual(before)
    const atEditor = await signInAsDemo(await newBrowser(), 'demo-city-editor')
    const department = demoDepartment('990301')
    const line = await lineOf(atEditor, department, '2023')
    const address = await openEvaluation(atEditor, department, '2023')
    await openPart(atEditor, 'cover')
    await type(atEditor.getByLabel('联系电话'), '000-87654321')
    await save(atEditor)
    expect(await lineOf(atEditor, department, '2023')).toEqual(line)
    await open(atEditor, `${address}/review`)
    await expect(atEditor.getByText(`国家通用方案（10/50/30/10）（第 ${national} 版）`)).toBeVisible()
  })
})
