import { dividedBy, isPositive, isZero, plain, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { meet, printsAs, product } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, behind, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { OF_TIME, PER } from '@/lib/domain/text/vocabulary/per-unit'
import { unitOf } from './sums'

/**
 * So much for each × how many = what it comes to: 120户，每户补助3000元，36万元; 36,770件, 168人, 人均218.87件. With 每月 the
 * months of the year, or those that are named, are a third factor.
 */
export const perUnit = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((each): Relation[] => {
    if (each.hedge !== null && each.hedge !== 'about') return []
    const of = counted(each.label)
    if (of === null || PLANNED.test(each.label)) return []
    const group = [...before(reading, each, 8), ...behind(reading, each, 6)].filter(({ hedge, sentence }) => sentence === each.sentence && (hedge === null || hedge === 'about'))
    const here = group.filter((mention) => mention.group === each.group)
    const numbers = here.filter((mention) => of.units.includes(mention.unit.word) && !counted(mention.label))
    const totals = here.filter((mention) => mention.unit.dimension === each.unit.dimension && mention !== each && counted(mention.label) === null && !numbers.includes(mention))
    const [number] = nearest(numbers, each)
    const [total] = totalsFirst(totals, each)
    if (number === undefined || total === undefined) return []
    const pool = reading.mentions.slice(Math.max(0, each.index - 40), each.index + 20)
    const allNumbers = pool.filter((mention) => of.units.includes(mention.unit.word) && mention !== each)
    const allTotals = pool.filter((mention) => mention.unit.dimension === each.unit.dimension && mention !== each)
    const times_ = timesOf(each.label, here)
    const settled = [number, ...allNumbers].some((n) => [total, ...allTotals].some((t) => times_.some((factor) => fits(n, each, t, factor))))
    const first = times_[0] ?? quantity('1')
    const holds = settled || meet(product(product(number.span, { low: first, high: first }), each.span), total.span)
    return [
      {
        kind: 'perUnit',
        result: total,
        operands: [number, each],
        holds,
        certainty: 'plain',
        rule: first === ONE ? 'perUnit' : 'perUnitAndMonth',
        expected: plain(dividedBy(times(times(number.value, each.value), first), unitOf(total)), 4),
      },
    ]
  })

const PLANNED = /目标|计划|拟|不低于|不高于|标准为|上限|控制/
const ONE = quantity('1')

/** What each is one of: the units that 每户, 户均 or 单价 count. */
function counted(label: string): { units: readonly string[] } | null {
  const tail = label.slice(-20)
  for (const [pattern, units] of PER) {
    const match = pattern.exec(tail)
    if (match === null) continue
    return { units: units.length > 0 ? units : [match[1] ?? ''] }
  }
  return null
}

const nearest = (mentions: readonly Mention[], to: Mention): Mention[] =>
  [...mentions].sort((a, b) => Math.abs(a.index - to.index) - Math.abs(b.index - to.index) || a.index - b.index)
/** The total stands behind the price (计1,890万元), else before it. */
const totalsFirst = (mentions: readonly Mention[], each: Mention): Mention[] => {
  const after = mentions.filter(({ index, label, lead }) => index > each.index && index <= each.index + 2 && (/计|合|共|支[出付]|安排|需|即|金额|投入|补助|发放|成本|$^/.test(label) || (label === '' && lead === '，') || /^达到?$/.test(label)))
  const ahead = nearest(mentions.filter(({ index }) => index < each.index && index >= each.index - 2), each)
  return [...after, ...ahead]
}

function timesOf(label: string, here: readonly Mention[]): Quantity[] {
  const named = OF_TIME.filter(([pattern]) => pattern.test(label))
  if (named.length === 0) return [ONE]
  const said = here.filter(({ unit }) => unit.dimension === 'months' || unit.dimension === 'days').map(({ value }) => value)
  return [...said, ...named.map(([, factor]) => quantity(factor)), ONE]
}

/** Whether the three agree, taken as printed: the product to the total's digits, or the quotient to the price's. */
function fits(number: Mention, each: Mention, total: Mention, factor: Quantity): boolean {
  const made = times(times(number.value, each.value), factor)
  if (printsAs(made, total.value, total.step)) return true
  const count = times(number.value, factor)
  return !isZero(count) && isPositive(count) && printsAs(dividedBy(total.value, count), each.value, each.step)
}
