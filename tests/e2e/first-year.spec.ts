import { sectionLabels } from '@/lib/messages/section-labels'
import { jinhuaEvaluation as founding, jinhuaExplanations } from '@/prisma/seed/jinhua'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import { gridRows, mark, openFromWorkbench, openRound, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'
import { countedKeys } from '@/tests/support/counted-keys'
import { foundingClipboard } from '@/tests/support/founding-clipboard'
import { theNextYear } from '@/tests/support/next-year'

const run = mark()
const department = `示例首年街道${run}`

const { told, listed, funds, indicators, nextYear } = foundingClipboard(department)

test('an empty first year is filled from the report’s text and a workbook’s indicators and handed in by the keyboard alone', async ({
  newBrowser,
}) => {
  test.setTimeout(300_000)
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `93${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `首年任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `first-${run}`, name: `示例填报员${run}` }, 'editor', department)
  await openFromWorkbench(page, department, '2023')
  const { press, reach, skipTo, paste, count } = countedKeys(page)
  const begun = Date.now()

  const spent: string[] = []
  let before = 0
  const step = (name: string, work: () => Promise<void>) =>
    test.step(name, async () => {
      await work()
      spent.push(`${name} ${count() - before}`)
      before = count()
    })
  const at = async (section: keyof typeof sectionLabels): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1, name: sectionLabels[section], exact: true })).toBeVisible()
    await expect(page.getByText('正在载入…', { exact: true })).toHaveCount(0)
    await ready(page)
  }
  const next = () => press('Alt+PageDown')
  const add = async (label: string): Promise<void> => {
    await reach(new RegExp(`^＋ ${label}$`))
    await press('Enter')
  }
  /** Several lines in one paste: each becomes a paragraph of its own. */
  const pasteLines = async (lines: string): Promise<void> => {
    await paste(lines)
    if (!lines.includes('\n')) return
    await expect(page.getByRole('button', { name: /^拆成 \d+/ })).toHaveCount(1)
    await press('Alt+Enter')
    await expect(page.getByRole('button', { name: /^拆成 \d+/ })).toHaveCount(0)
  }

  await step(sectionLabels.duties, async () => {
    await reach(/^部门职能/)
    await press('Enter')
    await at('duties')
    await skipTo(/^＋ 添加职能$/)
    await press('Enter')
    await pasteLines(`${department}主要职责是：\n${listed(founding.duties, 2)}`)
    await next()
  })
  await step(sectionLabels.funds, async () => {
    await at('funds')
    await skipTo(/^部门整体支出/)
    await press('ArrowRight')
    await paste(funds)
    await expect(page.locator('dl > div').filter({ hasText: '预算执行率' }).locator('dd').first()).toHaveText('100.31%')
    await press('Escape')
    await reach(/^年末结转和结余/)
    await paste('58.47')
    await add('添加偏差说明')
    await pasteLines(founding.deviation.map(told).join('\n'))
    await next()
  })
  await step(sectionLabels.goals, async () => {
    await at('goals')
    await skipTo(/^＋ 添加绩效目标$/)
    for (const { text, completion } of founding.goals) {
      await press(text === founding.goals[0]?.text ? 'Enter' : 'Control+Enter')
      await paste(told(text))
      await reach(/完成情况/)
      await paste(told(completion))
    }
    await next()
  })
  await step(sectionLabels.tasks, async () => {
    await at('tasks')
    await skipTo(/^＋ 添加重点工作任务$/)
    await press('Enter')
    await paste(founding.tasks.map(({ name, subItems }, index) => `${index + 1}.${name}。${listed(subItems, '一是', '；')}。`).join('\n'))
    await expect(gridRows(page)).toHaveCount(founding.tasks.length)
    for (const { name, subItems } of founding.tasks) {
      const task = gridRows(page).filter({ has: page.locator(`[data-cell="name"][data-text="${name}"]`) })
      await expect(task.locator('textarea[data-text]')).toHaveCount(subItems.length)
    }
    await press('Escape')
    await next()
  })
  await step(sectionLabels.indicators, async () => {
    await at('indicators')
    await skipTo(/^＋ 添加指标$/)
    await press('Enter')
    await paste(indicators)
    const agree = page.getByRole('dialog', { name: '请核对' }).getByRole('button', { name: '填入', exact: true })
    await expect(agree.or(gridRows(page).nth(founding.indicators.length - 1)).first()).toBeVisible()
    if (await agree.isVisible()) await press('Enter')
    await expect(gridRows(page)).toHaveCount(founding.indicators.length)
    await expect(page.locator('dl > div').filter({ hasText: '总分' }).locator('dd').first()).toHaveText('97.67')
    await next()
  })
  await step(sectionLabels.analysis, async () => {
    await at('analysis')
    await skipTo(/^＋ 添加自评结论$/)
    await press('Enter')
    await pasteLines(founding.conclusion.map(told).join('\n'))
    await add('添加总述')
    await pasteLines(founding.taskOverview.map(told).join('\n'))
    for (const [index, { completion }] of founding.tasks.entries()) {
      await add(`添加任务 ${index + 1} 的完成情况`)
      await pasteLines(completion.map(told).join('\n'))
    }
    await add('添加工作成效')
    await pasteLines(listed(founding.achievements, '一是'))
    await next()
  })
  await step(sectionLabels.problems, async () => {
    await at('problems')
    await skipTo(/^＋ 添加改进措施$/)
    for (const [index, text] of founding.measures.entries()) {
      await press(index === 0 ? 'Enter' : 'Control+Enter')
      await paste(told(text))
    }
    await reach(/^＋ 添加问题$/, 'Shift+Tab')
    for (const [index, { text, measures }] of founding.problems.entries()) {
      await press(index === 0 ? 'Enter' : 'Control+Enter')
      await paste(told(text))
      for (const measure of measures) {
        await reach(new RegExp(`^措施 ${measure + 1}：`))
        await press('Space')
      }
    }
    await next()
  })
  await step(sectionLabels.cover, async () => {
    await at('cover')
    for (const [label, text] of [
      ['附件序号', '附件2'],
      ['落款单位', department],
      ['落款日期', '2024年5月29日'],
      ['负责人', '示例乙'],
    ] as const) {
      await skipTo(new RegExp(`^${label}`))
      await paste(text)
    }
    await next()
  })
  await step(sectionLabels.check, async () => {
    await at('check')
    await expect(page.getByRole('button', { name: '保存说明' }).first()).toBeVisible()
    for (let open = await page.getByRole('button', { name: '保存说明' }).count(); open > 0; open -= 1) {
      await skipTo(/^说明（/)
      await paste(jinhuaExplanations.F09 ?? '')
      await reach(/^保存说明$/)
      await press('Enter')
    }
    await expect(page.getByRole('button', { name: '送审', exact: true })).toBeVisible()
    await reach(/^送审$/)
    await press('Enter')
    const agree = page.getByRole('dialog').getByRole('button', { name: '确认送审' })
    await expect(agree).toBeVisible()
    if (!(await agree.evaluate((button) => button === document.activeElement))) await reach(/^确认送审$/)
    await press('Enter')
    await expect(page.getByText('已送审。')).toBeVisible()
  })
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1)
  test.info().annotations.push({ type: 'keys', description: `${count()} in ${minutes} min: ${spent.join('，')}` })
  expect(count()).toBeLessThanOrEqual(250)

  await openRound(atAdministrator, {
    year: '2024',
    name: `次年任务${run}`,
    scheme: /10\/50\/30\/10.*第 \d+ 版/,
    departments: [department],
    carry: true,
  })
  await openFromWorkbench(page, department, '2024')
  const said = await theNextYear(page, at, { told, nextYear })
  test.info().annotations.push({ type: 'keys', description: said })
})
