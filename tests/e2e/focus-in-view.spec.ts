import type { Page } from '@playwright/test'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { open, openEvaluation, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const PARTS = ['duties', 'funds', 'goals', 'tasks', 'indicators', 'projects', 'analysis', 'problems', 'cover', 'evidence']

/** What has the focus and is not seen: lies under something that stays in view, or outside of the window. Null where it is seen. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const { activeElement: focused } = document
    // Behind the last stop the keys leave the page
    if (!(focused instanceof HTMLElement) || focused === document.body) return null
    const { left, top, right, bottom } = focused.getBoundingClientRect()
    // What is higher than the window shows as much of itself as there is room for
    if (bottom - top > window.innerHeight / 2) return null
    const [x, middle] = [(left + right) / 2, (top + bottom) / 2]
    // Of a box of several lines the browser shows the one that is written in
    const points = focused instanceof HTMLTextAreaElement ? [top + 2, middle] : [top + 2, middle, bottom - 2]
    const seen = points.every((y) => {
      const at = document.elementFromPoint(x, y)
      return at !== null && (focused.contains(at) || at.contains(focused) || at.closest('label')?.contains(focused) === true)
    })
    return seen ? null : `${focused.tagName} ${focused.id || (focused.textContent ?? '').trim().slice(0, 20)} at ${top}–${bottom}`
  })

test.describe('whatever the keys come to is seen', () => {
  for (const part of PARTS) {
    test(`${part}: forwards and back by Tab, and through its grid by arrows`, async ({ page }) => {
      await page.setViewportSize({ width: 1366, height: 768 })
      await signInAsDemo(page, 'demo-city-editor')
      const evaluation = await openEvaluation(page, demoDepartment('990303'), '2023')
      await open(page, `${evaluation}/${part}`)
      await ready(page)
      await page.locator('main').focus()
      const hidden: string[] = []
      const press = async (key: string, times: number) => {
        for (let presses = 0; presses < times; presses += 1) {
          await page.keyboard.press(key)
          const now = await hiddenFocus(page)
          if (now !== null) hidden.push(`${key}: ${now}`)
        }
      }
      await press('Tab', 30)
      await press('Shift+Tab', 30)
      const cell = page.locator('[role="gridcell"]').first()
      if (await cell.isVisible()) {
        await cell.click()
        await press('ArrowDown', 25)
        await press('ArrowUp', 25)
      }
      expect(hidden).toEqual([])
    })
  }
})
