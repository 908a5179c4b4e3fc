import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJson, toJson } from '@/lib/domain/json/quantities-json'
import { dividedBy, quantity } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { foundingCase } from '@/tests/support/founding-case'

test('an evaluation’s scores come back from JSON as they were', () => {
  const score = scoreEvaluation(foundingCase())
  expect(fromJson(JSON.parse(JSON.stringify(toJson(score))))).toEqual(score)
})

test('exact numbers come back exact, whatever stands around them', () => {
  const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
  const exact = fc.oneof(
    fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([n, d]) => dividedBy(quantity(n), quantity(d))),
    fc.tuple(fc.integer(), fc.nat(99)).map(([a, b]) => quantity(`${a}.${String(b).padStart(2, '0')}`)),
  )
  const leaf = fc.oneof(exact, fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(fc.record({ a: leaf, b: fc.array(leaf) })), (value) => {
      expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toEqual(value)
    }),
  )
})
