import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { sectionLabels } from '@/lib/messages/section-labels'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { open, openEvaluation, openPart, ready, save, tabTo } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

/** The texts of the conclusion. */
const boxes = (page: Page) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '（一）自评结论综述' }) })
    .getByRole('textbox')

test('figures in a text are references that are read, chosen, deleted and copied as what they say', async ({ page }) => {
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, demoDepartment('990303'), '2023')
  await openPart(page, 'analysis')
  await expect(page.getByRole('main')).not.toContainText('{{')
  const box = boxes(page).first()
  const before = await box.inputValue()
  const rate = /〔预算执行率 ([\d.]+%)〕/.exec(before)
  expect(rate).not.toBeNull()
  const [reference = '', figure = ''] = rate ?? []

  // One key goes over it, and one takes it away
  await box.focus()
  const at = before.indexOf(reference)
  const caret = () => box.evaluate((element: HTMLTextAreaElement) => element.selectionStart)
  await box.evaluate((element: HTMLTextAreaElement, place) => element.setSelectionRange(place, place), at)
  await page.keyboard.press('ArrowRight')
  await expect.poll(caret).toBe(at + reference.length)
  await page.keyboard.press('Backspace')
  await expect(box).toHaveValue(before.replace(reference, ''))
  expect(await caret()).toBe(at)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box).toHaveValue(before)

  // Chosen by its name without leaving the text; where nothing is chosen a stroke is a stroke
  await expect(page.getByRole('button', { name: '插入数据' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('吨/天，得/执行得')
  const list = page.getByRole('listbox', { name: '可引用的数据' })
  await expect(list.getByRole('option')).toHaveText([/^预算执行得分[\d.]+$/])
  await page.keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await page.keyboard.type('分')
  await expect(box).toHaveValue(new RegExp(`^${escaped(before)}吨/天，得〔预算执行得分 [\\d.]+〕分$`))

  // Found by its initials as well
  await page.keyboard.type('，/yszxdf')
  await expect(list.getByRole('option')).toHaveText([/^预算执行得分[\d.]+$/])
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(/分，〔预算执行得分 [\d.]+〕$/)

  // A figure that is one of the data is offered to follow it
  await page.keyboard.type(`，执行率${figure}`)
  await expect(page.getByText(`“${figure}”与“预算执行率”相同。`)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: '改为引用' }))
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(new RegExp(`执行率${escaped(reference)}$`))
  await expect(box).toBeFocused()

  // Copied to another text of the page it stays one, to another program it goes as its figure
  const whole = await box.inputValue()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await page.getByRole('button', { name: '＋ 添加自评结论' }).click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(boxes(page).last()).toHaveValue(whole)
  await save(page)
  await page.reload()
  await ready(page)
  await expect(boxes(page).last()).toHaveValue(whole)

  await open(page, `${evaluation}/history`)
  await expect(page.getByRole('heading', { level: 1, name: sectionLabels.history })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('〔预算执行得分〕')
  await expect(page.getByRole('main')).not.toContainText('{{')
  await open(page, `${evaluation}/report`)
  await expect(page.getByRole('main')).toContainText(`执行率${figure}`)
  await expect(page.getByRole('main')).not.toContainText(/〔预算|\{\{/)
})

test('what may be referred to is chosen on a narrow screen in the dark, without a barrier', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await signInAsDemo(page, 'demo-city-editor')
  const evaluation = await openEvaluation(page, demoDepartment('990303'), '2023')
  await open(page, `${evaluation}/analysis`)
  await boxes(page).first().click()
  await page.getByRole('button', { name: '插入数据' }).click()
  const list = page.getByRole('listbox', { name: '可引用的数据' })
  await expect(list.getByRole('option').first()).toContainText('预算执行率')
  await page.keyboard.press('ArrowDown')
  await expect(list.getByRole('option', { selected: true })).toContainText('预算执行率')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('main').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(boxes(page).first()).toBeFocused()
})

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
