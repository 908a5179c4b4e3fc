import type { Locator, Page } from '@playwright/test'
import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'
import { sectionLabels } from '@/lib/messages/section-labels'
import { evaluationOf } from './browser-database'
import { expect } from './browser-test'

/** What people do in the product, step by step, through nothing but its pages. */

/** Waits until every part of the page that is served already answers to the person. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps')),
    ),
  )
}

/** Opens an address of the product. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
}

/** Something that no other run has used, so that a story can be told twice on the same database. */
export const mark = (): string => Date.now().toString(36)

/** Chooses from a list by what the option is called, or begins with. */
export const pickScheme = async (list: Locator, name: string | RegExp): Promise<unknown> =>
  list.selectOption(await list.getByRole('option', { name }).first().getAttribute('value'))

/** 开启任务 for departments, as the administrator. */
export async function openRound(
  page: Page,
  round: { year: string; name: string; scheme: string | RegExp; departments: string[]; carry?: true },
): Promise<void> {
  await open(page, '/rounds/new')
  await page.getByLabel(/^年度/).fill(round.year)
  await page.getByLabel('任务名称').fill(round.name)
  await pickScheme(page.getByLabel('评价方案'), round.scheme)
  const picker = page.getByRole('group', { name: '部门' })
  for (const name of round.departments) {
    await picker.getByRole('searchbox').fill(name)
    const row = picker.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
    await row.press('Space')
    await expect(row.getByRole('checkbox')).toBeChecked()
  }
  if (round.carry) await page.getByRole('checkbox', { name: /^沿用上年/ }).check()
  await page.getByRole('button', { name: '开启任务' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(round.name)
}

/** Opens the evaluation of a department and year, and gives its address. */
export async function openEvaluation(page: Page, department: string, year: string): Promise<string> {
  const address = `/evaluations/${await evaluationOf(department, year)}`
  await open(page, address)
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  return address
}

/** The same as people do: from the workbench. */
export async function openFromWorkbench(page: Page, department: string, year: string): Promise<string> {
  await open(page, '/')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: department, exact: true }) })
  await row
    .filter({ has: page.getByRole('cell', { name: year, exact: true }) })
    .getByRole('link')
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Goes to a part of the evaluation by its navigation. */
export async function openPart(page: Page, part: keyof typeof sectionLabels): Promise<void> {
  const label = sectionLabels[part]
  await page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name: label, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible()
  // The heading stands while the rest is still on its way
  await expect(page.getByText('正在载入…', { exact: true })).toHaveCount(0)
}

/** A cell by what it is called, within a part of the page where the name stands more than once. */
export const cell = (place: Page | Locator, name: string): Locator => place.getByLabel(name, { exact: true })

/** Writes into a box in place of what stands there. */
export async function type(box: Locator, text: string): Promise<void> {
  await box.fill(text)
  await expect(box).toHaveValue(text)
}

/** The rows of a grid, each with its cells and, where it is open, with what belongs to it. */
export const gridRows = (place: Page | Locator): Locator => place.locator('[data-grid-row]')

/** A cell of a row by its column. */
export const gridCell = (row: Locator, column: string): Locator => row.locator(`[role="gridcell"][data-label="${column}"]`)

/** A cell of the tables of figures. */
export const figureCell = (place: Page | Locator, item: FigureItem, column: FigureColumn): Locator =>
  place.locator(`[id="funds/${item}/${column}"]`)

/** Writes into a cell of a grid in place of what stands there, as one does in a spreadsheet: it is clicked, and typing replaces. */
export async function typeInGrid(at: Locator, text: string): Promise<void> {
  await at.click()
  await at.getByRole('textbox').or(at.getByRole('combobox')).pressSequentially(text)
  await expect(at).toHaveAttribute('data-text', text)
}

/** Chooses in a cell of a grid. */
export async function chooseInGrid(at: Locator, option: string | { index: number }): Promise<void> {
  await at.click()
  await at.getByRole('combobox').selectOption(option)
}

/** Opens what belongs to a row of a grid. */
export async function openRow(row: Locator): Promise<void> {
  const head = row.locator('[data-cell="#"]')
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  await expect(head).toHaveAttribute('aria-expanded', 'true')
}

/** Goes from one place to the next with the Tab key until `target` has the focus; it must be reached without a trap. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 400 && !(await reached()); presses += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** Adds a row, and waits until it is there. */
export async function addRow(page: Page, label: string, rows: Locator): Promise<void> {
  const before = await rows.count()
  await page.getByRole('button', { name: `＋ ${label}`, exact: true }).click()
  await expect(rows).toHaveCount(before + 1)
}

/** Fills in a list of paragraphs, one row after the other. */
export async function fillParagraphs(page: Page, noun: string, texts: readonly string[], numbered = false): Promise<void> {
  const remove = new RegExp(`^删除第 \\d+ ${numbered ? '项' : '段'}${noun}$`)
  const rows = page.getByRole('button', { name: remove }).locator('xpath=ancestor::li[1]')
  for (const [index, text] of texts.entries()) {
    await addRow(page, `添加${noun}`, rows)
    await rows.nth(index).getByRole('textbox').fill(text)
  }
}

/** 保存, and everything is kept. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
}

/** On 问题与措施: adds this many measures and then a problem with the same mark, saved; the ticks by which the problem is tied to measures. */
export async function addProblemWithMeasures(page: Page, measures: number, run: string): Promise<Locator> {
  const boxes = { problem: page.getByLabel(/^问题 \d+$/), measure: page.getByLabel(/^措施 \d+$/) }
  for (let number = 1; number <= measures; number += 1) {
    await addRow(page, '添加改进措施', boxes.measure)
    await type(boxes.measure.last(), `示例措施${number}${run}`)
  }
  await addRow(page, '添加问题', boxes.problem)
  await type(boxes.problem.last(), `示例问题${run}`)
  await save(page)
  return page
    .getByRole('group', { name: /^问题 \d+ 对应的改进措施$/ })
    .last()
    .getByRole('checkbox')
}

/** What is sent from the page stays on its way until it is let through. */
export async function holdSaves(page: Page): Promise<() => void> {
  let letThrough: () => void = () => undefined
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/evaluations/**', async (route) => {
    if (route.request().method() === 'POST') await through
    // The page may be gone by then
    await route.continue().catch(() => undefined)
  })
  return letThrough
}

/** Presses a button that asks once more, and agrees. */
export async function confirm(page: Page, button: string, agreement = button): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: agreement, exact: true }).click()
}
