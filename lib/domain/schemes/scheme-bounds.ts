import { atLeast, compare, hundred, isPositive, isZero, lessThan, moreThan, one, quantity } from '@/lib/domain/quantities'
import type { Scheme } from './scheme'
import { falling, problem, type SchemeProblem, twice } from './scheme-problem'

/** Bounds of the whole scheme: bands, grades, caps and thresholds stand in order, without gaps, and within what can be. */
export const boundProblems = (scheme: Scheme): SchemeProblem[] => [
  ...executionBands(scheme),
  ...overCompletion(scheme),
  ...qualitativeBands(scheme),
  ...grades(scheme),
  ...totalCaps(scheme),
  ...adjustments(scheme),
]

function executionBands({ execution: rule }: Scheme): SchemeProblem[] {
  if (rule === null || rule.method !== 'bands') return []
  if (rule.bands.length === 0) return [problem('bandsMissing', '/execution/bands')]
  return [
    ...falling(
      rule.bands.map(({ from }) => from),
      (index) => `/execution/bands/${index}/from`,
    ),
    ...rule.bands.flatMap(({ share }, index) => {
      const at = `/execution/bands/${index}/share`
      const better = rule.bands[index - 1]?.share
      if (moreThan(quantity(share), one)) return [problem('shareAboveOne', at, { found: share })]
      return better !== undefined && moreThan(quantity(share), quantity(better)) ? [problem('worseEarnsMore', at)] : []
    }),
  ]
}

function overCompletion({ overCompletion: rule }: Scheme): SchemeProblem[] {
  if (rule === null) return []
  const found: SchemeProblem[] = []
  if (!moreThan(quantity(rule.threshold), one))
    found.push(problem('thresholdTooLow', '/overCompletion/threshold', { found: rule.threshold }))
  if (rule.mode === 'deduct' && rule.deduct === undefined) found.push(problem('deductMissing', '/overCompletion/deduct'))
  return found
}

function qualitativeBands({ qualitativeBands: bands }: Scheme): SchemeProblem[] {
  const found = twice(
    bands.map(({ label }) => label),
    (index) => `/qualitativeBands/${index}/label`,
  )
  for (const [index, band] of bands.entries()) {
    const upper = bands[index - 1]?.from ?? '1'
    if (compare(quantity(band.to), quantity(upper)) !== 0)
      found.push(problem('bandsGap', `/qualitativeBands/${index}/to`, { found: band.to, before: upper }))
    if (!lessThan(quantity(band.from), quantity(band.to)))
      found.push(problem('notFalling', `/qualitativeBands/${index}/from`, { found: band.from, before: band.to }))
  }
  const lowest = bands.at(-1)
  if (lowest !== undefined && !isZero(quantity(lowest.from)))
    found.push(problem('bandsGap', `/qualitativeBands/${bands.length - 1}/from`, { found: lowest.from, before: '0' }))
  return found
}

function grades({ grades: all }: Scheme): SchemeProblem[] {
  const found = [
    ...twice(
      all.map(({ grade }) => grade),
      (index) => `/grades/${index}/grade`,
      'gradeTwice',
    ),
    ...twice(
      all.map(({ name }) => name),
      (index) => `/grades/${index}/name`,
    ),
    ...falling(
      all.map(({ from }) => from),
      (index) => `/grades/${index}/from`,
    ),
  ]
  const [best] = all
  const last = all.at(-1)
  if (best !== undefined && moreThan(quantity(best.from), hundred))
    found.push(problem('aboveHundred', '/grades/0/from', { found: best.from }))
  if (last !== undefined && !isZero(quantity(last.from)))
    found.push(problem('gradesGap', `/grades/${all.length - 1}/from`, { found: last.from }))
  return found
}

/** A lower rate never allows a higher total; the order in which caps are written does not matter. */
function totalCaps({ totalCaps: caps }: Scheme): SchemeProblem[] {
  return caps.flatMap(({ rateBelow, maxTotal }, index) => {
    const at = `/totalCaps/${index}`
    if (moreThan(quantity(maxTotal), hundred)) return [problem('aboveHundred', `${at}/maxTotal`, { found: maxTotal })]
    if (caps.findIndex((other) => compare(quantity(other.rateBelow), quantity(rateBelow)) === 0) < index)
      return [problem('rateTwice', `${at}/rateBelow`)]
    const stricter = caps.find(
      (other) => moreThan(quantity(other.rateBelow), quantity(rateBelow)) && lessThan(quantity(other.maxTotal), quantity(maxTotal)),
    )
    return stricter === undefined ? [] : [problem('capRises', `${at}/maxTotal`, { found: maxTotal, before: stricter.maxTotal })]
  })
}

const adjustments = ({ adjustments: all }: Scheme): SchemeProblem[] =>
  all.flatMap(({ max }, index) => {
    const at = `/adjustments/${index}/max`
    if (!isPositive(quantity(max))) return [problem('notPositive', at)]
    return atLeast(hundred, quantity(max)) ? [] : [problem('adjustmentAbove', at, { found: max })]
  })
