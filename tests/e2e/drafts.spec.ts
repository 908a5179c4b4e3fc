import type { Page } from '@playwright/test'
import { failureSentence, type SendFailure } from '@/lib/forms/state/failed-send'
import { sectionLabels } from '@/lib/messages/section-labels'
import { offered, restore } from '@/tests/support/browser-drafts'
import { beforeItWakes } from '@/tests/support/browser-early'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import {
  cell,
  chooseInGrid,
  confirm,
  gridCell,
  gridRows,
  holdSaves,
  mark,
  open,
  openEvaluation,
  openPart,
  openRow,
  ready,
  save,
  type,
} from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const culture = demoDepartment('990302')
/** The tab is gone from one moment to the next a pause after the last key, with all that was under way; the page is opened anew in another. */
async function afterACrash(page: Page, path = new URL(page.url()).pathname): Promise<Page> {
  await page.waitForTimeout(700)
  const devtools = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  void devtools.send('Page.crash').catch(() => undefined)
  await gone
  const next = await page.context().newPage()
  await open(next, path)
  return next
}

test.describe('what was typed and not saved is offered again on its page', () => {
  test('cells: lines, texts and choices', async ({ page }) => {
    const text = `示例人 ${mark()}`
    await signInAsDemo(page, 'demo-city-editor')
    const evaluation = await openEvaluation(page, culture, '2023')
    await openPart(page, 'cover')
    await holdSaves(page)
    await type(cell(page, '填报人'), text)
    const again = await afterACrash(page)
    await restore(again)
    await expect(cell(again, '填报人')).toHaveValue(text)
    await save(again)
    await again.reload()
    await expect(cell(again, '填报人')).toHaveValue(text)
    await expect(offered(again)).toHaveCount(0)

    // A row that was just added and is stored nowhere, with a choice in it
    await open(again, `${evaluation}/indicators`)
    const name = `示例指标${mark()}`
    await holdSaves(again)
    await again.getByRole('button', { name: '＋ 添加指标' }).click()
    await again.keyboard.type(name)
    const made = (page: Page) => gridRows(page).filter({ has: page.locator(`[data-text="${name}"]`) })
    await chooseInGrid(gridCell(made(again), '一级指标'), '产出指标')
    const third = await afterACrash(again)
    await restore(third)
    await expect(gridCell(made(third), '一级指标')).toHaveAttribute('data-text', '产出指标')
    await save(third)
    await third.reload()
    await expect(made(third)).toHaveCount(1)
    await ready(third)
    await openRow(made(third))
    await made(third)
      .getByRole('button', { name: /^删除指标/ })
      .click()
    await third.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(third.getByText(name)).toHaveCount(0)
  })

  test('ticks of one list, each by itself', async ({ page }) => {
    await signInAsDemo(page, 'demo-administrator')
    await open(page, '/schemes')
    await page
      .getByRole('link', { name: /^复制国家通用方案/ })
      .first()
      .click()
    await page.getByRole('radio', { name: '作为新方案' }).check()
    await page.getByLabel('方案编号').fill(`ticks-${mark()}`)
    await page.getByRole('button', { name: '复制并修改' }).click()
    await page.waitForURL('**/edit')
    await ready(page)
    const ticks = page.getByRole('group', { name: '送审前必须填写' }).getByRole('checkbox', { checked: false })
    const labels = await ticks.evaluateAll((all) => all.slice(0, 2).map((one) => one.parentElement?.textContent ?? ''))
    const [first, second] = labels.map((label) => page.getByRole('checkbox', { name: label, exact: true }))
    if (first === undefined || second === undefined) throw new Error('two that are not ticked')
    await first.check()
    await second.check()
    const again = await afterACrash(page)
    await restore(again)
    for (const label of labels) await expect(again.getByRole('checkbox', { name: label, exact: true })).toBeChecked()
    again.on('dialog', (dialog) => void dialog.accept())
    await open(again, new URL(again.url()).pathname.replace(/\/edit$/, ''))
    await confirm(again, '删除草稿', '删除')
    await expect(again).toHaveURL(/\/schemes(\?|$)/)
  })

  test("an administrator's form, for nobody else, and not after signing out", async ({ page }) => {
    const name = `示例新单位${mark()}`
    await signInAsDemo(page, 'demo-administrator')
    await open(page, '/departments/new')
    await page.getByLabel('部门名称').fill(name)
    await page.getByLabel('类型').selectOption('authority')
    const again = await afterACrash(page)
    await restore(again)
    await expect(again.getByLabel('部门名称')).toHaveValue(name)
    await expect(again.getByLabel('类型')).toHaveValue('authority')
    const asked: string[] = []
    let agree = false
    again.on('dialog', async (dialog) => {
      asked.push(dialog.message())
      await (agree ? dialog.accept() : dialog.dismiss())
    })
    await again.getByRole('button', { name: '退出' }).click()
    await expect.poll(() => asked).toEqual([expect.stringContaining('有 2 处填写的内容尚未保存')])
    await expect(again.getByLabel('部门名称')).toHaveValue(name)
    agree = true
    await again.getByRole('button', { name: '退出' }).click()
    await expect(again).toHaveURL(/\/login$/)
    await signInAsDemo(again, 'demo-administrator')
    await open(again, '/departments/new')
    await expect(again.getByLabel('部门名称')).toHaveValue('')
    await expect(offered(again)).toHaveCount(0)
  })
})

