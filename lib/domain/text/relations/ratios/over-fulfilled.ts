import { dividedBy, hundred, isPositive, minus, moreThan, plain, times } from '@/lib/domain/quantities'
import { meet, printsAs, quotient, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { planAndDone, plannedFor, spanOfWhole } from './rate-pairs'

/** Whether a figure can be part or whole of a share: a plain one that is no price, mean or rate. */
export const isUsable = ({ hedge, label, unit }: Mention): boolean =>
  (hedge === null || hedge === 'about') &&
  !['percent', 'points', 'years', 'score'].includes(unit.dimension) &&
  !/每|均[^衡]{0,3}$|单价/.test(label)

/** 目标30万人，实际32.6万人，超额完成8.67%; 比计划的45次超额6.67%. */
export function overFulfilled(reading: Reading, rate: Mention): Relation[] | null {
  if (!/超(?:额|出|计划|目标|任务|过)(?:完成|任务|目标|[^，。；\d]{0,6})?(?:了|的)?$/.test(rate.label) || /超过/.test(rate.label))
    return null
  const near = before(reading, rate, 6).filter(
    (mention) =>
      (isUsable(mention) || mention.hedge === 'least') &&
      mention.sentence === rate.sentence &&
      mention.bracket === rate.bracket &&
      (!/超(?:出|额|过)?(?:年度|年初)?(?:计划|目标|任务|额|出)?$/.test(mention.label) ||
        /超[过出](?:年度|年初)?(?:计划|目标|任务)$/.test(mention.label)),
  )
  const planned = near.find(({ label }) => /目标|计划|任务|应|指标值/.test(label))
  const done = near.find((mention) => mention !== planned && planned !== undefined && sameUnit(mention, planned))
  if (planned === undefined || done === undefined || !isPositive(planned.value)) return overPlan(reading, rate)
  return over(done, planned, rate)
}

export function over(done: Mention, planned: Mention, rate: Mention): Relation[] {
  const exact = dividedBy(times(minus(done.value, planned.value), hundred), planned.value)
  const plan = spanOfWhole(planned)
  const span = quotient(without(done.span, plan), plan)
  const holds = printsAs(exact, rate.value, rate.step) || (span !== null && meet(scaled(span, hundred), rate.span))
  return [
    {
      kind: 'share',
      result: rate,
      operands: [done, planned],
      holds,
      certainty: 'plain',
      rule: 'over',
      expected: plain(exact, Math.max(2, decimalsOf(rate))),
    },
  ]
}

/** 计划2,400座，完成2,472座，完成任务的103%，超额完成72座: by so many more than was planned. */
export const overByNumber = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((more): Relation[] => {
    if (
      !isUsable(more) ||
      !/^(?:超额?(?:完成)?|超(?:出|过)?(?:年度|年初)?(?:计划|目标|任务)数?|超额完成(?:任务|计划|目标))$/.test(more.label)
    )
      return []
    const shares = reading.mentions[more.index - 1]?.unit.dimension === 'percent' ? 1 : 0
    const pair = planAndDone(reading, { ...more, index: more.index - shares })
    if (
      pair === null ||
      pair.some((one) => !sameUnit(one, more) || one.bracket !== more.bracket || !moreThan(pair[0].value, pair[1].value))
    )
      return []
    const [done, plan] = pair
    return [difference(more, [done, plan], meet(without(done.span, spanOfWhole(plan)), more.span), 'change', minus(done.value, plan.value))]
  })

/** 更新渔船36艘，超额完成2.86%: the plan stands in the part on aims. */
function overPlan(reading: Reading, rate: Mention): Relation[] {
  const done = reading.mentions[rate.index - 1]
  const planned = done === undefined || done.group !== rate.group ? null : plannedFor(reading, done)
  return done === undefined || planned === null ? [] : over(done, planned, rate)
}
