import type { Page } from '@playwright/test'

/** A person at the keyboard, each stroke counted. */
export function countedKeys(page: Page) {
  let count = 0
  const press = async (key: string): Promise<void> => {
    count += 1
    await page.keyboard.press(key)
  }
  return {
    press,
    /** Tab by Tab to what has this name. */
    async reach(name: RegExp): Promise<void> {
      for (let presses = 0; presses < 60; presses += 1) {
        await press('Tab')
        const focused = await page.evaluate(() => {
          const at = document.activeElement
          return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '')
        })
        if (name.test(focused)) return
      }
      throw new Error(`nothing called ${name} was reached`)
    },
    count: (): number => count,
  }
}
