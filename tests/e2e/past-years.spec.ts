import { AxeBuilder } from '@axe-core/playwright'
import { evaluationOf } from '@/tests/support/browser-database'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import { mark, open, openRound, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

test('figures of a past year come out of a list: checked, mended, taken in, and stand beside this year’s', async ({ newBrowser }) => {
  const run = mark()
  const department = `示例粮食局${run}`
  const page = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(page, { name: department, code: `95${run}`, parent: '示例区' })
  for (const year of ['2022', '2023'])
    await openRound(page, { year, name: `往年任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  await open(page, '/rounds')
  await page.getByRole('link', { name: '读入往年数据' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '读入往年数据' })).toBeVisible()
  await ready(page)
  const list = page.getByRole('textbox', { name: '往年数据' })
  await list.fill(`单位代码\t年度\t年初预算数\t全年预算数\t全年执行数\n95${run}\t2022\t900\t1000\t约九百\n95${run}\t2023\t1\t1\t1`)
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByText('2 行中有 2 行需要改正')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '全年执行数“约九百”' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '应由部门自己填报' })).toBeVisible()
  await expect(page.getByRole('button', { name: '采用' })).toHaveCount(0)
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])

  await list.fill(`单位代码\t年度\t年初预算数\t全年预算数\t全年执行数\n95${run}\t2022\t900\t1000\t950`)
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByText('1 行，可以填入 3 个数')).toBeVisible()
  await page.getByRole('button', { name: '采用' }).click()
  await expect(page.getByText('已为 1 个部门年度填入 3 个数。').first()).toBeVisible()

  const editor = await joinedBy(await newBrowser(), { loginName: `past-${run}`, name: `示例填报员${run}` }, 'editor', department)
  await open(editor, `/evaluations/${await evaluationOf(department, '2023')}/funds`)
  await ready(editor)
  await expect(editor.getByText('950', { exact: false }).first()).toBeVisible()
})
