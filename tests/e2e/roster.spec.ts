import { AxeBuilder } from '@axe-core/playwright'
import { writeXlsx } from 'hucre/xlsx'
import { signInAsDemo } from '@/tests/support/browser-people'
import { mark, open } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

test('departments and accounts come out of a workbook: checked, mended, built, and their passwords shown once', async ({ page }) => {
  const run = mark()
  await signInAsDemo(page, 'demo-administrator')
  await open(page, '/users')
  await page.getByRole('link', { name: '按名册建立' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '按名册建立' })).toBeVisible()

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载空白名册' }).click()])
  expect(download.suggestedFilename()).toBe('名册.xlsx')

  const rows = [
    ['单位代码', '单位名称', '类型', '上级代码', '用户名', '姓名', '角色'],
    [`R${run}`, `示例名册局${run}`, '主管部门', '不存在', '', '', ''],
    [`R${run}.1`, `示例名册所${run}`, '单位', `R${run}`, `ma.${run}`, '示例马', '填报人'],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '名册', rows }] })
  await page.getByLabel('读入文件').setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const list = page.getByRole('textbox', { name: '名册' })
  await expect(list).toHaveValue(new RegExp(`示例名册所${run}`))
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByRole('row').filter({ hasText: '单位代码为 1 至 30 位' })).toBeVisible()
  await expect(page.getByRole('button', { name: '建立' })).toHaveCount(0)
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])

  await list.fill((await list.inputValue()).replace('不存在', '99'))
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByText('可以建立：部门 2 个，账号 1 个，另授予角色 0 个')).toBeVisible()
  await page.getByRole('button', { name: '建立' }).click()
  await expect(page.getByText('已建立 2 个部门、1 个账号，另授予 0 个角色。')).toBeVisible()
  await expect(page.getByText(`用户名：ma.${run}`)).toBeVisible()
})
