import { AxeBuilder } from '@axe-core/playwright'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import {
  figureCell,
  mark,
  open,
  openFromWorkbench,
  openPart,
  openRound,
  ready,
  save,
  tabTo,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const department = `示例河桥街道办事处${run}`

test('projects are listed, filled in, held against 项目支出, printed and removed, all by keyboard', async ({ newBrowser }) => {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `96${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `项目任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `project-${run}`, name: `示例填报员${run}` }, 'editor', department)
  const address = await openFromWorkbench(page, department, '2023')
  await openPart(page, 'funds')
  await typeInGrid(figureCell(page, 'project', 'adjustedBudget'), '100')
  await page.keyboard.press('Enter')
  await save(page)

  await openPart(page, 'projects')
  await ready(page)
  await expect(page.getByText('还没有列入项目')).toBeVisible()
  const name = page.getByLabel('项目名称')
  await name.focus()
  await page.keyboard.type('示例道路维修')
  await page.keyboard.press('Tab')
  await page.keyboard.type('P-1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已新增项目“示例道路维修”。').first()).toBeVisible()
  await name.fill('示例绿化')
  await page.keyboard.press('Enter')
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /示例/ }) })
  await expect(rows).toHaveCount(2)
  await name.fill('示例绿化')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已有名为“示例绿化”的项目。').first()).toBeVisible()

  // Their funds as one table
  await page.getByRole('link', { name: '各项目资金' }).press('Enter')
  await expect(page.getByRole('grid', { name: /^各项目资金/ })).toBeVisible()
  await ready(page)
  const cellsOf = (column: string) => page.locator(`[id^="projects/"][id$="/funds/total/${column}"]`)
  await expect(cellsOf('initialBudget')).toHaveCount(2)
  await typeInGrid(cellsOf('initialBudget').first(), '110')
  await page.keyboard.press('Enter')
  await page.keyboard.type('不是数')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: '1 处未保存' })).toBeVisible()
  await typeInGrid(cellsOf('initialBudget').last(), '5')
  await page.keyboard.press('Enter')
  await save(page)
  const grid = await new AxeBuilder({ page }).setLegacyMode(true).include('main').analyze()
  expect(grid.violations).toEqual([])
  await page.getByRole('navigation', { name: '项目自评的两种视图' }).getByRole('link', { name: '项目列表' }).press('Enter')
  await expect(page.getByRole('row', { name: /^合计/ })).toContainText('115.00')
  await ready(page)

  // Called otherwise
  await page.getByLabel('要改名的项目').selectOption({ label: '示例绿化' })
  await page.getByLabel('新名称').fill('示例道路维修')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已有名为“示例道路维修”的项目。').first()).toBeVisible()
  await page.getByLabel('新名称').fill('示例街心绿化')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已改名为“示例街心绿化”。').first()).toBeVisible()

  // Its own evaluation: the same forms, with what a project asks for
  const road = page.getByRole('link', { name: '示例道路维修' })
  await road.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  const parts = page.getByRole('navigation', { name: '自评各部分' })
  await expect(parts.getByRole('link', { name: '部门职能' })).toHaveCount(0)
  await parts.getByRole('link', { name: '项目资金', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '项目资金' })).toBeVisible()
  await ready(page)
  await typeInGrid(figureCell(page, 'total', 'adjustedBudget'), '120')
  await page.keyboard.press('Enter')
  await typeInGrid(figureCell(page, 'total', 'actualExpenditure'), '90')
  await page.keyboard.press('Enter')
  await typeInGrid(figureCell(page, 'appropriation', 'adjustedBudget'), '120')
  await page.keyboard.press('Enter')
  await save(page)
  await expect(page.getByText('75.00%').first()).toBeVisible()
  await parts.getByRole('link', { name: '校验', exact: true }).press('Enter')
  await expect(page.getByText('项目随部门自评一并送审。')).toBeVisible()
  const project = new URL(page.url()).pathname.split('/')[2] ?? ''

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.goto(`/evaluations/${project}/report/pdf?part=table`).catch(() => null),
  ])
  expect(download.suggestedFilename()).toContain('示例道路维修2023年度项目支出绩效自评表')

  // Back to the department, where it counts
  await open(page, `/evaluations/${project}`)
  await page.getByRole('navigation', { name: '位置' }).getByRole('link', { name: department }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '项目自评' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^相差/ })).toContainText('20.00')
  await openPart(page, 'check')
  await ready(page)
  await expect(page.getByText('各项目合计 120.00 万元，部门项目支出 100.00 万元，多 20.00 万元').first()).toBeVisible()

  // One workbook of all, brought back as it was
  await open(page, `${address}/workbook`)
  const [bookFile] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载项目工作簿' }).press('Enter')])
  expect(bookFile.suggestedFilename()).toContain('2023年度项目填报工作簿')
  await page.getByLabel('工作簿', { exact: true }).setInputFiles(await bookFile.path())
  await page.getByRole('button', { name: '读入', exact: true }).press('Enter')
  await expect(page.getByText('工作簿与表中内容一致，没有需要采用的。')).toBeVisible()
  await open(page, `/evaluations/${project}/goals`)
  await page.getByRole('button', { name: '添加年度目标' }).press('Enter')
  await page.keyboard.type('维修道路3公里')
  await page.keyboard.press('Enter')
  await save(page)
  await open(page, address)

  // Removed after a question, which Esc leaves
  await openPart(page, 'projects')
  await ready(page)
  const remove = page.getByRole('button', { name: '移除示例街心绿化' })
  await tabTo(page, remove)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('移除项目“示例街心绿化”？')
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '移除' }))
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${address}/projects`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('main').analyze()
  expect(violations).toEqual([])
})
