import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { idle } from '@/lib/forms/state/form-state'
import { refusalSentence } from '@/lib/messages/refusals'
import { testDatabase } from '@/tests/support/database'
import { pages, type World } from './role-matrix'
import { actions } from './role-matrix-of-actions'
import { addressOf, aWorld, exportsOf, outcomeOf, type Person, pageFiles, send, signInAs } from './server-side'

testDatabase()

/**
 * Tries per action. In the long form (`HENGJI_LONG=1`, or a number in `HENGJI_FUZZ`) what is tried is new in each run: the
 * seed is printed, and `HENGJI_SEED` repeats it. The short form always tries the same.
 */
const LONG = process.env.HENGJI_LONG === '1' || process.env.HENGJI_FUZZ !== undefined
const TRIES = Number(process.env.HENGJI_FUZZ ?? (LONG ? 10_000 : 20))
const SEED = Number(process.env.HENGJI_SEED ?? (LONG ? randomInt(2 ** 31) : 20240506))
if (LONG) process.stderr.write(`HENGJI_SEED=${SEED}\n`)

let own: Person[]
let whole: Person
let world: World

beforeAll(async () => {
  const made = await aWorld()
  own = made.own
  whole = made.whole
  world = made.world
})

/** What nobody would type, and what attackers do. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    '__proto__',
    '{"not":""}',
    "'; DROP TABLE users; --",
    '../../etc/passwd',
    '-1',
    '1e999',
    'NaN',
    '9'.repeat(400),
  ),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.constant('长'.repeat(30_000)),
)
const anything = fc.oneof(
  odd,
  fc.constantFrom(null, undefined, true, Number.NaN, -1, 1e300),
  fc.constant({ not: '' }),
  fc.object({ maxDepth: 2 }),
  fc.array(odd),
)

/** The same things sent with some of them made odd: fields of the form, or arguments. */
const spoiled = (sent: readonly unknown[]): fc.Arbitrary<readonly unknown[]> => {
  const form = sent.find((one) => one instanceof FormData)
  if (!(form instanceof FormData)) {
    const changed = sent.map((one) => fc.oneof({ arbitrary: fc.constant(one), weight: 2 }, anything, mixed(one), withOddTexts(one)))
    return fc.tuple(...changed)
  }
  const names = [...form.keys()]
  return fc
    .dictionary(fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 4 }, odd), fc.array(odd, { maxLength: 2 }))
    .map((fields) => {
      const data = new FormData()
      for (const [name, text] of form) if (!Object.hasOwn(fields, name)) data.append(name, String(text))
      for (const [name, texts] of Object.entries(fields)) for (const text of texts) data.append(name, text)
      return [sent[0], data]
    })
}

/** The same with one text within it made odd, wherever it stands: all the rest is as an action expects it. */
const withOddTexts = (value: unknown): fc.Arbitrary<unknown> => {
  const places = textsOf(value)
  if (places.length === 0) return fc.constant(value)
  return fc.tuple(fc.constantFrom(...places), odd).map(([place, text]) => replacedAt(value, place, text))
}
const textsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'string'
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([step, inner]) => textsOf(inner, [...path, step]))
      : []
const replacedAt = (value: unknown, [step, ...rest]: readonly string[], text: string): unknown => {
  if (step === undefined) return text
  const inner = replacedAt(Reflect.get(value as object, step), rest, text)
  return Array.isArray(value) ? value.with(Number(step), inner) : { ...(value as object), [step]: inner }
}

/** A list with odd things inside. */
const mixed = (value: unknown): fc.Arbitrary<unknown> =>
  Array.isArray(value)
    ? fc.array(fc.oneof(fc.record({ address: odd, seen: anything, text: anything }), anything), { maxLength: 3 })
    : anything

describe('whatever is sent, an action answers', () => {
  test.each(Object.entries(actions))(
    '%s',
    async (name, { sent }) => {
      for (const person of own) {
        await fc.assert(
          fc.asyncProperty(spoiled(sent(world)), async (things) => {
            await signInAs(person)
            const { answer } = await send(name, things)
            expect(JSON.stringify(answer) ?? '').not.toMatch(/prisma|postgres|\bat \S+:\d+:\d+/i)
          }),
          { numRuns: Math.ceil(TRIES / own.length), seed: SEED, endOnFailure: true },
        )
      }
    },
    600_000,
  )
})

test('a scheme nested without end is refused: for want of the right where it is wanting, else for what it is', async () => {
  for (const [person, code] of [...own.map((one) => [one, 'schemes-whole'] as const), [whole, 'scheme-no-bounds'] as const]) {
    await signInAs(person)
    const data = new FormData()
    for (const [name, text] of [
      ['versionId', world.schemeVersion],
      ['seen', '0'],
      ['draft', '['.repeat(190_000) + ']'.repeat(190_000)],
    ] as const)
      data.append(name, text)
    const { answer } = await send('app/schemes/actions.ts#saveScheme', [idle, data])
    expect(answer).toMatchObject({ status: 'refused', message: refusalSentence({ code }) })
  }
})

/** Names that pages look for in their addresses, and one that none does. */
const NAMES = [
  'page',
  'search',
  'action',
  'actor',
  'from',
  'until',
  'before',
  'next',
  'ended',
  'parent',
  'year',
  'left',
  'right',
  'order',
  'nothing',
]
/** What stands in an address; one with a NUL never reaches a page (`scripts/server/request-check.mjs`). */
const inAddress = odd.map((text) => text.replaceAll('\0', ''))

describe('whatever its address says, a page is shown or not there', () => {
  test.each(Object.entries(pages))(
    '%s',
    async (address, { params }) => {
      const { default: Page } = await exportsOf(pageFiles.find((file) => addressOf(file) === address) ?? '')
      const names = Object.keys(params?.(world) ?? {})
      const query = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(inAddress, fc.array(inAddress, { maxLength: 2 })))
      for (const person of own) {
        await signInAs(person)
        await fc.assert(
          fc.asyncProperty(fc.tuple(...names.map(() => inAddress)), fc.boolean(), query, async (texts, spoil, search) => {
            const asked = spoil ? Object.fromEntries(names.map((name, index) => [name, texts[index]])) : params?.(world)
            await outcomeOf(async () => Page?.({ params: Promise.resolve(asked ?? {}), searchParams: Promise.resolve(search) }))
          }),
          { numRuns: Math.ceil(TRIES / own.length), seed: SEED, endOnFailure: true },
        )
      }
    },
    600_000,
  )
})
