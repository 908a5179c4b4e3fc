import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import type { Role } from '@/lib/domain/people/permissions'
import { refusalSentence } from '@/lib/messages/refusals'
import { testDatabase } from '@/tests/support/database'
import { type PageRule, pages, routes, type World } from './role-matrix'
import { type ActionRule, actions } from './role-matrix-of-actions'
import {
  actionNames,
  addressOf,
  aWorld,
  exportsOf,
  type Outcome,
  outcomeOf,
  type Person,
  pageFiles,
  routeFiles,
  send,
  signInAs,
} from './server-side'

testDatabase()

let own: Person[]
let foreign: Person[]
let whole: Person
let world: World

beforeAll(async () => {
  const made = await aWorld()
  own = made.own
  foreign = made.foreign
  whole = made.whole
  world = made.world
})

test('every page, route and action has its line, and every line its page, route or action', () => {
  expect(Object.keys(pages).sort()).toEqual(pageFiles.map(addressOf).sort())
  expect(Object.keys(routes).sort()).toEqual(routeFiles.map(addressOf).sort())
  expect(Object.keys(actions).sort()).toEqual([...actionNames].sort())
})

async function visit(address: string, rule: PageRule): Promise<Outcome> {
  const { default: Page } = await exportsOf(pageFiles.find((file) => addressOf(file) === address) ?? '')
  const props = { params: Promise.resolve(rule.params?.(world) ?? {}), searchParams: Promise.resolve(rule.search?.(world) ?? {}) }
  const { outcome } = await outcomeOf(async () => Page?.(props))
  return outcome === 'elsewhere' ? 'shown' : outcome
}

/** Reads a route; the status of its answer. */
async function read(address: string, rule: PageRule): Promise<number> {
  const { GET } = await exportsOf(routeFiles.find((file) => addressOf(file) === address) ?? '')
  const answer = await GET?.(new Request(`http://hengji.example${address}?${new URLSearchParams(rule.search?.(world))}`), {
    params: Promise.resolve(rule.params?.(world) ?? {}),
  })
  return answer instanceof Response ? answer.status : 0
}

describe('pages, without the server before them and with a forged internal header', () => {
  test.each(Object.entries(pages))('%s', async (address, rule) => {
    await signInAs(null)
    expect(await visit(address, rule)).toBe(rule.shownTo === 'everyone' ? 'shown' : 'login')
    for (const person of own) {
      await signInAs(person)
      const shown = rule.shownTo === 'everyone' || (!rule.whole && rule.shownTo.includes(person.role))
      expect([person.role, await visit(address, rule)]).toEqual([person.role, shown ? 'shown' : 'not-found'])
    }
    for (const person of foreign) {
      await signInAs(person)
      const shown = rule.shownTo === 'everyone' || (rule.shared === true && rule.shownTo.includes(person.role))
      expect([`foreign ${person.role}`, await visit(address, rule)]).toEqual([`foreign ${person.role}`, shown ? 'shown' : 'not-found'])
    }
    if (rule.whole) {
      await signInAs(whole)
      expect(await visit(address, rule)).toBe('shown')
    }
  })
})

describe('routes that hand something out', () => {
  test.each(Object.entries(routes).filter(([, { shownTo }]) => shownTo !== 'everyone'))('%s', async (address, rule) => {
    await signInAs(null)
    expect(await read(address, rule)).toBe(401)
    for (const person of foreign) {
      await signInAs(person)
      expect([person.role, await read(address, rule)]).toEqual([person.role, 404])
    }
    for (const person of own) {
      await signInAs(person)
      expect([person.role, await read(address, rule)]).toEqual([person.role, rule.shownTo.includes(person.role) ? 200 : 404])
    }
  })
})

/** Everything that a change leaves a trace in. */
const traces = () =>
  Promise.all([
    database().auditEntry.count({ where: { action: { not: 'session.open' } } }),
    database().evaluation.aggregate({ _sum: { revision: true } }),
    database().user.count(),
  ])

