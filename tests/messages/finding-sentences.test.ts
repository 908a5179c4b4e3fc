import { describe, expect, test } from 'vitest'
import { checks } from '@/lib/domain/checks/catalogue'
import type { CheckCode, FactsOf } from '@/lib/domain/checks/facts'
import { checkCodes, findingSentence, findingWhy } from '@/lib/messages/findings'
import { raised } from '@/tests/support/raising'
import { flawOf } from '@/tests/support/sentences'

type KindOf<Code extends CheckCode> = FactsOf[Code] extends { kind: infer Kind extends string }
  ? string extends Kind
    ? never
    : Kind
  : never

/** The kinds of findings of each check that has several, which its sentence tells apart: one that is left out does not compile. */
const KINDS: { readonly [Code in CheckCode as [KindOf<Code>] extends [never] ? never : Code]: Readonly<Record<KindOf<Code>, true>> } = {
  F15: { unit: true, far: true, magnitude: true },
  F21: { maxScore: true, score: true },
  K03: { sum: true, reach: true },
  K04: { full: true, proportion: true, coefficient: true },
  K30: { score: true, coefficient: true },
  K31: { unreadable: true, coefficient: true, judgement: true },
  K41: { bonus: true, deduction: true },
  K42: { share: true, more: true },
  T04: { title: true, signature: true, text: true, project: true },
  T05: { count: true, unanswered: true, problem: true, measure: true },
  T06: { admission: true, indicator: true },
  T10: { separator: true, decimals: true, width: true },
  T12: { again: true, gap: true, empty: true },
  T30: { figure: true, named: true },
}

describe('what is said of findings', () => {
  test.each(checkCodes)('%s: each of its sentences is whole, made of facts that a form has', (code) => {
    const findings = raised.filter((finding) => finding.code === code)
    expect(findings, 'something in tests/support/raising.ts raises it').not.toEqual([])
    for (const sentence of new Set(findings.map(findingSentence)))
      expect({ sentence, flaw: flawOf(sentence) }).toEqual({ sentence, flaw: null })
    expect(flawOf(findingWhy(code))).toBeNull()
  })

  test('is as true beside its explanation as without one', () => {
    expect(raised.map(findingSentence).filter((sentence) => /尚未说明|未作说明/.test(sentence))).toEqual([])
  })

  test.each(Object.entries(KINDS))('%s is raised in each of its kinds', (code, kinds) => {
    const found = raised.flatMap((finding) => (finding.code === code && 'kind' in finding.facts ? [finding.facts.kind] : []))
    expect(Object.keys(kinds).filter((kind) => !found.includes(kind))).toEqual([])
  })

  test('of every check, and of nothing else', () => {
    expect(new Set<string>(checkCodes)).toEqual(new Set(checks.map(({ code }) => code)))
  })
})

test.each([
  ['合计 undefined 万元。', 'undefined'],
  ['应为 %。', '为 %'],
  ['“”与表不符。', '“”'],
  ['indicators/c3/actual 未填。', 'indicators/c3'],
  ['initialBudget 未填。', 'initialBudget'],
  ['未填', 'no sentence'],
])('%s is not whole', (sentence, flaw) => {
  expect(flawOf(sentence)).toBe(flaw)
})
