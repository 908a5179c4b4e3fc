import { compare, isPositive, lessThan, moreThan, type Quantity, quantity } from '@/lib/domain/quantities'
import { figuresIn, parseFormula } from './formula'
import { formulaName } from './formula-names'
import type { IndicatorRule, Scheme } from './scheme'
import { boundProblems } from './scheme-bounds'
import { nameProblems, switchedOff } from './scheme-names'
import { falling, problem, type SchemeProblem } from './scheme-problem'
import { sumProblems } from './scheme-sums'

/** Everything that keeps a scheme of the right shape from being published. */
export const schemeProblems = (scheme: Scheme): SchemeProblem[] => [
  ...sumProblems(scheme),
  ...nameProblems(scheme),
  ...boundProblems(scheme),
  ...schemeFaults(scheme),
  ...scheme.fixedIndicators.flatMap(({ formula }, index) => formulaFigures(formula, scheme, `/fixedIndicators/${index}/formula`)),
  ...placedRules(scheme).flatMap(({ rule, at, maxScore }) => ruleOrder(rule, at, maxScore)),
]

/** What keeps a scheme of the right shape from being calculated at all. */
export const schemeFaults = (scheme: Scheme): SchemeProblem[] => [
  ...scheme.fixedIndicators.flatMap(({ formula }, index) => formulaSyntax(formula, `/fixedIndicators/${index}/formula`)),
  ...placedRules(scheme).flatMap(({ rule, at }) => ruleNumbers(rule, at)),
]

/** Every rule with its place and the 分值 that its points may not exceed; null where it is free. */
const placedRules = ({ dimensions, fixedIndicators }: Scheme): { rule: IndicatorRule; at: string; maxScore: string | null }[] => [
  ...fixedIndicators.map(({ rule, maxScore }, index) => ({ rule, maxScore, at: `/fixedIndicators/${index}/rule` })),
  ...dimensions.flatMap(({ rule, maxScore, groups }, index) => [
    ...(rule === undefined ? [] : [{ rule, maxScore, at: `/dimensions/${index}/rule` }]),
    ...groups.flatMap((group, place) =>
      group.rule === undefined
        ? []
        : [{ rule: group.rule, maxScore: group.maxScore ?? maxScore, at: `/dimensions/${index}/groups/${place}/rule` }],
    ),
  ]),
]

function formulaSyntax(text: string | null, at: string): SchemeProblem[] {
  if (text === null) return []
  const read = parseFormula(text)
  return read.ok ? [] : [{ code: read.refusal.code, at, facts: read.refusal.facts ?? {} }]
}

/** A formula may only use figures that departments are asked for. */
function formulaFigures(text: string | null, { figureGroups }: Scheme, at: string): SchemeProblem[] {
  const read = text === null ? null : parseFormula(text)
  if (read === null || !read.ok) return []
  return figuresIn(read.value).flatMap((figure) => {
    const group = switchedOff(figure, figureGroups)
    return group === null ? [] : [problem('figureOff', at, { name: formulaName(figure), group })]
  })
}

/** What is divided by must be above 0. */
function ruleNumbers(rule: IndicatorRule, at: string): SchemeProblem[] {
  if (rule.kind !== 'steps' && rule.kind !== 'bands' && rule.kind !== 'intervals') return []
  const positive = (text: string | undefined, field: string) =>
    text === undefined || isPositive(quantity(text)) ? [] : [problem('notPositive', `${at}/${field}`, { found: text })]
  return [...positive(rule.outOf, 'outOf'), ...(rule.kind === 'steps' ? positive(rule.per, 'per') : [])]
}

/** Bands and intervals in order, and none of their points above the 分值 that they are stated for. */
function ruleOrder(rule: IndicatorRule, at: string, maxScore: string | null): SchemeProblem[] {
  if (rule.kind !== 'bands' && rule.kind !== 'intervals') return []
  const whole = rule.outOf ?? maxScore
  const points = (rule.kind === 'bands' ? rule.bands : rule.intervals).flatMap((band, index) =>
    whole !== null && moreThan(quantity(band.points), quantity(whole))
      ? [problem('pointsAbove', `${at}/${rule.kind}/${index}/points`, { found: band.points, whole })]
      : [],
  )
  return [...points, ...(rule.kind === 'bands' ? bandsInOrder(rule.bands, at) : intervalsInOrder(rule.intervals, at))]
}

const intervalsInOrder = (intervals: readonly { from: string; points: string }[], at: string): SchemeProblem[] => [
  ...falling(
    intervals.map(({ from }) => from),
    (index) => `${at}/intervals/${index}/from`,
  ),
  ...intervals.flatMap(({ points }, index) => {
    const better = intervals[index - 1]?.points
    return better !== undefined && moreThan(quantity(points), quantity(better))
      ? [problem('worseEarnsMore', `${at}/intervals/${index}/points`)]
      : []
  }),
]

type Band = { from: string | null; to: string | null }

/** From the lowest upwards, in whatever order they are written, each band begins where the one below it ends; the outermost are open. */
function bandsInOrder(bands: readonly Band[], at: string): SchemeProblem[] {
  const found: SchemeProblem[] = []
  const bound = (text: string | null): Quantity | null => (text === null ? null : quantity(text))
  const upwards = [...bands.entries()].sort(([, a], [, b]) =>
    a.from === null ? (b.from === null ? 0 : -1) : b.from === null ? 1 : compare(quantity(a.from), quantity(b.from)),
  )
  for (const [place, [index, { from, to }]] of upwards.entries()) {
    const here = `${at}/bands/${index}`
    const [low, high] = [bound(from), bound(to)]
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
