import { equals, plus, quantity, zero } from '@/lib/domain/quantities'
import { once } from '@/lib/domain/text/once'
import { type Check, check, type Found, fact } from './check'
import { type Form, type FormIndicator, numberIn } from './form'

/** Whether the indicators of the product's own forms stand where their scheme wants them. */

type SchemePlace = { name: string; maxScore: string | null; rows: readonly FormIndicator[] }

/** The 一级 and 二级指标 of the scheme, each with the rows that stand there. */
const placesOf = once(({ scheme, indicators }: Form): readonly SchemePlace[] =>
  scheme.dimensions.flatMap(({ name, maxScore, groups }) => {
    const rows = indicators.filter(({ scored, context }) => scored && context.dimension === name)
    const below = groups.map((group) => ({
      name: `${name}／${group.name}`,
      maxScore: group.maxScore,
      rows: rows.filter(({ context }) => context.group === group.name),
    }))
    return [{ name, maxScore, rows }, ...below]
  }),
)

/** K02: the points of a 一级 or 二级指标 are not those of the scheme. */
const pointsOfPlaces = check({
  code: 'K02',
  severity: 'warning',
  figures: { version: 1, of: ({ name, given }) => ({ name, given }) },
  find: (form) => {
    if (form.own === null || form.indicators.some((row) => row.scored && numberIn(row.maxScore) === null)) return []
    return placesOf(form).flatMap(({ name, maxScore, rows }): Found<'K02'>[] => {
      if (maxScore === null || rows.length === 0) return []
      const given = rows.reduce((all, row) => plus(all, numberIn(row.maxScore) ?? zero), zero)
      if (equals(given, quantity(maxScore))) return []
      return [
        { at: rows[0]?.maxScore.at ?? '', facts: { name, given: fact(given), scheme: maxScore }, expected: maxScore, found: fact(given) },
      ]
    })
  },
})

/** Without these two nothing is said of what was done, and how well. */
const NEEDED = /^产出[^／]*／(?:数量|质量)指标$/

/** K11: a 一级指标 of the scheme without any indicator, a 二级指标 that has points of its own, or 产出 without 数量 or 质量. */
const coverage = check({
  code: 'K11',
  severity: 'warning',
  figures: { version: 1, of: ({ name }) => ({ name }) },
  find: (form) => {
    if (form.own === null || form.indicators.length === 0) return []
    const empty = placesOf(form).filter(({ rows }) => rows.length === 0)
    const whole = new Set(empty.map(({ name }) => name).filter((name) => !name.includes('／')))
    return empty
      .filter(({ name, maxScore }) => {
        if (whole.has(name)) return true
        return !whole.has(name.split('／')[0] ?? '') && (maxScore !== null || NEEDED.test(name))
      })
      .map(({ name }) => ({ at: 'indicators', facts: { name } }))
  },
})

export const ownCoverageChecks: readonly Check[] = [pointsOfPlaces, coverage]
