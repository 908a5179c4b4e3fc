import type { Page } from '@playwright/test'

/** A person at the keyboard, each stroke counted. */
export function countedKeys(page: Page) {
  let count = 0
  const press = async (key: string): Promise<void> => {
    count += 1
    await page.keyboard.press(key)
  }
  /** Tab by Tab to what has this name; gives what it is called. */
  const reach = async (name: RegExp): Promise<string> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await press('Tab')
      const focused = await page.evaluate(() => {
        const at = document.activeElement
        return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '')
      })
      if (name.test(focused)) return focused
    }
    throw new Error(`nothing called ${name} was reached`)
  }
  /** The same over the heads of the page and of the evaluation, unless it comes before. */
  const skipTo = async (name: RegExp): Promise<void> => {
    for (const skip of ['跳到正文', '跳过各部分导航']) {
      if (name.test(await reach(new RegExp(`^${skip}$|${name.source}`)))) return
      await press('Enter')
    }
    await reach(name)
  }
  return { press, reach, skipTo, count: (): number => count }
}
