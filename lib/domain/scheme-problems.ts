import { parseFormula } from './formula'
import {
  atLeast,
  compare,
  equals,
  hasAtMostDecimals,
  hundred,
  isPositive,
  isZero,
  lessThan,
  moreThan,
  one,
  plain,
  plus,
  type Quantity,
  quantity,
  zero,
} from './quantities'
import type { IndicatorRule, Scheme } from './scheme'

/** What is wrong with a scheme of the right shape: a code that lib/messages says, the JSON pointer of the place, and the figures. */
export type SchemeProblem = { code: string; at: string; facts: Readonly<Record<string, string>> }

/**
 * Everything that keeps a scheme from being published: 分值 must add to 100 over execution and 一级指标, to the 一级's over
 * its 二级, and to the 二级's over its fixed indicators, wherever no part is left free; nothing may exceed what it is part
 * of; bands and grades stand best first without gaps; formulas can be read; names and ids are there once.
 */
export function schemeProblems(scheme: Scheme): SchemeProblem[] {
  return [
    ...sums(scheme),
    ...places(scheme),
    ...execution(scheme),
    ...order(scheme),
    ...scheme.fixedIndicators.flatMap((fixed, index) => [
      ...formula(fixed.formula, `/fixedIndicators/${index}/formula`),
      ...rule(fixed.rule, `/fixedIndicators/${index}/rule`),
    ]),
    ...scheme.dimensions.flatMap((dimension, index) => [
      ...(dimension.rule ? rule(dimension.rule, `/dimensions/${index}/rule`) : []),
      ...dimension.groups.flatMap((group, at) => (group.rule ? rule(group.rule, `/dimensions/${index}/groups/${at}/rule`) : [])),
    ]),
  ]
}

const problem = (code: string, at: string, facts: Readonly<Record<string, string>> = {}): SchemeProblem => ({
  code: `scheme.${code}`,
  at,
  facts,
})

/** Parts against their whole: equal where no part is free, otherwise not above it. */
function partsAgainst(whole: Quantity, parts: readonly (Quantity | null)[], at: string, name: string): SchemeProblem[] {
  const sum = parts.reduce<Quantity>((all, part) => (part === null ? all : plus(all, part)), zero)
  const facts = { name, sum: plain(sum), whole: plain(whole) }
  if (moreThan(sum, whole)) return [problem('sumAbove', at, facts)]
  return parts.includes(null) || equals(sum, whole) ? [] : [problem('sumBelow', at, facts)]
}

function sums(scheme: Scheme): SchemeProblem[] {
  const read = (text: string | null): Quantity | null => (text === null ? null : quantity(text))
  const executionMax = scheme.execution === null ? zero : quantity(scheme.execution.maxScore)
  const found = partsAgainst(hundred, [executionMax, ...scheme.dimensions.map(({ maxScore }) => read(maxScore))], '/dimensions', '')
  for (const [index, dimension] of scheme.dimensions.entries()) {
    const at = `/dimensions/${index}`
    const fixedHere = scheme.fixedIndicators.filter((fixed) => fixed.dimension === dimension.name)
    if (dimension.maxScore !== null) {
      const whole = quantity(dimension.maxScore)
      if (dimension.groups.length > 0)
        found.push(
          ...partsAgainst(
            whole,
            dimension.groups.map(({ maxScore }) => read(maxScore)),
            `${at}/groups`,
            dimension.name,
          ),
        )
      found.push(...partsAgainst(whole, [...fixedHere.map(({ maxScore }) => quantity(maxScore)), null], `${at}/maxScore`, dimension.name))
    }
    for (const [place, group] of dimension.groups.entries()) {
      if (group.maxScore === null) continue
      const fixedInGroup = fixedHere.filter((fixed) => fixed.group === group.name).map(({ maxScore }) => quantity(maxScore))
      found.push(...partsAgainst(quantity(group.maxScore), [...fixedInGroup, null], `${at}/groups/${place}/maxScore`, group.name))
    }
  }
  return found
}

function places(scheme: Scheme): SchemeProblem[] {
  const found: SchemeProblem[] = []
  const twice = (names: readonly string[], at: (index: number) => string, code: string) => {
    for (const [index, name] of names.entries()) if (names.indexOf(name) < index) found.push(problem(code, at(index), { name }))
  }
  twice(
    scheme.dimensions.map(({ name }) => name),
    (index) => `/dimensions/${index}/name`,
    'nameTwice',
  )
  for (const [index, { groups }] of scheme.dimensions.entries()) {
    twice(
      groups.map(({ name }) => name),
      (at) => `/dimensions/${index}/groups/${at}/name`,
      'nameTwice',
    )
  }
  const ids = [...scheme.fixedIndicators, ...scheme.adjustments].map(({ id }) => id)
  const fixedCount = scheme.fixedIndicators.length
  twice(ids, (index) => (index < fixedCount ? `/fixedIndicators/${index}/id` : `/adjustments/${index - fixedCount}/id`), 'idTwice')
  for (const [index, fixed] of scheme.fixedIndicators.entries()) {
    const dimension = scheme.dimensions.find(({ name }) => name === fixed.dimension)
    if (dimension === undefined) found.push(problem('unknownDimension', `/fixedIndicators/${index}/dimension`, { name: fixed.dimension }))
    else if (fixed.group !== '' && !dimension.groups.some(({ name }) => name === fixed.group)) {
      found.push(problem('unknownGroup', `/fixedIndicators/${index}/group`, { name: fixed.group }))
    }
  }
  for (const [at, text] of pointTexts(scheme))
    if (!hasAtMostDecimals(quantity(text), 2)) found.push(problem('tooManyDecimals', at, { found: text }))
  return found
}

