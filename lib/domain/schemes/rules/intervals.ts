import { atLeast, moreThan, points, quantity, zero } from '@/lib/domain/quantities'
import { falling, problem, type SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { bound, notPositive, pointsAbove, quantityOrNull } from './numbers'
import { carriedOver, GIVEN, measured, pointsWithin, type RuleKind } from './rule-kind'

/** 满意度区间: the first that is reached, best first. The points are stated for a 分值 of `outOf`, where it is given. */
export type IntervalsRule = { kind: 'intervals'; intervals: readonly { from: string; points: string }[]; outOf?: string }

export const intervals: RuleKind<IntervalsRule> = {
  asks: 'value',
  faults: ({ outOf }, at) => notPositive(outOf, `${at}/outOf`),
  problems: (rule, at, maxScore) => [
    ...pointsAbove(rule.intervals, `${at}/intervals`, rule.outOf ?? maxScore),
    ...intervalsInOrder(rule.intervals, at),
  ],
  read: (rule) => {
    const all = rule.intervals.map((interval) => ({ from: quantity(interval.from), stated: quantity(interval.points) }))
    const outOf = quantityOrNull(rule.outOf)
    return {
      earned: ({ comparison, maxScore }) => {
        const value = measured(comparison)
        if (value === null) return GIVEN
        return pointsWithin(all.find(({ from }) => atLeast(value, from))?.stated ?? zero, outOf, maxScore)
      },
      ownTarget: (unit) => bound('>=', all[0]?.from ?? zero, unit),
      values: (maxScore) =>
        all.map(({ from, stated }) => ({
          kind: 'value',
          direction: 'atLeast',
          value: from,
          earns: points(carriedOver(stated, outOf, maxScore)),
        })),
    }
  },
}

const intervalsInOrder = (all: IntervalsRule['intervals'], at: string): SchemeProblem[] => [
  ...falling(
    all.map(({ from }) => from),
    (index) => `${at}/intervals/${index}/from`,
  ),
  ...all.flatMap(({ points: stated }, index) => {
    const better = all[index - 1]?.points
    return better !== undefined && moreThan(quantity(stated), quantity(better))
      ? [problem('worseEarnsMore', `${at}/intervals/${index}/points`)]
      : []
  }),
]
