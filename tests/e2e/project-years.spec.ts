import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import {
  addRow,
  chooseInGrid,
  gridCell,
  gridRows,
  mark,
  open,
  openFromWorkbench,
  openPart,
  openRound,
  ready,
  save,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const department = `示例水库管理所${run}`
const project = '示例灌区渠道维修'

test('the second year of a project shows the first beside its figures, in the funds of all projects and side by side', async ({
  newBrowser,
}) => {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `97${run}`, parent: '示例区' })
  const scheme = /10\/50\/30\/10.*第 \d+ 版/
  await openRound(atAdministrator, { year: '2023', name: `首年${run}`, scheme, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `years-${run}`, name: `示例填报员${run}` }, 'editor', department)
  const cellsOf = (column: string) => page.locator(`[id^="projects/"][id$="/funds/total/${column}"]`)

  const fillIn = async (initial: string, adjusted: string, spent: string): Promise<void> => {
    await page.getByRole('link', { name: '各项目资金' }).press('Enter')
    await ready(page)
    await typeInGrid(cellsOf('initialBudget').first(), initial)
    await typeInGrid(cellsOf('adjustedBudget').first(), adjusted)
    await typeInGrid(cellsOf('actualExpenditure').first(), spent)
    await page.keyboard.press('Enter')
    await save(page)
  }

  await openFromWorkbench(page, department, '2023')
  await openPart(page, 'projects')
  await ready(page)
  await page.getByLabel('项目名称').fill(project)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已新增项目“${project}”。`).first()).toBeVisible()
  await fillIn('120', '135', '128.25')
  await page.getByRole('link', { name: '项目列表' }).press('Enter')
  await page.getByRole('link', { name: project }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  const first = new URL(page.url()).pathname.split('/')[2] ?? ''
  await open(page, `/evaluations/${first}/indicators`)
  for (const [place, [name, target, actual]] of [
    ['维修渠道长度', '12公里', '12.5公里'],
    ['灌溉保证率', '90%', '92%'],
  ].entries()) {
    await addRow(page, '添加指标', gridRows(page))
    const row = gridRows(page).nth(place)
    await chooseInGrid(gridCell(row, '一级指标'), { index: 1 })
    await typeInGrid(gridCell(row, '三级指标'), name ?? '')
    await typeInGrid(gridCell(row, '年度指标值'), target ?? '')
    await typeInGrid(gridCell(row, '实际完成值'), actual ?? '')
    await page.keyboard.press('Enter')
  }
  await save(page)

  await openRound(atAdministrator, { year: '2024', name: `次年${run}`, scheme, departments: [department], carry: true })
  await open(page, '/')
  await openFromWorkbench(page, department, '2024')
  await openPart(page, 'projects')
  await ready(page)
  await fillIn('140', '150', '141')
  // What stood there a year ago is said in the cell
  await expect(cellsOf('actualExpenditure').first()).toContainText('上年 128.25')
  await page.getByRole('link', { name: '项目列表' }).press('Enter')
  await page.getByRole('link', { name: project }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  const second = new URL(page.url()).pathname.split('/')[2] ?? ''
  await open(page, `/evaluations/${second}/years`)
  await expect(page.getByRole('columnheader', { name: '2024 年度' }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /^全年执行数/ })).toContainText('128.25')
  await expect(page.getByRole('row', { name: /^维修渠道长度/ })).toContainText('12.5公里')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