/** Every 分值 of the scheme with its place: none may have more than two decimals, as scores have two. */
const pointTexts = (scheme: Scheme): [string, string][] => [
  ...(scheme.execution === null ? [] : [['/execution/maxScore', scheme.execution.maxScore] as [string, string]]),
  ...scheme.dimensions.flatMap(({ maxScore, groups }, index): [string, string][] => [
    ...(maxScore === null ? [] : [[`/dimensions/${index}/maxScore`, maxScore] as [string, string]]),
    ...groups.flatMap((group, at): [string, string][] =>
      group.maxScore === null ? [] : [[`/dimensions/${index}/groups/${at}/maxScore`, group.maxScore]],
    ),
  ]),
  ...scheme.fixedIndicators.map(({ maxScore }, index): [string, string] => [`/fixedIndicators/${index}/maxScore`, maxScore]),
]

function execution({ execution: rule, overCompletion }: Scheme): SchemeProblem[] {
  const found: SchemeProblem[] = []
  if (rule !== null && rule.method === 'bands') {
    if (rule.bands.length === 0) found.push(problem('bandsMissing', '/execution/bands'))
    found.push(
      ...falling(
        rule.bands.map(({ from }) => from),
        (index) => `/execution/bands/${index}/from`,
      ),
    )
    for (const [index, { share }] of rule.bands.entries()) {
      if (moreThan(quantity(share), one)) found.push(problem('shareAboveOne', `/execution/bands/${index}/share`, { found: share }))
    }
  }
  if (overCompletion !== null) {
    if (!moreThan(quantity(overCompletion.threshold), one))
      found.push(problem('thresholdTooLow', '/overCompletion/threshold', { found: overCompletion.threshold }))
    if (overCompletion.mode === 'deduct' && overCompletion.deduct === undefined)
      found.push(problem('deductMissing', '/overCompletion/deduct'))
  }
  return found
}

/** Each value below the one before it. */
function falling(values: readonly string[], at: (index: number) => string): SchemeProblem[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1]
    return before !== undefined && atLeast(quantity(value), quantity(before))
      ? [problem('notFalling', at(index), { found: value, before })]
      : []
  })
}

function order(scheme: Scheme): SchemeProblem[] {
  const found = falling(
    scheme.grades.map(({ from }) => from),
    (index) => `/grades/${index}/from`,
  )
  const last = scheme.grades.at(-1)
  if (last !== undefined && !isZero(quantity(last.from)))
    found.push(problem('gradesGap', `/grades/${scheme.grades.length - 1}/from`, { found: last.from }))
  const { qualitativeBands: bands } = scheme
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
  for (const [index, { maxTotal }] of scheme.totalCaps.entries()) {
    if (moreThan(quantity(maxTotal), hundred)) found.push(problem('aboveHundred', `/totalCaps/${index}/maxTotal`, { found: maxTotal }))
  }
  return found
}

function formula(text: string | null, at: string): SchemeProblem[] {
  if (text === null) return []
  const read = parseFormula(text)
  return read.ok ? [] : [{ code: read.refusal.code, at, facts: read.refusal.facts ?? {} }]
}

function rule(value: IndicatorRule, at: string): SchemeProblem[] {
  if (value.kind !== 'steps' && value.kind !== 'bands' && value.kind !== 'intervals') return []
  const found: SchemeProblem[] = []
  if (value.outOf !== undefined && !isPositive(quantity(value.outOf)))
    found.push(problem('notPositive', `${at}/outOf`, { found: value.outOf }))
  if (value.kind === 'steps' && !isPositive(quantity(value.per))) found.push(problem('notPositive', `${at}/per`, { found: value.per }))
  if (value.kind === 'intervals')
    found.push(
      ...falling(
        value.intervals.map(({ from }) => from),
        (index) => `${at}/intervals/${index}/from`,
      ),
    )
  if (value.kind === 'bands') {
    for (const [index, { from, to }] of value.bands.entries()) {
      if (from !== null && to !== null && atLeast(quantity(from), quantity(to)))
        found.push(problem('bandEmpty', `${at}/bands/${index}/to`, { found: to, before: from }))
    }
  }
  return found
}
