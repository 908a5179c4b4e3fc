import { expect, test } from 'vitest'
import { equals, quantity, sum } from '@/lib/domain/quantities'
import { profiles, stageOf } from '@/prisma/seed/plan'
import { widened } from '@/scripts/generate/widened'

const whole = (indicators: readonly { maxScore: string }[]) => sum(indicators.map(({ maxScore }) => quantity(maxScore)))

test.each([1, 17, 60, 200])(
  'a demo department with %i indicators has them all, each under a name of its own, and 分值 that add up as before',
  (count) => {
    for (const profile of profiles) {
      const { indicators } = widened(profile, count)
      expect(indicators).toHaveLength(Math.max(count, profile.indicators.length))
      expect(new Set(indicators.map(({ name }) => name)).size).toBe(
        new Set(profile.indicators.map(({ name }) => name)).size + indicators.length - profile.indicators.length,
      )
      expect(equals(whole(indicators), whole(profile.indicators))).toBe(true)
      for (const { maxScore, results } of indicators) {
        for (const { selfScore } of Object.values(results))
          if (selfScore !== undefined) expect(Number(selfScore)).toBeLessThanOrEqual(Number(maxScore))
      }
    }
  },
)

test('no review score is above what its indicator may bear', () => {
  const [first] = profiles.map((profile) => widened(profile, 100)).filter((profile) => profile.unit.code === '990202')
  const stage = first && stageOf(first, 2021)
  expect(stage).toMatchObject({ at: 'approved', reviewScore: { score: first?.indicators[0]?.maxScore } })
})
