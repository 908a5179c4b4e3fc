import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { cell, mark, open, openEvaluation, openPart, ready, save, type } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')

test.describe('without a connection', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] })

  test('a row is there at the key, and goes by itself when nothing was typed in it', async ({ page }) => {
    const [first, second] = [`示例目标甲${mark()}`, `示例目标乙${mark()}`]
    await signInAsDemo(page, 'demo-city-editor')
    await openEvaluation(page, culture, '2023')
    await openPart(page, 'goals')
    await ready(page)
    const goals = page.getByLabel('年度绩效目标（必填）')
    const before = await goals.count()
    const add = page.getByRole('button', { name: '＋ 添加绩效目标' })
    // Nothing is asked of the server until the goal is saved
    await page.context().setOffline(true)
    await add.click()
    await page.keyboard.type(first)
    await add.click()
    await add.click()
    await page.keyboard.type(second)
    await expect(goals).toHaveCount(before + 3)
    await expect(goals.nth(before)).toHaveValue(first)
    await expect(goals.nth(before + 2)).toHaveValue(second)
    await page.context().setOffline(false)
    await save(page)
    await page.reload()
    await expect(goals).toHaveCount(before + 2)
    await expect(goals.nth(before)).toHaveValue(first)
    await expect(goals.nth(before + 1)).toHaveValue(second)
  })

  test('what goes away between a save and the drawing that follows it leaves the form where it is', async ({ page }) => {
    const [saved, further] = [`示例人甲${mark()}`, `示例人乙${mark()}`]
    await signInAsDemo(page, 'demo-city-editor')
    const evaluation = await openEvaluation(page, culture, '2023')
    await open(page, `${evaluation}/cover`)
    const box = cell(page, '填报人')
    await type(box, saved)
    await save(page)
    const asked = page.waitForRequest('**/health')
    await page.context().setOffline(true)
    await asked
    await box.fill(further)
    await page.waitForTimeout(1_000)
    expect(new URL(page.url()).pathname).toBe(`${evaluation}/cover`)
    await expect(box).toHaveValue(further)
    await page.context().setOffline(false)
    await save(page)
    await page.reload()
    await expect(box).toHaveValue(further)
  })
})
