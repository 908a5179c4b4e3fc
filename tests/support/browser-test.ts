import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { programAddress } from './own-program'

/** A browser of somebody's own, so that several people can work at the same time. */
export type NewBrowser = (options?: BrowserContextOptions) => Promise<Page>

type Fixtures = {
  newBrowser: NewBrowser
  /** What browsers may complain of in a test that provokes it, e.g. the answer 404. Everything else fails the test. */
  expectedComplaints: readonly RegExp[]
  complaints: string[]
}

/**
 * Tests in a browser. Whatever a page throws, reports as an error or blocks by its content security policy fails the
 * test, on every page that any test opens.
 */
export const test = base.extend<Fixtures>({
  expectedComplaints: [[], { option: true }],
  baseURL: programAddress,
  complaints: async ({ expectedComplaints }, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints.filter((complaint) => !expectedComplaints.some((expected) => expected.test(complaint)))).toEqual([])
  },
  context: async ({ context, complaints }, use) => {
    listen(context, complaints)
    await use(context)
  },
  newBrowser: async ({ browser, contextOptions, baseURL, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}), locale: 'zh-CN', ...options })
      contexts.push(context)
      listen(context, complaints)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()} (${message.location().url})`)
  })
}
