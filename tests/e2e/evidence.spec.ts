import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import {
  addRow,
  gridCell,
  gridRows,
  holdSaves,
  mark,
  openFromWorkbench,
  openPart,
  openRound,
  openRow,
  ready,
  save,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'
import { aPdf, aPng } from '@/tests/support/evidence-files'

const run = mark()
const department = `示例竹林街道办事处${run}`
const MB = 1024 * 1024

const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })

// Parts that are let fall on the way
test.use({ expectedComplaints: [/net::ERR_FAILED/] })

test('evidence is brought, goes on where it was broken off, is looked at and removed', async ({ newBrowser }, testInfo) => {
  // On the disk: what a browser is handed as bytes counts as changed each time
  const onDisk = testInfo.outputPath('大文件.pdf')
  writeFileSync(onDisk, aPdf('x'.repeat(5 * MB)))
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `97${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `佐证任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `evidence-${run}`, name: `示例填报员${run}` }, 'editor', department)
  const address = await openFromWorkbench(page, department, '2023')
  await openPart(page, 'evidence')
  await ready(page)
  await expect(page.getByText('还没有佐证材料')).toBeVisible()

  // Several at once; what is refused says so at its own line
  const choose = page.getByLabel('选择文件')
  await page.getByLabel('材料所属的位置').selectOption('funds')
  const lines = page.getByRole('list', { name: '本次上传' }).getByRole('listitem')
  const long = `${'很长的名称'.repeat(20)}.pdf`
  await choose.setInputFiles([file(long, aPdf()), file('现场.jpg', aPng()), file('台账.html', new TextEncoder().encode('<html>'))])
  await expect(lines.filter({ hasText: '已上传' })).toHaveCount(2)
  await expect(lines.filter({ hasText: '台账.html' })).toContainText('不是可以接收的文件')
  const kept = page.getByRole('region', { name: '部门整体收支' })
  await expect(kept.getByRole('listitem')).toHaveCount(2)
  await expect(kept).toContainText('现场.png')

  // Broken off on the way and paused; another page goes on where it stopped
  let parts = 0
  await page.route('**/evidence/file?*', (route) => {
    parts += route.request().method() === 'POST' ? 1 : 0
    return parts > 3 ? route.abort() : route.continue()
  })
  await choose.setInputFiles(onDisk)
  const line = lines.filter({ hasText: '大文件.pdf' })
  await expect(line).toContainText(/连接中断.*3\d%/)
  await line.getByRole('button', { name: /^暂停/ }).click()
  await expect(line).toContainText('已暂停')
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await ready(page)
  await expect(page.getByText('有 1 个文件上次没有传完')).toBeVisible()
  parts = Number.NEGATIVE_INFINITY
  const froms: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/evidence/file'))
      froms.push(new URL(request.url()).searchParams.get('from') ?? '')
  })
  await page.unroute('**/evidence/file?*')
  await page.getByLabel('材料所属的位置').selectOption('funds')
  await choose.setInputFiles(onDisk)
  await expect(kept.getByRole('listitem')).toHaveCount(3)
  // It asks how far it was, and sends only the rest
  expect(froms.slice(0, 2)).toEqual(['-1', String(2 * MB)])
  await expect(page.getByText('有 1 个文件上次没有传完')).toHaveCount(0)

  // The same bytes at another place are said; nothing is wrong with the page, also on a telephone
  await page.getByLabel('材料所属的位置').selectOption('goals')
  await choose.setInputFiles(file('另一份.pdf', aPdf()))
  await expect(page.getByRole('region', { name: '绩效目标' })).toContainText('与部门整体收支的材料内容完全相同')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })

  // Shown by the browser's own viewer as what it is, taken away as nothing that runs
  const paper = kept.getByRole('listitem').filter({ hasText: long.slice(0, 20) })
  const shown = await page.request.get((await paper.getByRole('link', { name: /^预览/ }).getAttribute('href')) ?? '')
  expect(shown.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^inline; /),
    'content-security-policy': expect.stringMatching(/^default-src 'none'; (?!.*script)/),
  })
  const taken = await page.request.get((await paper.getByRole('link', { name: /^下载/ }).getAttribute('href')) ?? '')
  expect(taken.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; /),
  })

  await kept.getByRole('button', { name: '删除：现场.png' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('已删除。操作日志中留有记录。')).toBeVisible()
  await expect(kept.getByRole('listitem')).toHaveCount(2)

  // Beside an indicator, where it is filled in
  await openPart(page, 'indicators')
  await addRow(page, '添加指标', gridRows(page))
  const row = gridRows(page).first()
  const release = await holdSaves(page)
  await typeInGrid(gridCell(row, '三级指标'), '示例培训场次')
  await page.keyboard.press('Enter')
  await openRow(row)
  const button = row.getByRole('button', { name: /^佐证材料/ })
  await button.click()
  await expect(row.getByText('这一行还没有保存')).toBeVisible()
  await row.getByLabel('选择文件').setInputFiles(file('签到表.pdf', aPdf('% 签到')))
  await expect(row.getByRole('list', { name: '本次上传' })).toContainText('签到表.pdf')
  // Closed meanwhile: what was chosen waits for the row, and goes once it is stored
  await button.click()
  await expect(row.getByLabel('选择文件')).toBeHidden()
  release()
  await save(page)
  await button.click()
  await expect(row.getByText('这一行还没有保存')).toHaveCount(0)
  await expect(row.getByRole('list', { name: '佐证材料', exact: true })).toContainText('签到表.pdf')

  // In review beside what it vouches for
  await atAdministrator.goto(`${address}/review`)
  const beside = (name: string) => atAdministrator.getByRole('list', { name, exact: true })
  await expect(beside('佐证材料')).toContainText('签到表.pdf')
  await expect(beside('佐证材料：部门整体收支')).toContainText('大文件.pdf')
  await expect(beside('佐证材料：绩效目标')).toContainText('与部门整体收支的材料内容完全相同')
})
