import fs from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database, inTransaction } from '@/lib/data/database'
import { listRoundDepartments, listSchemeChoices, openRound } from '@/lib/data/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes'
import { openSession } from '@/lib/data/sessions'
import { findUser } from '@/lib/data/users'
import { ROLES, type Role } from '@/lib/domain/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, value } from '@/tests/support/people'
import { actions, type PageRule, pages, routes, type World } from './role-matrix'

/** What the request brings: a session cookie or none, and nothing that `proxy.ts` would have added. */
const request = vi.hoisted(() => ({ cookie: null as string | null }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'hengji.session' && request.cookie ? { name, value: request.cookie } : undefined),
    getAll: () => [],
    set: () => undefined,
  }),
  headers: async () => new Headers({ host: 'hengji.example', 'x-middleware-subrequest': 'proxy:proxy:proxy' }),
}))
// As the framework resolves them for server components; what only a browser runs is loaded, never drawn.
vi.mock('react', () => vi.importActual<object>('@/node_modules/react/index.js'))
vi.mock('next/dynamic', () => ({ default: () => () => null }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/link', () => ({ default: 'a' }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }))

testDatabase()

const SECRET = 'k3J9-xQ2m_Z7vB4nL8pW1tY6rC5dF0gH'
const root = path.resolve('.')
const filesOf = (name: RegExp) =>
  fs
    .readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file.split(path.sep).join('/')}`)
    .filter((file) => name.test(file))
    .sort()
const addressOf = (file: string) => file.replace(/^app/, '').replace(/\/(page\.tsx|route\.ts)$/, '') || '/'

const pageFiles = filesOf(/\/page\.tsx$/)
const routeFiles = filesOf(/\/route\.ts$/)
const actionNames = filesOf(/\.tsx?$/)
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
  .flatMap(({ file, text }) => [...text.matchAll(/export (?:async function|const) (\w+)/g)].map(([, name]) => `${file}#${name}`))

type Person = { role: Role; userId: string }
let own: Person[]
let foreign: Person[]
let world: World

beforeAll(async () => {
  process.env.AUTH_SECRET = SECRET
  await storeBundledSchemes()
  const { root: top, administrator } = await aTree()
  const department = await aDepartment(administrator, top, '示例甲局', '101', 'authority')
  const elsewhere = await aDepartment(administrator, top, '示例乙局', '102', 'authority')
  const people = async (place: string, at: string) =>
    Promise.all(ROLES.map(async (role) => ({ role, userId: await aUser(administrator, `${place}-${role}`, at, role, true) })))
  own = await people('own', department)
  foreign = await people('foreign', elsewhere)
  await database().user.updateMany({ data: { mustChangePassword: false } })
  const user = await aUser(administrator, 'subject', department, 'editor')
  const scheme = (await listSchemeChoices(administrator)).find(({ schemeId }) => schemeId === 'hubei-20') ?? { id: '' }
  const opening = { year: 2023, name: '示例年度任务', schemeVersionId: scheme.id, departmentIds: [department], deadlines: {} }
  const round = value(await openRound(administrator, opening))
  const [evaluation] = await listRoundDepartments(administrator, round)
  const indicator = await database().indicator.findFirst({ where: { evaluationId: evaluation?.evaluationId ?? '' } })
  world = {
    evaluation: evaluation?.evaluationId ?? '',
    department,
    user,
    membership: (await findUser(administrator, user))?.memberships[0]?.id ?? '',
    round,
    schemeVersion: scheme.id,
    indicator: indicator?.id ?? 'none',
  }
})
afterAll(() => {
  delete process.env.AUTH_SECRET
})

async function signIn(person: Person | null) {
  const token = person && { userId: person.userId, sessionId: await inTransaction((tx) => openSession(tx, person.userId, new Date())) }
  request.cookie = token && (await encode({ token, secret: SECRET }))
}

type Outcome = 'shown' | 'not-found' | 'login' | 'elsewhere'

/** Runs what the framework would run, and says how it ended: with something shown, or by going somewhere else. */
async function outcomeOf(run: () => Promise<unknown>): Promise<{ outcome: Outcome; answer: unknown }> {
  try {
    return { outcome: 'shown', answer: await run() }
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest)
    if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return { outcome: 'not-found', answer: null }
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return { outcome: /;\/login(\?|;)/.test(digest) ? 'login' : 'elsewhere', answer: null }
  }
}

async function visit(address: string, rule: PageRule): Promise<Outcome> {
  const file = pageFiles.find((candidate) => addressOf(candidate) === address) ?? ''
  const { default: Page } = await import(path.join(root, file))
  const props = { params: Promise.resolve(rule.params?.(world) ?? {}), searchParams: Promise.resolve({}) }
  const { outcome } = await outcomeOf(async () => Page(props))
  return outcome === 'elsewhere' ? 'shown' : outcome
}

test('every page, route and action has its line, and every line its page, route or action', () => {
  expect(Object.keys(pages).sort()).toEqual(pageFiles.map(addressOf).sort())
  expect(Object.keys(routes).sort()).toEqual(routeFiles.map(addressOf).sort())
  expect(Object.keys(actions).sort()).toEqual([...actionNames].sort())
})

describe('pages, without proxy.ts and with a forged internal header', () => {
  test.each(Object.entries(pages))('%s', async (address, rule) => {
    await signIn(null)
    expect(await visit(address, rule)).toBe(rule.shownTo === 'everyone' ? 'shown' : 'login')
    for (const person of own) {
      await signIn(person)
      const shown = rule.shownTo === 'everyone' || rule.shownTo.includes(person.role)
      expect([person.role, await visit(address, rule)]).toEqual([person.role, shown ? 'shown' : 'not-found'])
    }
    for (const person of foreign) {
      await signIn(person)
      const shown = rule.shownTo === 'everyone' || (rule.shared === true && rule.shownTo.includes(person.role))
      expect([`foreign ${person.role}`, await visit(address, rule)]).toEqual([`foreign ${person.role}`, shown ? 'shown' : 'not-found'])
    }
  })
})

/** Everything that a change leaves a trace in. */
const traces = async () =>
  Promise.all([
    database().auditEntry.count({ where: { action: { not: 'session.open' } } }),
    database().cellRevision.count(),
    database().user.count(),
  ])

describe('actions, sent by those who may not', () => {
  test.each(Object.entries(actions).filter(([, { may }]) => may !== 'everyone'))('%s changes nothing', async (name, { may, sent }) => {
    const [file = '', exported = ''] = name.split('#')
    const module: Record<string, (...sent: readonly unknown[]) => Promise<unknown>> = await import(path.join(root, file))
    const run = async () => outcomeOf(async () => module[exported]?.(...sent(world)))
    const before = await traces()

    await signIn(null)
    const visitor = await run()
    expect(visitor.outcome === 'login' || saidNo(visitor.answer)).toBe(true)
    if (may !== 'themselves' && may !== 'everyone') {
      for (const person of [...own.filter(({ role }) => !may.includes(role)), ...foreign]) {
        await signIn(person)
        const { answer } = await run()
        expect([person.role, saidNo(answer)]).toEqual([person.role, true])
      }
    }
    expect(await traces()).toEqual(before)
  })
})

/** Whether an action's answer says that nothing was done, in any of the forms that answers have. */
function saidNo(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  if ('status' in answer) return answer.status === 'refused'
  if ('ok' in answer) return answer.ok === false
  return 'saved' in answer && Array.isArray(answer.saved) && answer.saved.length === 0
}
