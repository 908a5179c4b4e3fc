import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { gradeLabels } from '@/lib/messages/labels'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import {
  addRow,
  figureCell,
  gridCell,
  gridRows,
  mark,
  openFromWorkbench,
  openPart,
  openRound,
  save,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'
import { countedKeys } from '@/tests/support/counted-keys'
import { foundingParagraphs, UNSAID } from '@/tests/support/founding-text'
import { wordFile } from '@/tests/support/word-file'

const run = mark()
const department = `示例松柏街道办事处${run}`

/** The founding report as it was published where it is at hand, else its outline. */
const published = path.resolve('../shared/domain/jinhua-2023-report.txt')
const text = existsSync(published) ? readFileSync(published, 'utf8') : foundingParagraphs.join('\n')

/** Indicators of which the report's text tells nothing that could be read as one. */
const UNTOLD = [
  { name: '来穗人员信息登记率', target: '=100%', actual: '53.4%', points: '5' },
  { name: '矛盾纠纷调处成功率', target: '≥98%', actual: '98.9%', points: '10' },
]

const shown = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')

test('a new department brings its finished report, accepts it by the keyboard, and has 97.67 once the rest is filled in', async ({
  newBrowser,
}) => {
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `98${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `读入任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `intake-${run}`, name: `示例填报员${run}` }, 'editor', department)
  await openFromWorkbench(page, department, '2023')

  const { press, reach, skipTo, count } = countedKeys(page)

  await test.step('the report is read in and stands beside the form', async () => {
    await skipTo(/^读入已有报告$/)
    await press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '读入已有报告' })).toBeVisible()
    await skipTo(/^报告文件/)
    // The system's own dialog to choose a file
    await page.getByLabel('报告文件').setInputFiles({ name: '自评报告.docx', mimeType: '', buffer: Buffer.from(wordFile(text)) })
    await reach(/^读入$/)
    await press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '已读入' })).toBeVisible()
    await expect(page.getByText('请确认没有选错报告')).toBeVisible()
    await expect(page.getByText('报告 97.67，表中尚未算出')).toBeVisible()
    await expect(page.getByRole('region', { name: '报告原文' }).locator('mark').filter({ hasText: '8,988.68' })).toBeVisible()
    await reach(/^全部采用（\d+ 处）$/)
  })

  await test.step('it is still there after a reload, and nothing stands in the form yet', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: /^全部采用（\d+ 处）$/ })).toBeVisible()
    await openPart(page, 'duties')
    await expect(page.getByRole('button', { name: /^删除第 \d+ 项职能$/ })).toHaveCount(0)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: '读入已有报告' })).toBeVisible()
  })

  await test.step('one value, then all the others', async () => {
    const one = page.getByRole('button', { name: '采用：部门整体支出 · 全年预算数' })
    await one.focus()
    await press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '已采用 1 处' })).toBeVisible()
    await expect(one).toHaveCount(0)
    const all = page.getByRole('button', { name: /^全部采用（\d+ 处）$/ })
    await all.focus()
    await press('Enter')
    await expect(page.getByText('读到的内容都已在表中')).toBeVisible()
    await expect(all).toHaveCount(0)
  })
  // Beside what the paper does not hold
  test.info().annotations.push({ type: 'keys', description: String(count()) })
  expect(count()).toBeLessThanOrEqual(60)

  await test.step('what the report does not say is filled in, and the figures are those on paper', async () => {
    await openPart(page, 'funds')
    await expect(figureCell(page, 'total', 'actualExpenditure')).toHaveAttribute('data-text', /^9,?016\.65$/)
    await expect(shown(page, '预算执行率')).toHaveText('100.31%')
    await openPart(page, 'indicators')
    await expect(gridRows(page)).toHaveCount(UNSAID.length)
    for (const [index, [target, points]] of UNSAID.entries()) {
      await typeInGrid(gridCell(gridRows(page).nth(index), '年度指标值'), target)
      await typeInGrid(gridCell(gridRows(page).nth(index), '分值'), points)
    }
    for (const [index, { name, target, actual, points }] of UNTOLD.entries()) {
      await addRow(page, '添加指标', gridRows(page))
      const row = gridRows(page).nth(UNSAID.length + index)
      await typeInGrid(gridCell(row, '三级指标'), name)
      await typeInGrid(gridCell(row, '年度指标值'), target)
      await typeInGrid(gridCell(row, '实际完成值'), actual)
      await typeInGrid(gridCell(row, '分值'), points)
    }
    await expect(shown(page, '总分')).toHaveText('97.67')
    await expect(shown(page, '等级')).toHaveText(gradeLabels.excellent)
    await save(page)
  })

  await test.step('the log names the paper', async () => {
    await openPart(page, 'history')
    await expect(page.getByText('采用报告内容').first()).toBeVisible()
    await expect(page.getByText('自评报告.docx').first()).toBeVisible()
  })
})

test('a file that means harm, or holds nothing to read, is refused in a sentence, and what was pasted stays', async ({ newBrowser }) => {
  const page = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(page, { name: `${department}乙`, code: `97${run}`, parent: '示例区' })
  await openRound(page, { year: '2022', name: `读入任务乙${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [`${department}乙`] })
  const editor = await joinedBy(
    await newBrowser(),
    { loginName: `intake-b-${run}`, name: `示例填报员乙${run}` },
    'editor',
    `${department}乙`,
  )
  await openFromWorkbench(editor, `${department}乙`, '2022')
  await editor.getByRole('link', { name: '读入已有报告' }).click()
  const read = editor.getByRole('button', { name: '读入', exact: true })
  await read.click()
  await expect(editor.getByRole('main').getByRole('alert')).toContainText('请选择文件，或者粘贴报告全文。')
  await editor
    .getByLabel('报告文件')
    .setInputFiles({ name: '带宏.docx', mimeType: '', buffer: Buffer.from(wordFile('自评', { files: { 'word/vbaProject.bin': 'x' } })) })
  await read.click()
  await expect(editor.getByRole('main').getByRole('alert')).toContainText('文件含有宏，不予打开')
  await editor.getByText('没有文件？粘贴报告全文').click()
  await editor.getByLabel('报告全文', { exact: true }).fill('今天天气很好。')
  await read.click()
  await expect(editor.getByText('没有读到可以采用的内容')).toBeVisible()
  await expect(editor.getByText('今天天气很好。').first()).toBeVisible()
})
