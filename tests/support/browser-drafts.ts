import type { Page } from '@playwright/test'
import { expect } from './browser-test'

const OFFERED = /处内容尚未保存.*已保留在本浏览器/

/** Where a page offers what the browser has kept. */
export const offered = (page: Page) => page.getByText(OFFERED)

/** Takes the offer. */
export async function restore(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: OFFERED })).toBeVisible()
  await page.getByRole('button', { name: '恢复到页面' }).click()
  await expect(page.getByRole('status').filter({ hasText: /已恢复 \d+ 处/ })).toBeVisible()
}
