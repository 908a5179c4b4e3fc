import { AxeBuilder } from '@axe-core/playwright'
import { writeXlsx } from 'hucre/xlsx'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import { mark, openFromWorkbench, openPart, openRound, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const department = `示例榕树街道办事处${run}`

/** 决算 as another program writes it: income beside expenditure, in whatever unit it says, or none. */
const accounts = async (year: string, unit: string, spent: number) =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: '封面', rows: [[`${year}年度部门决算`]] },
        {
          name: `${year}年收支总表`,
          rows: [
            [`${year}年度收入支出决算总表`],
            [unit],
            ['收入', null, null, '支出', null, null],
            ['项目', '行次', '决算数', '项目', '行次', '决算数'],
            ['一、财政拨款收入', 1, spent + 3_900_000, '一、基本支出', 31, spent],
            ['二、其他收入', 2, 0, '二、项目支出', 32, 3_900_000],
            ['本年收入合计', 3, spent + 3_900_000, '本年支出合计', 33, spent + 3_900_000],
          ],
          merges: [
            { startRow: 2, startCol: 0, endRow: 2, endCol: 2 },
            { startRow: 2, startCol: 3, endRow: 2, endCol: 5 },
          ],
        },
      ],
    }),
  )

test('the accounts of another program are understood once, looked at cell by cell, and known the next time', async ({ newBrowser }) => {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `96${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `决算任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `accounts-${run}`, name: `示例会计${run}` }, 'editor', department)
  const address = await openFromWorkbench(page, department, '2023')
  await page.goto(`${address}/workbook`)
  await ready(page)
  const bring = async (bytes: Buffer) => {
    await page.getByLabel('工作簿', { exact: true }).setInputFiles({ name: '部门决算.xlsx', mimeType: '', buffer: bytes })
    await page.getByRole('button', { name: '读入', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: '已读入' })).toBeVisible()
  }
  const meaning = (name: RegExp) => page.getByRole('combobox', { name })
  const compare = page.getByRole('button', { name: '按此对应，逐格核对' })

  await bring(await accounts('2023', '编制单位：示例街道', 5_900_000.5))
  await expect(page.getByLabel('工作表')).toHaveValue('2023年收支总表')
  await expect(meaning(/^支出／决算数/)).toHaveValue('actualExpenditure')
  await expect(meaning(/^一、基本支出/)).toHaveValue('basic')
  await expect(meaning(/^一、财政拨款收入/)).toHaveValue('')
  // Nothing says what the amounts are in
  await compare.click()
  await expect(page.getByRole('alert').filter({ hasText: '请选择金额单位' })).toBeVisible()
  await page.getByLabel('金额单位').selectOption('元')
  await meaning(/^二、项目支出/).selectOption('不取')
  await compare.click()
  await expect(page.getByText('已找到 2 个数')).toBeVisible()
  const table = page.getByRole('table', { name: /^2023年收支总表/ })
  await expect(table.getByRole('row').filter({ hasText: '基本支出' })).toContainText('590.00005')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: /^全部采用（2 处）$/ }).click()
  await expect(page.getByText('已采用 2 处。')).toBeVisible()
  await openPart(page, 'funds')
  await expect(page.getByText('590.00005').or(page.locator('input[value="590.00005"]')).first()).toBeVisible()

  // The next one has the same headings: what was said is meant again, also that one row is not taken
  await page.goto(`${address}/workbook`)
  await ready(page)
  await bring(await accounts('2024', '', 6_000_000))
  // The first workbook is still shown for a moment, and it says the same of itself
  await expect(page.getByLabel('工作表')).toHaveValue('2024年收支总表')
  await expect(page.getByText('已按上次的对应填好')).toBeVisible()
  await expect(page.getByLabel('金额单位')).toHaveValue('元')
  await expect(meaning(/^二、项目支出/)).toHaveValue('')
  await compare.click()
  await expect(
    page
      .getByRole('table', { name: /^2024年收支总表/ })
      .getByRole('row')
      .filter({ hasText: '基本支出' }),
  ).toContainText('600')
})
