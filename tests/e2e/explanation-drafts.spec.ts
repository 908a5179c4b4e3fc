import { offered, restore } from '@/tests/support/browser-drafts'
import { beforeItWakes } from '@/tests/support/browser-early'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { figureCell, mark, openEvaluation, openPart, ready, save, type, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')

test('the explanation of a warning, left at the last key, and by a link', async ({ page, newBrowser }) => {
  const text = `已与台账核对 ${mark()}`
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'funds')
  await typeInGrid(figureCell(page, 'total', 'adjustedBudget'), '100.00')
  await typeInGrid(figureCell(page, 'total', 'actualExpenditure'), '201.00')
  await save(page)
  await openPart(page, 'check')
  const box = page.getByRole('textbox', { name: /^说明（/ }).first()
  await type(box, text)
  // The page may be gone with the last key
  await page.reload()
  await ready(page)
  await restore(page)
  await expect(box).toHaveValue(text)
  await openPart(page, 'goals')
  await expect(offered(page)).toHaveCount(0)
  await openPart(page, 'check')
  await ready(page)
  // The server has it since the first pause: nothing need be offered, here or on another machine
  await expect(box).toHaveValue(text)
  await expect(offered(page)).toHaveCount(0)
  const elsewhere = await signInAsDemo(await newBrowser(), 'demo-city-editor')
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('textbox', { name: /^说明（/ }).first()).toHaveValue(text)
  await page.getByRole('button', { name: '保存说明' }).first().click()
  await expect(page.getByText('说明已保存').first()).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(box).toHaveValue(text)
  await expect(offered(page)).toHaveCount(0)

  // Pressed before the page's scripts are there: what was typed until then is said in earnest, and is no draft besides
  await beforeItWakes(page, page.url(), async () => {
    await box.fill(`早到的${text}`)
    await page.getByRole('button', { name: '保存说明' }).first().click()
  })
  await expect(page.getByText('说明已保存').first()).toBeVisible()
  // Longer than the pause after which drafts are kept
  await page.waitForTimeout(1500)
  await page.reload()
  await ready(page)
  await expect(box).toHaveValue(`早到的${text}`)
  await expect(page.getByText('草稿已保存，尚未作为说明提交')).toHaveCount(0)
})