test('what is typed before the scripts are there is offered again after a crash, though nothing was typed since', async ({ page }) => {
  const name = `示例早到单位${mark()}`
  await signInAsDemo(page, 'demo-administrator')
  await beforeItWakes(page, '/departments/new', async () => {
    await page.getByLabel('部门名称').fill(name)
    await page.getByLabel('类型').selectOption('authority')
  })
  await expect(page.getByLabel('部门名称')).toHaveValue(name)
  await expect(offered(page)).toHaveCount(0)
  const again = await afterACrash(page)
  await restore(again)
  await expect(again.getByLabel('部门名称')).toHaveValue(name)
  await expect(again.getByLabel('类型')).toHaveValue('authority')
})

test.describe('a send that fails leaves everything where it is and says why', () => {
  test.use({ expectedComplaints: [/Failed to load resource|net::ERR/] })

  test('in forms and in cells', async ({ page }) => {
    const name = `示例新单位${mark()}`
    const inForm = (failure: SendFailure) => page.getByRole('main').getByRole('alert').filter({ hasText: failureSentence[failure] })
    await signInAsDemo(page, 'demo-administrator')
    await open(page, '/departments/new')
    await page.getByLabel('部门名称').fill(name)
    await page.getByLabel('类型').selectOption('authority')
    const answers = {
      renewed: { status: 404, headers: { 'x-nextjs-action-not-found': '1' }, body: 'Server action not found.' },
      intercepted: { status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' },
    }
    for (const failure of ['renewed', 'intercepted'] as const) {
      await page.route('**/departments/new', (route) =>
        route.request().method() === 'POST' ? route.fulfill(answers[failure]) : route.continue(),
      )
      await page.getByRole('button', { name: '新增部门' }).click()
      await expect(inForm(failure)).toBeVisible()
      await expect(page.getByLabel('部门名称')).toHaveValue(name)
      await expect(page.getByLabel('类型')).toHaveValue('authority')
      page.once('dialog', (dialog) => dialog.accept())
      await page.getByRole('button', { name: '退出' }).click()
      await expect(page.getByRole('alert').filter({ hasText: `没有退出。${failureSentence[failure]}` })).toBeVisible()
      await expect(page.getByLabel('部门名称')).toHaveValue(name)
      await page.unroute('**/departments/new')
    }
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '新增部门' }).click()
    await expect(inForm('unreachable')).toBeVisible()
    await expect(page.getByLabel('部门名称')).toHaveValue(name)
    await page.context().setOffline(false)
    await page.getByLabel('部门名称').fill('')
    const text = `示例人 ${mark()}`
    await signInAsDemo(page, 'demo-city-editor')
    const evaluation = await openEvaluation(page, culture, '2023')
    await open(page, `${evaluation}/cover`)
    await page.route(`**${evaluation}/cover`, (route) =>
      route.request().method() === 'POST' ? route.fulfill(answers.renewed) : route.continue(),
    )
    await type(cell(page, '填报人'), text)
    await expect(page.getByRole('status').filter({ hasText: failureSentence.renewed })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: sectionLabels.cover })).toBeVisible()
    await page.unroute(`**${evaluation}/cover`)
    await save(page)
    await expect(cell(page, '填报人')).toHaveValue(text)
  })
})

test('paragraphs pasted into one cell become rows in one change', async ({ page }) => {
  const run = mark()
  const texts = ['一', '二', '三'].map((number) => `示例职能${number} ${run}`)
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'duties')
  await ready(page)
  const boxes = page.getByRole('main').getByRole('textbox')
  const before = await boxes.count()
  await holdSaves(page)
  await page.getByRole('button', { name: '＋ 添加职能' }).click()
  await page.keyboard.insertText(texts.map((text, index) => `${index + 1}. ${text}`).join('\n'))
  await page.getByRole('button', { name: '拆成 3 项职能' }).click()
  await expect(boxes).toHaveCount(before + 3)
  const again = await afterACrash(page)
  const kept = again.getByRole('main').getByRole('textbox')
  await expect(kept).toHaveCount(before)
  await restore(again)
  for (const [index, text] of texts.entries()) await expect(kept.nth(before + index)).toHaveValue(text)
  await save(again)
  await again.reload()
  for (const [index, text] of texts.entries()) await expect(kept.nth(before + index)).toHaveValue(text)
})

test('what is typed is saved by itself, and is taken back and done again after that, with rows that went', async ({ page }) => {
  const run = mark()
  const saved = () => expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
  await signInAsDemo(page, 'demo-city-editor')
  await openEvaluation(page, culture, '2023')
  await openPart(page, 'goals')
  await ready(page)
  const goals = page.getByLabel('年度绩效目标（必填）')
  const before = await goals.count()
  await page.getByRole('button', { name: '＋ 添加绩效目标' }).click()
  await page.keyboard.type(`示例目标${run}`)
  await saved()
  await page.reload()
  await ready(page)
  await expect(goals.nth(before)).toHaveValue(`示例目标${run}`)

  await type(goals.nth(before), `改过的目标${run}`)
  await saved()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(goals.nth(before)).toHaveValue(`示例目标${run}`)
  await page.keyboard.press('ControlOrMeta+y')
  await expect(goals.nth(before)).toHaveValue(`改过的目标${run}`)
  await page
    .getByRole('button', { name: /^删除绩效目标/ })
    .last()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(goals).toHaveCount(before)
  await saved()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(goals.nth(before)).toHaveValue(`改过的目标${run}`)
  await saved()
  await page.reload()
  await expect(goals).toHaveCount(before + 1)
  await expect(goals.nth(before)).toHaveValue(`改过的目标${run}`)
})
