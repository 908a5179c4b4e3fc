import { atMost, compare, lessThan, moreThan, points, type Quantity, quantity, zero } from '@/lib/domain/quantities'
import { problem, type SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { bound, notPositive, pointsAbove, quantityOrNull } from './numbers'
import { carriedOver, GIVEN, measured, pointsWithin, type RuleKind } from './rule-kind'

/** 分档: points by the band in which the value lies, `from` < value ≤ `to`; null is open. Stated for a 分值 of `outOf`, where it is given. */
export type BandsRule = {
  kind: 'bands'
  bands: readonly { from: string | null; to: string | null; points: string }[]
  outOf?: string
}

export const bands: RuleKind<BandsRule> = {
  asks: 'value',
  faults: ({ outOf }, at) => notPositive(outOf, `${at}/outOf`),
  problems: (rule, at, maxScore) => [...pointsAbove(rule.bands, `${at}/bands`, rule.outOf ?? maxScore), ...bandsInOrder(rule.bands, at)],
  read: (rule) => {
    const all = rule.bands.map((band) => ({ from: quantityOrNull(band.from), to: quantityOrNull(band.to), stated: quantity(band.points) }))
    const outOf = quantityOrNull(rule.outOf)
    return {
      earned: ({ comparison, maxScore }) => {
        const value = measured(comparison)
        if (value === null) return GIVEN
        const band = all.find(({ from, to }) => (from === null || moreThan(value, from)) && (to === null || atMost(value, to)))
        return pointsWithin(band?.stated ?? zero, outOf, maxScore)
      },
      ownTarget: (unit) => {
        const best = all.reduce((found, band) => (moreThan(band.stated, found.stated) ? band : found))
        if (best.to !== null) return bound('<=', best.to, unit)
        return best.from === null ? bound('>=', zero, unit) : bound('>', best.from, unit)
      },
      values: (maxScore) =>
        all.map(({ from, to, stated }) => ({ kind: 'band', from, to, earns: points(carriedOver(stated, outOf, maxScore)) })),
    }
  },
}

type Band = { from: string | null; to: string | null }

/** From the lowest upwards, in whatever order they are written, each band begins where the one below it ends; the outermost are open. */
function bandsInOrder(all: readonly Band[], at: string): SchemeProblem[] {
  const found: SchemeProblem[] = []
  const read = (text: string | null): Quantity | null => quantityOrNull(text)
  const upwards = [...all.entries()].sort(([, a], [, b]) =>
    a.from === null ? (b.from === null ? 0 : -1) : b.from === null ? 1 : compare(quantity(a.from), quantity(b.from)),
  )
  for (const [place, [index, { from, to }]] of upwards.entries()) {
    const here = `${at}/bands/${index}`
    const [low, high] = [read(from), read(to)]
    if (low !== null && high !== null && !lessThan(low, high)) found.push(problem('bandEmpty', `${here}/to`, { before: from ?? '' }))
    const below = upwards[place - 1]?.[1]
    if (below === undefined) {
      if (low !== null) found.push(problem('bandsOpen', `${here}/from`))
    } else if (low === null || below.to === null || lessThan(low, quantity(below.to))) {
      found.push(problem('bandsOverlap', `${here}/from`))
    } else if (moreThan(low, quantity(below.to))) {
      found.push(problem('bandsGap', `${here}/from`, { before: below.to }))
    }
    if (place === upwards.length - 1 && high !== null) found.push(problem('bandsOpen', `${here}/to`))
  }
  return found
}
