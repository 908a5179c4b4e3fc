import type { Locator, Page } from '@playwright/test'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import { figureCell, mark, open, openFromWorkbench, openPart, openRound, save, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const run = mark()
const department = `示例文字街道${run}`

const section = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

const papers = async (page: Page, evaluation: string): Promise<string> => {
  await open(page, `${evaluation}/report`)
  return page.getByRole('main').innerText()
}

test('texts: what the data say is edited, follows them, is switched off and taken again; lists keep their numbers and lead-ins', async ({
  newBrowser,
}) => {
  test.setTimeout(180_000)
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `94${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `文字任务${run}`, scheme: /10\/50\/30\/10/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `texts-${run}`, name: `示例填报员${run}` }, 'editor', department)
  const evaluation = await openFromWorkbench(page, department, '2023')

  await test.step('收支情况 is made of the figures, edited, and says when they have moved', async () => {
    await openPart(page, 'funds')
    const said = section(page, '部门整体收支情况')
    await expect(said).toContainText('填写数据后在此自动生成。')
    for (const [column, amount] of [
      ['initialBudget', '1000'],
      ['adjustedBudget', '1000'],
      ['actualExpenditure', '900'],
    ] as const)
      await typeInGrid(figureCell(page, 'total', column), amount)
    await save(page)
    await expect(said).toContainText('全年执行数900.00万元，预算执行率90.00%。')
    await said.getByRole('button', { name: '修改收支情况' }).click()
    const box = said.getByRole('textbox')
    await expect(box).toHaveValue(/〔部门整体支出 · 全年执行数 900\.00〕万元，预算执行率〔预算执行率 90\.00%〕。$/)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('执行进度总体正常。')
    await save(page)
    await expect(page.getByText('所据的数据已变动')).toHaveCount(0)

    await typeInGrid(figureCell(page, 'total', 'actualExpenditure'), '950')
    await save(page)
    await expect(box).toHaveValue(/全年执行数 950\.00〕万元.*执行进度总体正常。$/)
    await expect(said.getByText('所据的数据已变动')).toBeVisible()
    await expect(said).toContainText('修改时的数据：2023年度')
    await said.getByRole('button', { name: '已核对，保留现有文字' }).click()
    await expect(said.getByText('所据的数据已变动')).toHaveCount(0)
    await save(page)
    expect(await papers(page, evaluation)).toContain('全年执行数950.00万元，预算执行率95.00%。执行进度总体正常。')
  })

  await test.step('it is not printed, and printed again as the data say it', async () => {
    await open(page, `${evaluation}/funds`)
    const said = section(page, '部门整体收支情况')
    // Who empties it to write it anew is not thrown out of the box
    const box = said.getByRole('textbox')
    await box.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(box).toHaveValue('')
    await expect(box).toBeFocused()
    await page.keyboard.type('示例改写。')
    await expect(box).toHaveValue('示例改写。')
    await said.getByRole('button', { name: '不印收支情况' }).click()
    await expect(said).toContainText('收支情况不印入报告。')
    await save(page)
    expect(await papers(page, evaluation)).not.toContain('全年执行数950.00万元，预算执行率')
    await open(page, `${evaluation}/funds`)
    await said.getByRole('button', { name: '收支情况恢复为由数据生成' }).click()
    await expect(said).toContainText('由表中数据生成')
    await save(page)
    expect(await papers(page, evaluation)).toContain('全年执行数950.00万元，预算执行率95.00%。')
  })

  await test.step('a list that is pasted keeps its lead-in and its numbers, in the form and on paper', async () => {
    await open(page, `${evaluation}/duties`)
    await page.getByRole('button', { name: '＋ 添加职能' }).click()
    await page.keyboard.insertText(
      '街道办事处主要职责是：\n（一）宣传贯彻党和国家的方针政策，承担街道党的建设、公共服务和\n公共安全工作。\n（二）办理上级交办的其他事项。',
    )
    await page.getByRole('button', { name: '拆成 3 项职能' }).click()
    const items = page.getByRole('main').getByRole('textbox')
    await expect(items).toHaveCount(3)
    await expect(page.getByRole('main')).toContainText('（一）')
    // What is added to it goes on with its numbers, and waits with them for its words
    await save(page)
    await items.nth(2).press('ControlOrMeta+Enter')
    await expect(items).toHaveCount(4)
    await expect(page.getByRole('main')).toContainText('（三）')
    await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
    await page.keyboard.insertText('示例新增职能。')
    await save(page)
    const printed = await papers(page, evaluation)
    expect(printed).toContain('（三）示例新增职能。')
    expect(printed).toContain('街道办事处主要职责是：')
    expect(printed).toContain('（一）宣传贯彻党和国家的方针政策，承担街道党的建设、公共服务和公共安全工作。')
    expect(printed).toContain('（二）办理上级交办的其他事项。')
  })

  await test.step('its numbers are chosen for all and item by item', async () => {
    await open(page, `${evaluation}/duties`)
    await page.getByText('职能的编号与引导语').click()
    await page.getByLabel('职能的编号', { exact: true }).selectOption('一是…二是…三是…')
    await page.getByLabel('第 3 项职能的编号').selectOption('（1）（2）（3）')
    await save(page)
    const printed = await papers(page, evaluation)
    expect(printed).toContain('一是宣传贯彻')
    expect(printed).toContain('（1）办理上级交办')
  })

  await test.step('problems and goals are split, numbered and led in by the same means', async () => {
    await openPart(page, 'problems')
    await page.getByRole('button', { name: '＋ 添加问题' }).click()
    await page.keyboard.insertText('一是预算编制不够细化；二是部分项目进度偏慢。')
    await page.getByRole('button', { name: '拆成 2 项问题' }).click()
    await expect(page.getByLabel('问题 2', { exact: true })).toHaveValue('部分项目进度偏慢。')
    await page.getByText('问题的编号与引导语').click()
    await page.getByRole('button', { name: '＋ 添加引导语' }).click()
    const lead = page.getByLabel('引导语', { exact: true })
    await expect(lead).toBeFocused()
    await expect(page.getByLabel('问题 2', { exact: true })).toHaveValue('部分项目进度偏慢。')
    await save(page)
    await openPart(page, 'goals')
    for (const goal of ['保障民生服务', '改善辖区环境']) {
      await page.getByRole('button', { name: '＋ 添加绩效目标' }).click()
      await page.keyboard.insertText(goal)
    }
    await page.getByText('绩效目标的编号与引导语').click()
    await page.getByLabel('绩效目标的编号', { exact: true }).selectOption('（1）（2）（3）')
    await expect(page.getByRole('heading', { name: '绩效目标 2' })).toContainText('（2）')
    await save(page)
    const printed = await papers(page, evaluation)
    for (const text of ['存在以下主要问题：', '一是预算编制不够细化', '二是部分项目进度偏慢。', '（1）保障民生服务', '（2）改善辖区环境'])
      expect(printed).toContain(text)
  })
})
