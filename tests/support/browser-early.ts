import type { Page } from '@playwright/test'
import { ready } from './browser-steps'

const SCRIPTS = '**/_next/static/**/*.js'

/** Opens a page as a slow network brings it: `does` is done while it is seen and its scripts are not there, and then they come. */
export async function beforeItWakes(page: Page, path: string, does: () => Promise<unknown>): Promise<void> {
  let wake: () => void = () => undefined
  const awake = new Promise<void>((resolve) => {
    wake = resolve
  })
  await page.route(SCRIPTS, async (route) => {
    await awake
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await does()
  wake()
  // The route stays: taken away while a script is asked for, that script would never come
  await ready(page)
}
