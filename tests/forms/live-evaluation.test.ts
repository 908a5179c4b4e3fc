import { describe, expect, test } from 'vitest'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { fixed, quantity } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { evaluationAsTyped, frameOf, liveScore } from '@/lib/forms/saving/live-evaluation'
import { foundingCase, MISSED_ROW } from '@/tests/support/founding-case'

const founding = foundingCase()
const texts = Object.fromEntries(
  addressesOf(founding).map((address) => {
    const value = cellOf(founding, address)
    return [address, value === null ? '' : writeCellValue(value)]
  }),
)
const missed = founding.indicators[MISSED_ROW]?.id ?? ''
const totalOf = (typed: Record<string, string>): string | null => {
  const { total } = scoreEvaluation(evaluationAsTyped(frameOf(founding), typed))
  return total === null ? null : fixed(total, 2)
}

test('scores of an approved evaluation are what was approved, not what is computed now', () => {
  const approved = { ...founding, status: 'approved' as const }
  const score = { ...scoreEvaluation(founding), total: quantity('12.34') }
  expect(liveScore(JSON.parse(JSON.stringify(frameOf(approved, score))), evaluationAsTyped(frameOf(approved), texts))).toEqual(score)
  expect(liveScore(frameOf(founding, score), evaluationAsTyped(frameOf(founding), texts)).total).not.toEqual(score.total)
})

describe('scores as one types', () => {
  test('are those of the evaluation itself', () => {
    const live = scoreEvaluation(evaluationAsTyped(frameOf(founding), texts))
    const stored = scoreEvaluation(founding)
    expect(live.indicators.map(({ score }) => score && fixed(score, 2))).toEqual(
      stored.indicators.map(({ score }) => score && fixed(score, 2)),
    )
    expect(totalOf(texts)).toBe('97.67')
  })

  test('follow a cell that is changed', () => {
    expect(totalOf({ ...texts, [`indicators/${missed}/actual`]: '50%' })).toBe('97.50')
  })

  test('are not there while a cell is empty or cannot be read', () => {
    expect(totalOf({ ...texts, [`indicators/${missed}/actual`]: '' })).toBeNull()
    expect(totalOf({ ...texts, [`indicators/${missed}/maxScore`]: '五分' })).toBeNull()
    expect(totalOf({ ...texts, 'funds/total/adjustedBudget': '八千' })).toBeNull()
  })

  test('do not count rows that were removed, or addresses that there are not', () => {
    expect(totalOf({ ...texts, 'indicators/gone/maxScore': '5', 'funds/nothing/amount': '1', '__proto__/x/y': '1' })).toBe('97.67')
  })
})
