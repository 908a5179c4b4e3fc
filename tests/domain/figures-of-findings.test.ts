import { describe, expect, test } from 'vitest'
import { check } from '@/lib/domain/checks/check'
import type { FactsOf } from '@/lib/domain/checks/facts'
import { type Explanation, explanationFor, type Finding, figuresOf } from '@/lib/domain/checks/findings'
import { formOfEvaluation } from '@/lib/domain/checks/form-of-evaluation'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation } from '@/tests/support/builders'

/** What a check finds with these facts, when it tells its findings apart by `figures`. */
function finding(facts: FactsOf['F12'], figures: Parameters<typeof check<'F12'>>[0]['figures']): Finding {
  const evaluation = anEvaluation()
  const { find } = check({ code: 'F12', severity: 'warning', figures: figures ?? FIRST, find: () => [{ at: 'cell', facts }] })
  const [only] = find(formOfEvaluation(evaluation, scoreEvaluation(evaluation)))
  if (only === undefined) throw new Error('nothing found')
  return only
}

const FACTS: FactsOf['F12'] = { prior: '5', actual: '6', growth: '1', unit: '万元' }
const FIRST = { version: 1, of: ({ actual }: FactsOf['F12']) => ({ actual }) }
const SECOND = { version: 2, of: ({ prior, actual }: FactsOf['F12']) => ({ prior, actual }) }

const explained = (one: Finding): Explanation => ({ ...one, figures: figuresOf(one), text: '说明', byName: '甲', atTime: '' })

describe('an explanation', () => {
  const given = explained(finding(FACTS, FIRST))

  test('hangs on the figures of the check with their version', () => {
    expect(given.figures).toBe('{"actual":"6","version":1}')
  })

  test('is kept when the sentence says more or less, and lost when the figures change', () => {
    expect(explanationFor(finding({ ...FACTS, prior: '4', growth: '2' }, FIRST), [given])).toBe(given)
    expect(explanationFor(finding({ ...FACTS, actual: '7' }, FIRST), [given])).toBeNull()
    expect(explanationFor(finding(FACTS, FIRST), [{ ...given, at: 'elsewhere' }])).toBeNull()
  })

  test('outlives a new version of the figures where the check says what they were before', () => {
    expect(explanationFor(finding(FACTS, SECOND), [given])).toBeNull()
    const anew = finding(FACTS, { ...SECOND, earlier: [FIRST] })
    expect(explanationFor(anew, [given])).toBe(given)
    expect(explanationFor(finding({ ...FACTS, actual: '7' }, { ...SECOND, earlier: [FIRST] }), [given])).toBeNull()
    const later = explained(anew)
    expect(explanationFor(anew, [given, later])).toBe(later)
  })
})
