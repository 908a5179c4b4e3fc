import type { Locator, Page } from '@playwright/test'
import { failureOfCells } from '@/lib/forms/state/failed-send'
import { refusalSentence } from '@/lib/messages/refusals'
import { sectionLabels } from '@/lib/messages/section-labels'
import {
  demoDepartment,
  demoName,
  joinedBy,
  type Person,
  signInAgain,
  signInAsDemo,
  signOutElsewhere,
} from '@/tests/support/browser-people'
import { cell, figureCell, mark, open, openEvaluation, openPart, ready, save, type, typeInGrid } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')
const eastStreet = demoDepartment('990102')

const SIGNED_OUT = refusalSentence({ code: 'signed-out' })

/** The first indicator of an evaluation that waits for the reviewers. */
async function firstReviewed(page: Page): Promise<Locator> {
  await page
    .getByRole('link', { name: new RegExp(`^${eastStreet}`) })
    .first()
    .click()
  await page.getByRole('navigation', { name: '自评各部分' }).getByRole('link', { name: sectionLabels.review, exact: true }).click()
  await expect(page.getByRole('button', { name: '退回修改' })).toBeVisible()
  await ready(page)
  return page.locator('li[id^="indicators/"]').first()
}

test.describe('when the sign-in has ended, what was typed stays, and the same button works after signing in again', () => {
  // The form goes on asking what others do
  test.use({ expectedComplaints: [/status of 401/] })

  test('cells, saved or with a row moved', async ({ page }) => {
    const text = `示例职能 ${mark()}`
    await signInAsDemo(page, 'demo-city-editor')
    await openEvaluation(page, culture, '2023')
    await openPart(page, 'duties')
    const boxes = page.getByRole('main').getByRole('textbox')
    const before = await boxes.count()
    await signOutElsewhere(page)
    await type(boxes.first(), text)

    const said = page.getByRole('status').filter({ hasText: SIGNED_OUT })
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(said).toBeVisible()
    await expect(boxes.first()).toHaveValue(text)
    // A move is seen at once, and waits for its answer as a text does
    await page.getByRole('button', { name: '下移第 1 项职能', exact: true }).click()
    await expect(boxes.nth(1)).toHaveValue(text)
    await expect(said).toBeVisible()
    await expect(boxes).toHaveCount(before)

    await signInAgain(page, 'demo-city-editor')
    await save(page)
    await page.reload()
    await expect(boxes.nth(1)).toHaveValue(text)
  })

  test('the explanation of a warning', async ({ page }) => {
    const text = `已与台账核对 ${mark()}`
    await signInAsDemo(page, 'demo-city-editor')
    await openEvaluation(page, culture, '2023')
    await openPart(page, 'funds')
    await typeInGrid(figureCell(page, 'total', 'adjustedBudget'), '100.00')
    await typeInGrid(figureCell(page, 'total', 'actualExpenditure'), '200.00')
    await save(page)
    await openPart(page, 'check')
    const item = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: '保存说明' }) })
      .first()
    await type(item.getByRole('textbox'), text)
    await signOutElsewhere(page)
    await item.getByRole('button', { name: '保存说明' }).click()
    await expect(item.getByRole('alert').filter({ hasText: SIGNED_OUT })).toBeVisible()
    await expect(item.getByRole('textbox')).toHaveValue(text)
    await signInAgain(page, 'demo-city-editor')
    await item.getByRole('button', { name: '保存说明' }).click()
    await expect(item.getByText('说明已保存')).toBeVisible()
    await page.reload()
    await expect(item.getByRole('textbox')).toHaveValue(text)
  })

  test("a reviewer's score, notes and reason", async ({ page }) => {
    const text = `请补充依据 ${mark()}`
    await signInAsDemo(page, 'demo-reviewer')
    const first = await firstReviewed(page)
    await first.getByText('另给复核分').click()
    await first.getByLabel('复核分（分）').fill('1')
    await first.getByLabel('复核依据').fill(text)
    await page.getByRole('button', { name: '批注：部门职能', exact: true }).click()
    await page.getByLabel('对“部门职能”的批注').fill(text)
    await page.getByLabel('退回理由').fill(text)
    await signOutElsewhere(page)

    await first.getByRole('button', { name: '保存复核分' }).click()
    await expect(first.getByRole('alert').filter({ hasText: SIGNED_OUT })).toBeVisible()
    await expect(first.getByLabel('复核分（分）')).toHaveValue('1')
    await expect(first.getByLabel('复核依据')).toHaveValue(text)
    await page.getByRole('button', { name: '退回修改' }).click()
    await expect(page.getByRole('alert').filter({ hasText: SIGNED_OUT })).toHaveCount(2)
    await expect(page.getByLabel('退回理由')).toHaveValue(text)
    await expect(page.getByLabel('对“部门职能”的批注')).toHaveValue(text)

    await signInAgain(page, 'demo-reviewer')
    await first.getByRole('button', { name: '保存复核分' }).click()
    await expect(first.getByRole('status').filter({ hasText: '已保存。' })).toBeVisible()
    // Emptied again, so that the evaluation stands as before
    await first.getByLabel('复核分（分）').fill('')
    await first.getByLabel('复核依据').fill('')
    await first.getByRole('button', { name: '保存复核分' }).click()
    await expect(first.getByText('另给复核分')).toBeVisible()
  })

  test("an administrator's forms", async ({ page }) => {
    const name = `示例新单位${mark()}`
    await signInAsDemo(page, 'demo-administrator')
    await open(page, '/departments/new')
    await page.getByLabel('部门名称').fill(name)
    await page.getByLabel('类型').selectOption('authority')
    await signOutElsewhere(page)
    await page.getByRole('button', { name: '新增部门' }).click()
    await expect(page.getByRole('alert').filter({ hasText: SIGNED_OUT })).toBeVisible()
    await expect(page.getByLabel('部门名称')).toHaveValue(name)
    await expect(page.getByLabel('类型')).toHaveValue('authority')
    await signInAgain(page, 'demo-administrator')
    await page.getByRole('button', { name: '新增部门' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '单位代码' })).toBeVisible()
    await expect(page.getByLabel('部门名称')).toHaveValue(name)
  })
})

