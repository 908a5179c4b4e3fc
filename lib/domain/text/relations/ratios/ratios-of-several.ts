import { dividedBy, isPositive, minus, plus, type Quantity, quantity, times, zero } from '@/lib/domain/quantities'
import { type Interval, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { joined } from './parallel-shares'

const RATIO = /(?<![\d.∶:：])\d+(?:\.\d+)?(?:[∶:：]\d+(?:\.\d+)?){2,9}(?![∶:：\d])/g
const SIDE = /\d+(?:\.\d+)?/g
/** A clock or a scale of a map has such digits as well: a proportion says so, or what is shared. */
const OF_PROPORTION = /(?:之?比(?:例|重|值)?|占比|[按以])(?:[约为是]|大约|大致)*$/
/** How many figures back the row is looked for. */
const FAR = 24

/**
 * 中央243万元、省级146万元、县级97万元，比例为5∶3∶2: a proportion of as many sides as there are figures in the row before or behind it, in
 * their order, exact or rounded. Broken where one figure is a slip of what its side asks for, or where the row stands right beside the
 * proportion and no rounding makes it.
 */
export const ratiosOfSeveral = (reading: Reading): Relation[] =>
  [...reading.text.matchAll(RATIO)].slice(0, 200).flatMap((match): Relation[] => {
    const said = reading.text.slice(Math.max(0, match.index - 12), match.index)
    if (!OF_PROPORTION.test(said)) return []
    const sides = (match[0].match(SIDE) ?? []).map((side) => ({ value: quantity(side), half: halfOf(side) }))
    const at = indexAt(reading, match.index)
    // Sides that are no figures of their own belong to the figure before.
    const own = reading.mentions.slice(at, at + sides.length).filter(({ start }) => start < match.index + match[0].length)
    const result = own[0] ?? reading.mentions[at - 1]
    if (result === undefined || sides.some(({ value }) => !isPositive(value))) return []
    const rows = rowsNear(reading, at, at + own.length, sides.length)
    const exact = sides.map(({ value }) => ({ value, half: zero }))
    const keeps = (row: readonly Mention[], to: readonly Side[]): boolean => row.every((_, i) => isInProportion(row, to, i))
    const broken = rows.some((row) => keeps(row, exact)) ? undefined : rows.find((row) => isOneOff(row, exact))
    const held = broken === undefined ? rows.find((row) => keeps(row, sides)) : undefined
    if (held !== undefined) return [relation(result, [...held, ...own.slice(1)], true)]
    const [wrong] = broken === undefined ? rows.filter((row) => isRightBeside(reading, row, result, own.length)) : [broken]
    return wrong === undefined ? [] : [relation(result, wrong, false)]
  })

type Side = { value: Quantity; half: Quantity }
/** The rows of so many figures of one unit: right behind (即省级…、市级…、县级…) and those before it, the nearest first. */
function rowsNear(reading: Reading, at: number, behind: number, many: number): Mention[][] {
  const { mentions } = reading
  const rows: Mention[][] = []
  const next = mentions[behind]
  if (next !== undefined && next.paragraph === mentions[behind - 1]?.paragraph) {
    const row = [next, ...joined(reading, behind + 1, 1, next, true)]
    if (row.length === many) rows.push(row)
  }
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const last = mentions[i] as Mention
    if (last.paragraph !== mentions[at - 1]?.paragraph) break
    if (last.hedge !== null || ['percent', 'points', 'number'].includes(last.unit.dimension)) continue
    const row = [
      ...joined(reading, i - 1, -1, last, true)
        .slice(0, many - 1)
        .reverse(),
      last,
    ]
    if (row.length === many) rows.push(row)
  }
  return rows
}

/** Nothing stands between the row and its proportion but what leads it in. */
const isRightBeside = ({ text }: Reading, row: readonly Mention[], result: Mention, own: number): boolean => {
  const [first, last] = [row[0] as Mention, row.at(-1) as Mention]
  if (first.group !== result.group) return false
  return last.index < result.index
    ? last.index === result.index - 1 && /^，[^，。；、\d]{0,12}$/.test(text.slice(last.end, result.start))
    : first.index === result.index + own && /^，?(?:即|其中|分别)/.test(first.label)
}

/** Whether the share of a figure in its row is that of its side. */
function isInProportion(row: readonly Mention[], sides: readonly Side[], i: number): boolean {
  const asked = askedFor(row, sides, i)
  return asked !== null && meet(asked, (row[i] as Mention).span)
}
/** What the others of the row make of a side. */
function askedFor(row: readonly Mention[], sides: readonly Side[], i: number): Interval | null {
  const { value, half } = sides[i] as Side
  const others = sum(row.flatMap((mention, j) => (j === i ? [] : [mention.value])))
  const rest = sum(sides.flatMap((side, j) => (j === i ? [] : [side.value])))
  const loose = sum(sides.flatMap((side, j) => (j === i ? [] : [side.half])))
  if (!isPositive(rest) || !isPositive(minus(rest, loose))) return null
  return {
    low: dividedBy(times(others, minus(value, half)), plus(rest, loose)),
    high: dividedBy(times(others, plus(value, half)), minus(rest, loose)),
  }
}
/** All but one figure keep to each other's sides, and that one is a slip of what its side asks for. */
const isOneOff = (row: readonly Mention[], sides: readonly Side[]): boolean =>
  row.some((mention, i) => {
    const [others, rest] = [row.filter((_, j) => j !== i), sides.filter((_, j) => j !== i)]
    if (!others.every((_, j) => isInProportion(others, rest, j))) return false
    const [first, side] = [others[0] as Mention, rest[0] as Side]
    return others.length > 1 && isSlipOf(mention, dividedBy(times(first.value, (sides[i] as Side).value), side.value))
  })

const HALF = quantity('0.5')
/** 1.7 is anything from 1.65 to 1.75, and 2 may be rounded as well. */
const halfOf = (side: string): Quantity => dividedBy(HALF, quantity(`1${'0'.repeat(/\.(\d+)/.exec(side)?.[1]?.length ?? 0)}`))
const sum = (all: readonly Quantity[]): Quantity => all.reduce(plus, zero)
const relation = (result: Mention, operands: readonly Mention[], holds: boolean): Relation => ({
  kind: 'ratio',
  result,
  operands: operands.filter((other) => other !== result),
  holds,
  certainty: 'plain',
  rule: 'ratio',
  expected: null,
})