/** Refusals for want of the right; what somebody may not see is not there for them. */
const UNAUTHORISED = (
  ['not-permitted', 'schemes-whole', 'department-not-found', 'membership-outside-scope', 'round-not-found', 'user-not-found'] as const
)
  .map((code) => refusalSentence({ code }))
  .concat(refusalSentence({ code: 'round-department-unavailable', facts: { count: '1' } }))
  .concat(refusalSentence({ code: 'roster-faulty', facts: { count: '1' } }))
  .concat(refusalSentence({ code: 'past-years-faulty', facts: { count: '1' } }))
  .concat(refusalSentence({ code: 'year-without-evaluations', facts: { year: '2023' } }))

const guarded = Object.entries(actions).filter(([, { may }]) => may !== 'everyone')
const isRoles = (may: ActionRule['may']): may is readonly Role[] => may !== 'everyone' && may !== 'themselves'

/** Who may not send it: to those of another department it is nobody's. */
const mayNot = ({ may, whole: wholeOnly }: ActionRule): Person[] =>
  isRoles(may) ? [...(wholeOnly ? own : own.filter(({ role }) => !may.includes(role))), ...foreign] : []

describe('actions, sent by those who may not', () => {
  test.each(guarded)('%s changes nothing', async (name, rule) => {
    const before = await traces()
    await signInAs(null)
    // Never by leading away: the page would be left with what was typed in it
    expect(await send(name, rule.sent(world))).toMatchObject({ outcome: 'shown', answer: saysSignedOut })
    for (const person of mayNot(rule)) {
      await signInAs(person)
      const { answer } = await send(name, rule.sent(world))
      expect([person.role, saidNo(answer), reasonsOf(answer)]).toEqual([person.role, true, [expect.toBeOneOf(UNAUTHORISED)]])
    }
    expect(await traces()).toEqual(before)
  })
})

describe('actions, sent from a page that was drawn for somebody else', () => {
  test.each(guarded)('%s changes nothing', async (name, { may, whole: wholeOnly, sent }) => {
    const person = wholeOnly ? whole : own.find(({ role }) => !isRoles(may) || may.includes(role))
    if (person === undefined) throw new Error('nobody may')
    await signInAs(person)
    const { name: now } = await database().user.findUniqueOrThrow({ where: { id: person.userId } })
    const before = await traces()
    for (const [drawnFor, refusal] of [
      [`${foreign[0]?.userId} 示例他人`, { code: 'other-account', facts: { now, drawnFor: '示例他人' } }],
      [`${'x'.repeat(41)} 示例他人`, { code: 'page-outdated' }],
      ['', { code: 'page-outdated' }],
    ] as const) {
      const { answer } = await send(name, sent(world), drawnFor)
      expect([saidNo(answer), reasonsOf(answer)]).toEqual([true, [refusalSentence(refusal)]])
    }
    expect(await traces()).toEqual(before)
  })
})

// Last: from here on the world changes
describe('actions, sent by those who may', () => {
  test.each(guarded)('%s', async (name, { may, whole: wholeOnly, sent, refused }) => {
    const allowed = wholeOnly ? [whole] : own.filter(({ role }) => !isRoles(may) || may.includes(role))
    expect(allowed).not.toEqual([])
    for (const person of allowed) {
      await signInAs(person)
      const { answer } = await send(name, sent(world))
      expect([person.role, saidNo(answer), reasonsOf(answer)]).toEqual([
        person.role,
        refused !== undefined,
        refused === undefined ? expect.anything() : [refusalSentence(typeof refused === 'string' ? { code: refused } : refused)],
      ])
    }
  })
})

/** The answer of an action to a visitor, in any of the forms that answers have. */
const saysSignedOut = expect.toSatisfy((answer) => answer.status === 'signed-out' || answer.signedOut === true)

/** Whether an action's answer says that nothing was done, in any of the forms that answers have. */
function saidNo(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  if ('status' in answer) return answer.status === 'refused'
  if ('ok' in answer) return answer.ok === false
  return 'saved' in answer && Array.isArray(answer.saved) && answer.saved.length === 0
}

/** What an answer says: at fields, else of the whole. */
function reasonsOf(answer: unknown): unknown[] {
  const { fields = {}, message = null } = Object(answer)
  return Object.keys(fields).length > 0 ? Object.values(fields) : [message]
}