test.describe('when somebody else has signed in beside the page, nothing is done in their name, and what was typed stays', () => {
  // The form goes on asking what others do
  test.use({ expectedComplaints: [/status of 401/] })

  const notYours = (now: string, loginName: string) =>
    refusalSentence({ code: 'other-account', facts: { now, drawnFor: demoName(loginName) } })

  test('cells, saved or with a row moved', async ({ page }) => {
    const run = mark()
    const colleague: Person = { loginName: `beside-${run}`, name: `示例邻座${run}` }
    const text = `示例职能 ${run}`
    await signInAsDemo(page, 'demo-city-editor')
    const evaluation = await openEvaluation(page, culture, '2023')
    await openPart(page, 'duties')
    const boxes = page.getByRole('main').getByRole('textbox')
    const before = await boxes.count()
    await signOutElsewhere(page)
    const tab = await joinedBy(await page.context().newPage(), colleague, 'editor', culture)
    await type(boxes.first(), text)

    const said = page.getByRole('status').filter({ hasText: notYours(colleague.name, 'demo-city-editor') })
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(said).toBeVisible()
    await expect(boxes.first()).toHaveValue(text)
    await page.getByRole('button', { name: '下移第 1 项职能', exact: true }).click()
    await expect(boxes.nth(1)).toHaveValue(text)
    await expect(said).toBeVisible()
    await open(tab, `${evaluation}/duties`)
    const theirs = tab.getByRole('main').getByRole('textbox')
    await expect(theirs).toHaveCount(before)
    for (const box of await theirs.all()) await expect(box).not.toHaveValue(text)

    await signOutElsewhere(page)
    await signInAsDemo(tab, 'demo-city-editor')
    await save(page)
    await page.reload()
    await expect(boxes.nth(1)).toHaveValue(text)
  })

  test("a reviewer's score", async ({ page }) => {
    const text = `另据台账 ${mark()}`
    await signInAsDemo(page, 'demo-reviewer')
    const first = await firstReviewed(page)
    await first.getByText('另给复核分').click()
    await first.getByLabel('复核分（分）').fill('1')
    await first.getByLabel('复核依据').fill(text)
    await signOutElsewhere(page)
    const tab = await signInAsDemo(await page.context().newPage(), 'demo-district-reviewer')

    await first.getByRole('button', { name: '保存复核分' }).click()
    await expect(first.getByRole('alert')).toContainText(notYours(demoName('demo-district-reviewer'), 'demo-reviewer'))
    await expect(first.getByLabel('复核分（分）')).toHaveValue('1')
    await expect(first.getByLabel('复核依据')).toHaveValue(text)
    await expect((await firstReviewed(tab)).getByText('另给复核分')).toBeVisible()
  })
})

