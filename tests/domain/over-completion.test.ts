import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { fixed, isPositive, lessThan, quantity } from '@/lib/domain/quantities'
import { compareCells } from '@/lib/domain/reading/comparison'
import type { OverCompletion } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { suggestedDeduction } from '@/lib/domain/scoring/over-completion'
import { findingSentence } from '@/lib/messages/findings'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'

/** Codes and sentences about over-completion of a row of 10 分 with target ≥100, and its score. */
function said(overCompletion: OverCompletion | null, actual: string, deviationReason = '') {
  const evaluation = anEvaluation({
    scheme: scheme('national-2020', { overCompletion }),
    indicators: [anIndicator({ actual, deviationReason })],
  })
  const { findings, score } = assess(evaluation)
  const row = score.indicators[0]
  return {
    codes: findings.map(({ code }) => code).filter((code) => ['K06', 'K07', 'K33'].includes(code)),
    score: row?.score ? fixed(row.score, 2) : null,
    sentences: findings.filter(({ code }) => ['K07', 'K33'].includes(code)).map(findingSentence),
  }
}
const reason = { threshold: '1.3', mode: 'reason' } as const
const suggest = { threshold: '1.3', mode: 'suggest' } as const
const deduct = { threshold: '1.3', mode: 'deduct', deduct: '2' } as const

describe('what follows where a target is far exceeded is the scheme’s to say', () => {
  test('nothing', () => expect(said(null, '300')).toMatchObject({ codes: [], score: '10.00' }))
  test.each([
    ['129.99', []],
    ['130', ['K07']],
    ['300', ['K07']],
  ])('a reason: %s', (actual, codes) => {
    expect(said(reason, actual)).toMatchObject({ codes, score: '10.00' })
    expect(said(reason, actual, '任务追加')).toMatchObject({ codes: [], score: '10.00' })
  })
  test.each([
    ['129.99', []],
    ['130', ['K07']],
    ['150', ['K07']], // 50 % is not above 50 %
    ['200', ['K07', 'K33']],
  ])('a reason, and a suggestion where it is far more: %s', (actual, codes) => {
    expect(said(suggest, actual)).toMatchObject({ codes, score: '10.00' })
    expect(said(suggest, actual, '任务追加')).toMatchObject({ codes: codes.filter((code) => code === 'K33'), score: '10.00' })
  })
  test('the suggestion names the points', () => {
    expect(said(suggest, '200', '任务追加').sentences).toEqual([
      '“示例指标”偏离度 100.00%，超过 50%，建议在分值 10 分中调减 3.50 分，由人决定，未自动扣分。', // 10 × (1 − 1.3 ÷ 2)
    ])
  })
  test('points taken', () => {
    expect(said(deduct, '130')).toMatchObject({ codes: expect.arrayContaining(['K06', 'K07']), score: '8.00' })
    expect(said(deduct, '130').sentences[0]).toContain('已按方案减 2 分')
    expect(said(deduct, '129.99')).toMatchObject({ codes: [], score: '10.00' })
  })
})

test('a suggestion is above 0, below the 分值, and never falls as more is achieved', () => {
  const rules = rulesOf(scheme('national-2020', { overCompletion: suggest }))
  const row = (actual: number) => {
    const { target, actual: read } = anIndicator({ target: '≥7', actual: `${actual}` })
    return suggestedDeduction(compareCells(target.reading, read.reading, anIndicator()), quantity('10'), rules)
  }
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 9_999_999 }), fc.integer({ min: 0, max: 1_000_000 }), (actual, more) => {
      const [less, most] = [row(actual), row(actual + more)]
      expect(less).not.toBeNull()
      if (less === null || most === null) return
      expect(isPositive(less.deduct) && !lessThan(quantity('10'), less.deduct)).toBe(true)
      expect(lessThan(most.deduct, less.deduct)).toBe(false)
    }),
  )
})
