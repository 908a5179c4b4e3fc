import {
  equals,
  hasAtMostDecimals,
  hundred,
  isPositive,
  moreThan,
  plain,
  plus,
  type Quantity,
  quantity,
  zero,
} from '@/lib/domain/quantities'
import type { Scheme, SchemeGroup } from './scheme'
import { problem, type SchemeProblem } from './scheme-problem'

/**
 * 分值 of a scheme against one another: execution and 一级指标 add to 100, the 二级 to their 一级, wherever none is left
 * free; the fixed indicators of a level add to it exactly where it is closed, and leave room where departments add their own.
 */
export function sumProblems(scheme: Scheme): SchemeProblem[] {
  const { execution, dimensions, fixedIndicators } = scheme
  const found: SchemeProblem[] = []
  // What is fixed within a free 一级指标 is taken of the 100 as well.
  const free = new Set(dimensions.filter(({ maxScore }) => maxScore === null).map(({ name }) => name))
  const inFree = fixedIndicators.filter((fixed) => free.has(fixed.dimension)).map(({ maxScore }) => quantity(maxScore))
  const parts = [quantity(execution?.maxScore ?? '0'), ...dimensions.map(({ maxScore }) => read(maxScore)), ...inFree]
  found.push(...partsAgainst(hundred, parts, '/dimensions', ''))
  for (const [index, dimension] of dimensions.entries()) {
    const at = `/dimensions/${index}`
    const here = fixedIndicators.filter((fixed) => fixed.dimension === dimension.name)
    if (dimension.maxScore !== null && dimension.groups.length > 0) {
      const groups = dimension.groups.map(({ maxScore }) => read(maxScore))
      found.push(...partsAgainst(quantity(dimension.maxScore), groups, `${at}/groups`, dimension.name))
    }
    found.push(...fixedAgainst(dimension, here, at))
    for (const [place, group] of dimension.groups.entries()) {
      const inGroup = here.filter((fixed) => fixed.group === group.name)
      found.push(...fixedAgainst(dimension.closed ? { ...group, closed: true } : group, inGroup, `${at}/groups/${place}`))
    }
  }
  return [...found, ...decimals(scheme)]
}

const read = (text: string | null): Quantity | null => (text === null ? null : quantity(text))
const sumOf = (parts: readonly (Quantity | null)[]): Quantity =>
  parts.reduce<Quantity>((all, part) => (part === null ? all : plus(all, part)), zero)

/** Parts against their whole: equal where no part is free, otherwise not above it. */
function partsAgainst(whole: Quantity, parts: readonly (Quantity | null)[], at: string, name: string): SchemeProblem[] {
  const sum = sumOf(parts)
  const facts = { name, sum: plain(sum), whole: plain(whole) }
  if (moreThan(sum, whole)) return [problem('sumAbove', at, facts)]
  return parts.includes(null) || equals(sum, whole) ? [] : [problem('sumBelow', at, facts)]
}

/** The fixed indicators of a level against its 分值. */
function fixedAgainst({ name, maxScore, closed }: SchemeGroup, fixed: Scheme['fixedIndicators'], place: string): SchemeProblem[] {
  if (maxScore === null) return []
  const at = `${place}/maxScore`
  const whole = quantity(maxScore)
  const sum = sumOf(fixed.map((indicator) => quantity(indicator.maxScore)))
  const facts = { name, sum: plain(sum), whole: plain(whole) }
  if (moreThan(sum, whole)) return [problem('sumAbove', at, facts)]
  if (closed) return equals(sum, whole) ? [] : [problem('closedSum', at, facts)]
  return equals(sum, whole) && isPositive(whole) ? [problem('noRoom', `${place}/closed`, facts)] : []
}

/** No 分值 may have more than two decimals, as scores have two. */
const decimals = ({ execution, dimensions, fixedIndicators }: Scheme): SchemeProblem[] =>
  [
    { at: '/execution/maxScore', text: execution?.maxScore ?? null },
    ...dimensions.flatMap(({ maxScore, groups }, index) => [
      { at: `/dimensions/${index}/maxScore`, text: maxScore },
      ...groups.map((group, place) => ({ at: `/dimensions/${index}/groups/${place}/maxScore`, text: group.maxScore })),
    ]),
    ...fixedIndicators.map(({ maxScore }, index) => ({ at: `/fixedIndicators/${index}/maxScore`, text: maxScore })),
  ].flatMap(({ at, text }) =>
    text === null || hasAtMostDecimals(quantity(text), 2) ? [] : [problem('tooManyDecimals', at, { found: text })],
  )
