import { expect, test } from 'vitest'
import { equals, quantity, sum } from '@/lib/domain/quantities'
import { profiles, stageOf } from '@/prisma/seed/plan'
import { evaluationOf } from '@/prisma/seed/profile'
import { widened } from '@/scripts/generate/widened'

const whole = (indicators: readonly { maxScore: string }[]) => sum(indicators.map(({ maxScore }) => quantity(maxScore)))

test.each([1, 17, 60, 200])('an evaluation of the demo with %i indicators has them all, with 分值 that add up as before', (count) => {
  for (const profile of profiles) {
    const own = evaluationOf(profile, 2023)
    const { indicators } = widened(own, count)
    expect(indicators).toHaveLength(Math.max(count, own.indicators.length))
    expect(new Set(indicators.map(({ name }) => name)).size).toBe(indicators.length)
    expect(equals(whole(indicators), whole(own.indicators))).toBe(true)
    for (const { maxScore, result } of indicators) {
      if (result.selfScore !== undefined) expect(Number(result.selfScore)).toBeLessThanOrEqual(Number(maxScore))
    }
  }
})

test('no review score is above what its indicator may bear', () => {
  const reviewed = profiles.find(({ unit }) => unit.code === '990202')
  if (!reviewed) throw new Error('no such department')
  const { indicators } = widened(evaluationOf(reviewed, 2021), 100)
  expect(stageOf(reviewed, 2021, indicators)).toMatchObject({ at: 'approved', reviewScore: { score: indicators[0]?.maxScore } })
})
