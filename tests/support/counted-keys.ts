import type { Page } from '@playwright/test'

/** A person at the keyboard, each stroke counted. */
export function countedKeys(page: Page) {
  let count = 0
  const press = async (key: string): Promise<void> => {
    count += 1
    await page.keyboard.press(key)
  }
  /** Tab by Tab to what has this name; gives what it is called. */
  const reach = async (name: RegExp, key = 'Tab'): Promise<string> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await press(key)
      const focused = await page.evaluate(() => {
        const at = document.activeElement
        const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
        return at?.getAttribute('aria-label') ?? (isField ? at.labels?.[0]?.textContent : at?.textContent) ?? ''
      })
      if (name.test(focused)) return focused
    }
    throw new Error(`nothing called ${name} was reached`)
  }
  /** Tab by Tab to what has this name, over whatever offers to be skipped on the way. */
  const skipTo = async (name: RegExp): Promise<void> => {
    const offers = ['跳到正文', '跳过各部分导航'].map((skip) => `^${skip}$`)
    for (const wanted of [[...offers, name.source], [...offers, name.source], [name.source]]) {
      if (name.test(await reach(new RegExp(wanted.join('|'))))) return
      await press('Enter')
    }
  }
  /** What is in the clipboard, as a text or, in a grid, as a spreadsheet gives it. */
  const paste = async (text: string): Promise<void> => {
    count += 1
    const inGrid = await page.evaluate((plain) => {
      const at = document.activeElement
      // What belongs to a row stands in the grid and is no cell of it
      if (!at?.closest('[data-cell]') || at.closest('[data-grid-detail]')) return false
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      return true
    }, text)
    if (!inGrid) await page.keyboard.insertText(text)
  }
  return { press, reach, skipTo, paste, count: (): number => count }
}
