import { dividedBy, equals, hundred, isPositive, minus, plain, plus, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import { isSameNoun } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { decimalsOf } from '@/lib/domain/text/ratio'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { changeIn, directionIn, ENDS_IN_CHANGE, isChange } from '@/lib/domain/text/relations/growth-words'
import { isSlipOf } from '@/lib/domain/text/slip'

/**
 * 审结案件总数增加79.4万件，上升20.54% in one sentence and 审结案件数增加79.4万件，上升20.54% in another: a change and its rate told again under one
 * name are the same two. 新收案件760.9万件，同比上升12.78% has the rate of 新收案件总数增加86.2万件，上升12.78%, and both make it. Drawn as broken
 * where one of the two is the same, and the other one slip of the pen from it.
 */
export const changesAgain = (reading: Reading): Relation[] => {
  const told = toldIn(reading)
  const found: Relation[] = []
  for (const [i, again] of told.entries())
    for (const first of told.slice(Math.max(0, i - MOST), i)) if (isSame(first, again)) found.push(...heldAgainst(first, again))
  return found
}

/** How many changes are told between the two. */
const MOST = 12

/** What is told of a name: by how much it changed, or how much there is, and the rate behind it. */
type Told = { name: string; amount: Mention; rate: Mention; isNow: boolean; direction: 'up' | 'down' }

const toldIn = once((reading: Reading): readonly Told[] =>
  reading.mentions.flatMap((rate): Told[] => {
    const amount = reading.mentions[rate.index - 1]
    const direction = directionIn(rate.label)
    if (rate.unit.dimension !== 'percent' || amount === undefined || direction === null || !IS_RATE.test(rate.label)) return []
    if (amount.group !== rate.group || amount.hedge !== null || rate.hedge !== null || rate.lead !== '，') return []
    if (['percent', 'points', 'score'].includes(amount.unit.dimension)) return []
    const isNow = !isChange(amount)
    if (!isNow && changeIn(amount.label) !== direction) return []
    const name = nameOf(amount.label.replace(ENDS_IN_CHANGE, ''))
    return name.length < 3 ? [] : [{ name, amount, rate, isNow, direction }]
  }),
)
const IS_RATE = /^(?:同比|较上年同期|比上年同期|同比分别)?(?:上升|增长|增加|下降|减少)了?$/
const AROUND = /^.*(?:法院|检察院|检察机关|全[国省市县区州]|其中|年度?|半年|季度|月|日|末|底)/
const nameOf = (label: string): string =>
  label
    .replace(/(?:同比|[比较][上去]年(?:同期)?|总?[数量额])+$/g, '')
    .replace(AROUND, '')
    .replace(/各类|总数/g, '')

const isSame = (a: Told, b: Told): boolean =>
  a.direction === b.direction &&
  a.amount.sentence !== b.amount.sentence &&
  a.amount.unit.word === b.amount.unit.word &&
  (a.name === b.name || isSameNoun(a.name, b.name)) &&
  !(a.isNow && b.isNow)

function heldAgainst(first: Told, again: Told): Relation[] {
  const sameRate = equals(first.rate.value, again.rate.value)
  if (first.isNow !== again.isNow) {
    const [now, change] = first.isNow ? [first, again] : [again, first]
    const then = change.direction === 'up' ? minus(now.amount.value, change.amount.value) : plus(now.amount.value, change.amount.value)
    if (!isPositive(then)) return []
    const exact = dividedBy(times(change.amount.value, hundred), then)
    const rounded = plain(exact, decimalsOf(change.rate))
    const made = [change.rate, now.rate].find((rate) => plain(rate.value, decimalsOf(rate)) === rounded)
    if (sameRate)
      return made === undefined && isSlipBetween(now, change) ? [broken(change.rate, [change.amount, now.amount], plain(exact, 2))] : []
    const other = made === change.rate ? now.rate : change.rate
    return made === undefined || meet(other.span, made.span) || !isSlipOf(other, made.value, 2) ? [] : [toldOnce(other, made)]
  }
  const sameAmount = equals(first.amount.value, again.amount.value)
  if (sameAmount && !sameRate && isSlipOf(again.rate, first.rate.value, 2)) return [toldOnce(again.rate, first.rate)]
  if (sameRate && !sameAmount && isSlipOf(again.amount, first.amount.value, 2)) return [toldOnce(again.amount, first.amount)]
  return []
}

/** Whether a slip in one of the two amounts keeps them from the rate that both are told with. */
function isSlipBetween(now: Told, change: Told): boolean {
  const share = dividedBy(now.rate.value, hundred)
  const whole = change.direction === 'up' ? plus(hundred, now.rate.value) : minus(hundred, now.rate.value)
  if (!isPositive(whole) || !isPositive(now.rate.value)) return false
  const meant = dividedBy(times(times(now.amount.value, share), hundred), whole)
  return isSlipOf(change.amount, meant, 2) || isSlipOf(now.amount, dividedBy(times(change.amount.value, whole), now.rate.value))
}

const broken = (result: Mention, operands: readonly Mention[], expected: string): Relation => ({
  kind: 'growth',
  result,
  operands,
  holds: false,
  certainty: 'likely',
  rule: 'growthByChange',
  expected,
})
const toldOnce = (result: Mention, first: Mention): Relation => ({
  kind: 'count',
  result,
  operands: [first],
  holds: false,
  certainty: 'likely',
  rule: 'restated',
  expected: result.unit.dimension === 'percent' ? plain(first.value, decimalsOf(first)) : plain(dividedBy(first.value, unitOf(result)), 4),
})
