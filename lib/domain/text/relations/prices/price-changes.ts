import { absolute, dividedBy, minus, plain, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { counted, countedIn } from './prices'

/** 标准由每人6万元提高到6.6万元，96人年增支57.6万元: what a new price costs more is the number of those it is paid for times the difference. */
export const priceChanges = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((more): Relation[] => {
    const change = changeOfPrice(reading, more)
    if (change === null) return []
    const { number, now, then } = change
    const count = counted(number)
    const apart = absolute(minus(now.value, then.value))
    const holds = meet(exactly(times(count, apart)), more.span)
    return [
      {
        kind: 'perUnit',
        result: more,
        operands: [number, now, then],
        holds,
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(times(count, apart), unitOf(more)), 4),
      },
    ]
  })

/** 亩均产量由412公斤提高到453.2公斤，亩均增产41.2公斤: what is so much for each moved by so much for each. */
export const eachMoved = ({ mentions }: Reading): Relation[] =>
  mentions.flatMap((moved): Relation[] => {
    const each = EACH_MOVED.exec(moved.label)?.[1]
    const [to, from] = [mentions[moved.index - 1], mentions[moved.index - 2]]
    if (each === undefined || moved.hedge !== null || to === undefined || from === undefined || !/[至到为]$/.test(to.label)) return []
    if (!/[由从]/.test(from.label) || !from.label.includes(each) || to.lead !== '') return []
    if ([to, from].some((one) => one.group !== moved.group || !sameUnit(one, moved) || one.hedge !== null)) return []
    const holds = meet(without(to.span, from.span), moved.span) || meet(without(from.span, to.span), moved.span)
    return [difference(moved, [to, from], holds, 'change', absolute(minus(to.value, from.value)))]
  })
const EACH_MOVED = /^([\u4e00-\u9fff]均|每[\u4e00-\u9fff]|单产)(?:增|减|提|降|下降|上升|节约|压)[\u4e00-\u9fff]{0,3}$/

/** The number right before the amount, in its clause, and the two prices that the clauses before name as from and to; null where there are none. */
export function changeOfPrice(reading: Reading, more: Mention): { number: Mention; now: Mention; then: Mention } | null {
  const number = reading.mentions[more.index - 1]
  if (more.unit.dimension !== 'money' || more.hedge !== null || number === undefined || !MORE.test(more.label) || more.lead !== '')
    return null
  if (!['people', 'households', 'things', 'mu'].includes(number.unit.dimension) || number.group !== more.group) return null
  const [now, then] = before(reading, number, 4).filter((mention) => mention.group === more.group && sameUnit(mention, more))
  if (now === undefined || then === undefined || !/[至到为]$/.test(now.label) || !/[由从]/.test(then.label)) return null
  return countedIn(then) === null && countedIn(now) === null ? null : { number, now, then }
}
/** 每人600元提高到660元，惠及1,200人，其中新增200人，全年增支19.2万元: paid for many, of whom it is not said for how many the price is new. */
export function isPaidForMany(reading: Reading, more: Mention): boolean {
  if (more.unit.dimension !== 'money' || !MORE.test(more.label)) return false
  const near = before(reading, more, 6).filter(({ group }) => group === more.group)
  const [now, then] = near.filter((mention) => sameUnit(mention, more))
  if (now === undefined || then === undefined || !/[至到为]$/.test(now.label) || !/[由从]/.test(then.label)) return false
  return (
    (countedIn(then) ?? countedIn(now)) !== null &&
    near.some(({ index, unit }) => index > now.index && ['people', 'households', 'things', 'mu'].includes(unit.dimension))
  )
}
const MORE = /(?:增加|增支|多支|减少|减支|少支|节约|节省)(?:支出|资金|经费|财政支出)?(?:约)?$/
