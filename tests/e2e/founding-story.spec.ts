import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { extractText } from 'unpdf'
import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'
import { figureItemLabels } from '@/lib/messages/form-labels'
import { actionLabels, gradeLabels, nodeLabels, stateLabel } from '@/lib/messages/labels'
import { jinhuaEvaluation as founding, jinhuaExplanations } from '@/prisma/seed/jinhua'
import { type Account, addDepartment, addUser, signIn, signInByClick, signInForTheFirstTime } from '@/tests/support/browser-people'
import {
  addRow,
  cell,
  chooseInGrid,
  confirm,
  figureCell,
  fillParagraphs,
  gridCell,
  gridRows,
  mark,
  open,
  openFromWorkbench,
  openPart,
  openRound,
  save,
  type,
  typeInGrid,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const department = `示例云杉街道办事处${run}`
const account = (role: string, name: string): Account => ({
  loginName: `${role}-${run}`,
  name: `${name}${run}`,
  password: `green-spruce-${role}`,
})
const editor = account('editor', '示例填报员')
const approver = account('approver', '示例审核员')
const reviewer = account('reviewer', '示例复核员')

/** The founding report's facts, told of the invented department. */
const told = (text: string) => text.replaceAll('金花街道', '示例云杉街道')

/** The row of the indicator that missed its target, wherever it stands. */
const missed = (page: Page): Locator => gridRows(page).filter({ has: page.locator('[data-text="来穗人员信息登记率"]') })

/** A figure shown with its label: 总分 97.67. */
const shown = (page: Page, label: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')

test('a department enters its year, hands it in, has it returned, mends it and gets it approved', async ({ newBrowser }) => {
  test.setTimeout(300_000)
  const atAdministrator = await signInByClick(await newBrowser(), 'demo-administrator')
  const [atEditor, atApprover, atReviewer] = [await newBrowser(), await newBrowser(), await newBrowser()]
  let evaluation = ''

  await test.step('the administrator sets up the department, its people and the year', async () => {
    await addDepartment(atAdministrator, { name: department, code: `99${run}`, parent: '示例区' })
    const given = {
      editor: await addUser(atAdministrator, { ...editor, role: 'editor', department }),
      approver: await addUser(atAdministrator, { ...approver, role: 'approver', department }),
      reviewer: await addUser(atAdministrator, { ...reviewer, role: 'reviewer', department: '示例区', withSubtree: true }),
    }
    await openRound(atAdministrator, {
      year: '2023',
      name: `2023年度示例自评${run}`,
      scheme: /10\/50\/30\/10.*第 \d+ 版/,
      departments: [department],
    })
    await signInForTheFirstTime(atEditor, editor, given.editor)
    await signInForTheFirstTime(atApprover, approver, given.approver)
    await signInForTheFirstTime(atReviewer, reviewer, given.reviewer)
  })

  await test.step('the editor opens an empty evaluation', async () => {
    evaluation = await openFromWorkbench(atEditor, department, '2023')
    await expect(shown(atEditor, '总分')).toHaveText('—')
    await expect(atEditor.getByText('未开始', { exact: true })).toHaveCount(8)
  })

  await test.step('the editor types duties', async () => {
    await openPart(atEditor, 'duties')
    await fillParagraphs(atEditor, '职能', founding.duties.map(told), true)
    await save(atEditor)
  })

  await test.step('the editor types the money, and sees sums and the rate as they type', async () => {
    await openPart(atEditor, 'funds')
    for (const [name, figure] of Object.entries(founding.figures)) {
      const [item, column] = name.split('/') as [FigureItem, FigureColumn]
      if (column === 'amount' || column === 'count') await type(cell(atEditor, `${figureItemLabels[item]}（万元）`), figure)
      else await typeInGrid(figureCell(atEditor, item, column), figure)
    }
    await expect(shown(atEditor, '预算执行率')).toHaveText('100.31%')
    await expect(atEditor.getByText('✓ 与部门整体支出相符')).toHaveCount(2)
    await fillParagraphs(atEditor, '偏差说明', founding.deviation.map(told))
    await save(atEditor)
  })

  await test.step('the editor types goals and tasks', async () => {
    await openPart(atEditor, 'goals')
    for (const [index, { text, completion }] of founding.goals.entries()) {
      await addRow(atEditor, '添加绩效目标', atEditor.getByLabel('完成情况', { exact: true }))
      await atEditor.getByLabel('年度绩效目标').nth(index).fill(told(text))
      await atEditor.getByLabel('完成情况', { exact: true }).nth(index).fill(told(completion))
    }
    await save(atEditor)
    await openPart(atEditor, 'tasks')
    for (const [index, { name, subItems }] of founding.tasks.entries()) {
      await addRow(atEditor, '添加重点工作任务', gridRows(atEditor))
      await typeInGrid(gridCell(gridRows(atEditor).nth(index), '任务名称'), name)
      await fillParagraphs(atEditor, `任务 ${index + 1} 的分项`, subItems.map(told), true)
    }
    await save(atEditor)
  })

  await test.step('the editor types the sixteen indicators and sees 97.67, 优', async () => {
    await openPart(atEditor, 'indicators')
    for (const [index, { dimension, group, name, task, maxScore, result }] of founding.indicators.entries()) {
      await addRow(atEditor, '添加指标', gridRows(atEditor))
      const row = gridRows(atEditor).nth(index)
      const at = (column: string) => gridCell(row, column)
      await expect(at('三级指标').getByRole('textbox')).toBeFocused()
      await atEditor.keyboard.type(name)
      await chooseInGrid(at('一级指标'), dimension)
      await typeInGrid(at('二级指标'), group)
      if (task !== null) await chooseInGrid(at('所属重点工作任务'), { index: task + 1 })
      await typeInGrid(at('年度指标值'), result.target)
      await typeInGrid(at('实际完成值'), result.actual)
      await typeInGrid(at('分值'), maxScore)
      if (result.reason) await typeInGrid(at('偏差原因及改进措施'), told(result.reason))
    }
    await expect(shown(atEditor, '预算执行率')).toHaveText('100.31%')
    await expect(shown(atEditor, '总分')).toHaveText('97.67')
    await expect(shown(atEditor, '等级')).toHaveText(gradeLabels.excellent)
    await save(atEditor)
  })

  await test.step('with 50 % in place of 53.4 % it is 97.50, and 97.67 again afterwards', async () => {
    const actual = gridCell(missed(atEditor), '实际完成值')
    for (const { text, total } of [
      { text: '50%', total: '97.50' },
      { text: '53.4%', total: '97.67' },
    ]) {
      await typeInGrid(actual, text)
      await expect(shown(atEditor, '总分')).toHaveText(total)
      await save(atEditor)
      await openFromWorkbench(atEditor, department, '2023')
      await expect(shown(atEditor, '总分')).toHaveText(total)
      await openPart(atEditor, 'indicators')
    }
  })

  await test.step('the editor writes what was achieved, what went wrong and what follows from it', async () => {
    await openPart(atEditor, 'analysis')
    await fillParagraphs(atEditor, '自评结论', founding.conclusion.map(told))
    await fillParagraphs(atEditor, '总述', founding.taskOverview.map(told))
    for (const [index, { completion }] of founding.tasks.entries()) {
      await fillParagraphs(atEditor, `任务 ${index + 1} 的完成情况`, completion.map(told))
    }
    await fillParagraphs(atEditor, '工作成效', founding.achievements.map(told))
    await save(atEditor)

    await openPart(atEditor, 'problems')
    for (const [index, text] of founding.measures.entries()) {
      await addRow(atEditor, '添加改进措施', atEditor.getByLabel(/^措施 \d+$/))
      await cell(atEditor, `措施 ${index + 1}`).fill(told(text))
    }
    for (const [index, { text, measures }] of founding.problems.entries()) {
      await addRow(atEditor, '添加问题', atEditor.getByLabel(/^问题 \d+$/))
      await cell(atEditor, `问题 ${index + 1}`).fill(told(text))
      const ties = atEditor.getByRole('group', { name: `问题 ${index + 1} 对应的改进措施` })
      for (const measure of measures) await ties.getByRole('checkbox', { name: `措施 ${measure + 1}：` }).check()
    }
    await save(atEditor)

    await openPart(atEditor, 'cover')
    await cell(atEditor, '附件序号').fill('附件2')
    await cell(atEditor, '落款单位').fill('示例云杉街道办事处')
    await cell(atEditor, '落款日期').fill('2024年5月29日')
    await cell(atEditor, '填报人').fill('示例甲')
    await cell(atEditor, '负责人').fill('示例乙')
    await save(atEditor)
  })

  await test.step('the editor explains the warnings and hands in', async () => {
    await openPart(atEditor, 'check')
    await expect(atEditor.getByRole('button', { name: '送审', exact: true })).toHaveCount(0)
    const warnings = atEditor
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: atEditor.getByRole('button', { name: '保存说明' }) })
    const codes = await warnings.locator('p > span:first-child').allInnerTexts()
    // What the text on deviations says of the execution rate (F06) is not asked for again.
    expect(codes).toEqual(['F09'])
    for (const [index, code] of codes.entries()) {
      await warnings
        .nth(index)
        .getByRole('textbox')
        .fill(jinhuaExplanations[code] ?? '')
      await warnings.nth(index).getByRole('button', { name: '保存说明' }).click()
      await expect(warnings.nth(index).getByRole('status')).toHaveText(/说明/)
    }
    await confirm(atEditor, '送审', '确认送审')
    await expect(atEditor.getByText(stateLabel('submitted', 'unit'), { exact: true })).toBeVisible()
  })

  await test.step('the forms are locked', async () => {
    await openPart(atEditor, 'indicators')
    await expect(atEditor.getByText('本页只读')).toBeVisible()
    for (const column of ['实际完成值', '一级指标'])
      await expect(gridCell(missed(atEditor), column)).toHaveAttribute('aria-readonly', 'true')
    await gridCell(missed(atEditor), '实际完成值').click()
    await expect(missed(atEditor).getByRole('textbox')).toHaveCount(0)
    for (const button of ['保存', '＋ 添加指标']) await expect(atEditor.getByRole('button', { name: button, exact: true })).toHaveCount(0)
  })

  const forward = async (): Promise<void> => {
    await open(atApprover, '/')
    await atApprover.getByRole('link', { name: `${department} 2023 年度` }).click()
    await confirm(atApprover, actionLabels.forward)
    await expect(atApprover.getByText(stateLabel('submitted', 'finance'), { exact: true })).toBeVisible()
  }
  const reason = '请补充来穗人员信息登记率的改进安排。'
  const remark = '请写明由哪个部门、在什么时间完成。'

  await test.step('the approver forwards it, and the reviewer sends it back with a reason and a note at a cell', async () => {
    await forward()
    await open(atReviewer, '/')
    await atReviewer.getByRole('link', { name: `${department} 2023 年度` }).click()
    await expect(shown(atReviewer, '自评得分')).toHaveText('97.67 分')
    await expect(atReviewer.getByText(jinhuaExplanations.F09 ?? '')).toBeVisible()
    await atReviewer.getByRole('button', { name: '批注：来穗人员信息登记率 · 偏差原因及改进措施' }).click()
    await atReviewer.getByLabel(/^对“来穗人员信息登记率 · 偏差原因及改进措施”的批注/).fill(remark)
    await atReviewer.getByLabel('退回理由').fill(reason)
    await atReviewer.getByRole('button', { name: '退回修改' }).click()
    await expect(atReviewer.getByText(stateLabel('returned', 'entry'), { exact: true })).toBeVisible()
  })

  await test.step('the editor sees reason and note at their places, mends it and hands in again', async () => {
    await open(atEditor, '/')
    await expect(atEditor.getByRole('main')).toContainText(reason)
    await open(atEditor, evaluation)
    await expect(atEditor.getByText(`已退回：${reason}`)).toBeVisible()
    await openPart(atEditor, 'indicators')
    const note = missed(atEditor).getByRole('listitem').filter({ hasText: remark })
    await expect(note).toContainText(reviewer.name)
    await typeInGrid(gridCell(missed(atEditor), '偏差原因及改进措施'), '受财力所限未达标；由示例来穗办于次年六月底前完成补登。')
    await save(atEditor)
    await openPart(atEditor, 'check')
    await confirm(atEditor, '送审', '确认送审')
    await expect(atEditor.getByText(stateLabel('submitted', 'unit'), { exact: true })).toBeVisible()
  })

  await test.step('it is forwarded again and approved', async () => {
    await forward()
    await open(atReviewer, `${evaluation}/review`)
    await expect(atReviewer.getByText('于次年六月底前完成补登')).toBeVisible()
    await confirm(atReviewer, actionLabels.approve)
    await expect(atReviewer.getByText(stateLabel('approved', 'finance'), { exact: true }).first()).toBeVisible()
  })

  await test.step('the report of the approved evaluation holds the figures', async () => {
    await open(atEditor, `${evaluation}/report`)
    await expect(atEditor.getByText('已定稿')).toBeVisible()
    const downloading = atEditor.waitForEvent('download')
    await atEditor.getByRole('link', { name: '下载 PDF（合并）' }).click()
    const { text } = await extractText(new Uint8Array(await readFile(await (await downloading).path())), { mergePages: true })
    const printed = text.replace(/\s+/g, '')
    const figures = ['8,988.68', '9,016.65', '100.31%', '7,785.39', '1,179.07', '52.19', '2,636.05', '6,380.60', '58.47', '53.4%', '97.67']
    for (const figure of [...figures, '示例云杉街道', '由示例来穗办于次年六月底前完成补登']) expect(printed).toContain(figure)
  })

  await test.step('everything that happened is in the log', async () => {
    await open(atEditor, evaluation)
    await openPart(atEditor, 'history')
    const steps = atEditor
      .locator('section')
      .filter({ has: atEditor.getByRole('heading', { name: '办理过程' }) })
      .getByRole('listitem')
    await expect(steps.locator('strong')).toHaveText(
      (['submit', 'forward', 'return', 'submit', 'forward', 'approve'] as const).map((action) => actionLabels[action]),
    )
    await expect(steps.nth(2)).toContainText(`（${nodeLabels.finance}）${reviewer.name}`)
    await expect(steps.nth(2)).toContainText(reason)
    await expect(atEditor.getByRole('main')).toContainText('第 2 次送审')
    await open(atAdministrator, `/audit?actor=${encodeURIComponent(reviewer.name)}`)
    const entries = atAdministrator.getByRole('row').filter({ has: atAdministrator.locator(`a[href="${evaluation}/history"]`) })
    await expect(entries).toHaveCount(2)
    await expect(entries.nth(0)).toContainText(actionLabels.approve)
    await expect(entries.nth(1)).toContainText(reason)
    const later = await signIn(await newBrowser(), editor)
    await openFromWorkbench(later, department, '2023')
    await expect(shown(later, '总分')).toHaveText('97.67')
  })
})