test.describe('leaving', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] })

  test('cells that cannot be saved are not left without a question', async ({ page }) => {
    const asked: string[] = []
    let agree = false
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type() === 'beforeunload' ? dialog.type() : dialog.message())
      await (agree ? dialog.accept() : dialog.dismiss())
    })
    const run = mark()
    const text = `示例人 ${run}`
    await signInAsDemo(page, 'demo-city-editor')
    const evaluation = await openEvaluation(page, culture, '2023')
    for (const part of ['duties', 'cover', 'problems'] as const) await openPart(page, part)
    await page.goBack()
    const heading = page.getByRole('heading', { level: 1, name: sectionLabels.cover })
    await expect(heading).toBeVisible()
    // Also what is sent once more while the page is left, by then from another address
    await page.route('**/evaluations/**', (route) =>
      route.request().postData()?.includes(run) ? route.fulfill({ status: 502, body: 'Bad Gateway' }) : route.continue(),
    )
    const typedInVain = async () => {
      await type(cell(page, '填报人'), text)
      await expect(page.getByRole('status').filter({ hasText: `1 处未保存：${failureOfCells.intercepted}` })).toBeVisible()
    }
    await typedInVain()

    const ours = /^有 1 处未保存，已暂存在本浏览器，回到本页可以恢复。确定离开吗？$/
    const staysAfter = async (leave: () => Promise<unknown>, question = ours) => {
      asked.length = 0
      await leave()
      await expect.poll(() => asked).toEqual([expect.stringMatching(question)])
      // Whatever would follow has followed
      await page.waitForTimeout(300)
      expect(new URL(page.url()).pathname).toBe(`${evaluation}/cover`)
      await expect(heading).toBeVisible()
      await expect(cell(page, '填报人')).toHaveValue(text)
    }
    const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click()
    const signOut = () => page.getByRole('button', { name: '退出' }).click()
    const goBack = () => page.evaluate(() => window.history.back())
    await staysAfter(() => follow(sectionLabels.duties))
    await staysAfter(() => follow('工作台'))
    await staysAfter(signOut, /^有 1 处填写的内容尚未保存，退出后将从本浏览器清除。确定退出吗？$/)
    await staysAfter(goBack)
    await staysAfter(() => page.evaluate(() => window.history.forward()))
    await staysAfter(() => page.close({ runBeforeUnload: true }), /^beforeunload$/)

    agree = true
    await goBack()
    await expect(heading).toBeHidden()
    await open(page, `${evaluation}/cover`)
    await typedInVain()
    await signOut()
    await expect(page).toHaveURL(/\/login$/)

    // What can be saved is saved on the way, and nobody is asked
    await page.unroute('**/evaluations/**')
    await signInAsDemo(page, 'demo-city-editor')
    await open(page, `${evaluation}/cover`)
    asked.length = 0
    await type(cell(page, '填报人'), text)
    await follow(sectionLabels.duties)
    await expect(page.getByRole('heading', { level: 1, name: sectionLabels.duties })).toBeVisible()
    expect(asked).toEqual([])
    await openPart(page, 'cover')
    await expect(cell(page, '填报人')).toHaveValue(text)
  })
})
