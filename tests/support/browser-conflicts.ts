import type { Locator, Page } from '@playwright/test'
import { demoDepartment, joinedBy, type Person, signInAsDemo } from './browser-people'
import { mark, open, openEvaluation } from './browser-steps'
import type { NewBrowser } from './browser-test'

const culture = demoDepartment('990302')

/** Two people of one department with the same evaluation open. */
export async function twoAtOnce(newBrowser: NewBrowser): Promise<{ mine: Page; theirs: Page; colleague: Person }> {
  const run = mark()
  const colleague: Person = { loginName: `colleague-${run}`, name: `示例同事${run}` }
  const mine = await signInAsDemo(await newBrowser(), 'demo-city-editor')
  const theirs = await joinedBy(await newBrowser(), colleague, 'editor', culture)
  for (const page of [mine, theirs]) await openEvaluation(page, culture, '2023')
  return { mine, theirs, colleague }
}

export const conflictIn = (place: Page | Locator) => place.getByRole('group', { name: '修改冲突' })
export const reload = (page: Page) => open(page, new URL(page.url()).pathname)
export const pressSave = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()
