import { readdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ROLES, type Role } from '@/lib/domain/people/permissions'
import { pages, type World } from '@/tests/auth/role-matrix'
import { evaluationOf, idsOf } from '@/tests/support/browser-database'
import { demoDepartment, signInAsDemo } from '@/tests/support/browser-people'
import { open } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Who looks, and at an evaluation in which this role has something to do. */
const VIEWERS = {
  editor: { loginName: 'demo-social-editor', department: '990203' },
  approver: { loginName: 'demo-social-approver', department: '990204' },
  reviewer: { loginName: 'demo-reviewer', department: '990102' },
  administrator: { loginName: 'demo-administrator', department: '990303' },
} satisfies Record<Role, { loginName: string; department: string }>

/** `/dashboard` leads on to the year's, who signs in has no role yet, and the demo has no long work. */
const LOOKED_AT_ELSEWHERE = new Set(['/dashboard', '/login', '/jobs/[id]'])

const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[\\/])page\.tsx$/.test(file))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, '')}`)
  .sort()

test('every page of the program is in the list that the tests below go through', () => {
  expect(routes).toEqual(Object.keys(pages).sort())
})

/** Who sees most of a page: the reviewer where scores are given, else who enters, else who administers. */
const MOST_SEEN_BY: readonly Role[] = ['editor', 'administrator', 'reviewer', 'approver']
const seenMostBy = (route: string, shownTo: readonly Role[]): Role | undefined =>
  /\/review$|^\/dashboard/.test(route) ? 'reviewer' : MOST_SEEN_BY.find((role) => shownTo.includes(role))

/** Grids that are only read are drawn otherwise than those that are filled in. */
const READ_BY_REVIEWERS = new Set(['/evaluations/[id]/funds', '/evaluations/[id]/indicators'])

/** Each page once; in the long form as everyone to whom it is shown. */
const isLookedAtBy = (role: Role, route: string): boolean => {
  const shownTo = pages[route]?.shownTo === 'everyone' ? ROLES : (pages[route]?.shownTo ?? [])
  if (LOOKED_AT_ELSEWHERE.has(route) || !shownTo.includes(role)) return false
  if (role === 'reviewer' && READ_BY_REVIEWERS.has(route)) return true
  return process.env.HENGJI_LONG === '1' || seenMostBy(route, shownTo) === role
}

for (const role of ROLES) {
  const routesOfRole = routes.filter((route) => isLookedAtBy(role, route))
  if (routesOfRole.length === 0) continue
  test(`every page is accessible to the ${role}: light, dark, magnified and narrow`, async ({ newBrowser }) => {
    test.setTimeout(600_000)
    const page = await signInAsDemo(await newBrowser(), VIEWERS[role].loginName)
    const world = await worldOf(page, role)
    await expectHeadAccessible(page)
    for (const route of routesOfRole) {
      const rule = pages[route]
      const address = addressOf(route, rule?.params?.(world), rule?.search?.(world))
      await test.step(route, async () => {
        await open(page, address)
        expect(new URL(page.url()).pathname, 'leads nowhere else').toBe(new URL(address, page.url()).pathname)
        await expectHeadingFirst(page, address)
        await expectAccessible(page)
      })
    }
    if (role === 'administrator') await discardDraft(page, world)
  })
}

test('signing in is accessible, also after a refusal', async ({ page }) => {
  await open(page, '/login')
  await expectAccessible(page)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请填写用户名和密码' })).toBeVisible()
  await expectAccessible(page)
})

test('high contrast is read in the light of the system and in its dark', async ({ page }) => {
  await open(page, '/login')
  await page.evaluate(() => {
    document.documentElement.dataset.contrast = 'high'
  })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page, axeOn(page).withRules(['color-contrast'])), colorScheme).toEqual([])
  }
})

/** Whoever reads a page as it comes has its heading before what the server sends later. */
async function expectHeadingFirst(page: Page, address: string): Promise<void> {
  const sent = await (await page.request.get(address)).text()
  const later = sent.indexOf('<div hidden id="S:')
  expect.soft((later < 0 ? sent : sent.slice(0, later)).match(/<h1[ >]/g)?.length, `headings that come first: ${address}`).toBe(1)
}

/** What opens out of the head lies over the page, and covers what stands below: it is looked at by itself, once. */
async function expectHeadAccessible(page: Page): Promise<void> {
  await openDetails(page, 'header details')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page, axeOn(page).include('header').withTags(RULES)), `head, ${colorScheme}`).toEqual([])
  }
}

const openDetails = (page: Page, which: string): Promise<void> =>
  page.evaluate((selector) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(selector)) details.open = true
  }, which)

async function expectAccessible(page: Page): Promise<void> {
  await openDetails(page, 'main details')
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await violations(page, axeOn(page).withTags(RULES))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violations(page, axeOn(page).withRules(['color-contrast'])), 'dark').toEqual([])
  const size = page.viewportSize()
  // 640 is a window of 1280 magnified to 200 %, 390 a telephone
  for (const width of [640, 390]) {
    await page.setViewportSize({ width, height: 844 })
    // What the page draws anew for its width is there a moment later
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `width of the page at ${width}` })
      .toBeLessThanOrEqual(width)
  }
  if (size) await page.setViewportSize(size)
}

/** Only what is wrong is told of each element: telling what is right takes most of the time. */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).options({ resultTypes: ['violations'] })

async function violations(page: Page, axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.setLegacyMode(true).analyze()
  const path = new URL(page.url()).pathname
  return found.map(({ id, nodes }) => `${path} ${id} ${nodes.length}× ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`)
}

const addressOf = (route: string, params: Record<string, string> = {}, search: Record<string, string> = {}): string => {
  const path = route.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams(search)
  return query.size === 0 ? path : `${path}?${query}`
}

/** What the addresses point at. */
async function worldOf(page: Page, role: Role): Promise<World> {
  const name = demoDepartment(VIEWERS[role].department)
  return {
    ...(await idsOf(name, 'demo-city-editor')),
    evaluation: await evaluationOf(name, '2023'),
    schemeVersion: role === 'administrator' ? await draftScheme(page) : '',
    unit: '',
    paper: '',
    book: '',
    evidence: '',
    project: '',
    earlierProject: '',
    membership: '',
    indicator: '',
    note: '',
    job: '',
  }
}

/** A copy of the first scheme, so that there is one to edit. */
async function draftScheme(page: Page): Promise<string> {
  await open(page, '/schemes')
  await page.getByRole('link', { name: /^复制/ }).first().click()
  await page.getByRole('radio', { name: '作为新方案' }).check()
  await page.getByLabel('方案编号').fill('for-accessibility')
  await page.getByRole('button', { name: '复制并修改' }).click()
  await page.waitForURL('**/edit')
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

async function discardDraft(page: Page, { schemeVersion }: World): Promise<void> {
  await open(page, `/schemes/${schemeVersion}`)
  await page.getByRole('button', { name: '删除草稿', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page).toHaveURL(/\/schemes$/)
}
