import { absolute, equals, minus, zero } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { isChange } from '@/lib/domain/text/relations/growth-words'

/** Changes since a time whose figure, or this year's, stands elsewhere in the text. */

const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'

/** 2024年拟安排720万元，较2023年增加120万元: what that year had stands elsewhere, under the year alone or in the same words. */
export function sinceYear(
  reading: Reading,
  change: Mention,
  now: Mention | undefined,
  named: string,
  direction: 'up' | 'down' | 'apart',
): Relation[] {
  const year = /^((?:19|20)\d{2}年)度?$/.exec(named)?.[1]
  if (year === undefined || now === undefined || !alike(now, change)) return []
  const ofYear = before(reading, now, 200, true).filter(
    (mention) =>
      isPlain(mention) &&
      // 接待费决算比2021年减少1.24万元: by how much another changed is no figure of that year.
      !isChange(mention) &&
      sameUnit(mention, change) &&
      (mention.label.endsWith(year) || (mention.label.includes(year) && sharesRole(mention, now))),
  )
  const settles = ({ span, value }: Mention): boolean =>
    meet(
      without(now.span, span),
      direction === 'down' ? { low: minus(zero, change.span.high), high: minus(zero, change.span.low) } : change.span,
    ) && !equals(now.value, value)
  const then = ofYear.find(settles) ?? ofYear[0]
  if (then === undefined) return []
  return [difference(change, [now, then], settles(then), 'change', absolute(minus(now.value, then.value)))]
}
/** 2022年预算执行率为94.62%，本年提高2.82个百分点: this year's stands elsewhere, under the name that last year's goes by. */
export function sinceThen(reading: Reading, change: Mention, then: Mention, direction: 'up' | 'down' | 'apart'): Relation[] {
  const name = then.label.replace(/^.*(?:[上去]年|(?:19|20)\d{2}年)度?的?/, '').replace(/[为是达]+$/, '')
  if (name === then.label || name.length < 4 || !/^(?:本|今|当)年/.test(change.label) || direction === 'apart') return []
  const nows = before(reading, then, 200, true).filter(
    ({ label, hedge, unit }) =>
      hedge === null &&
      unit.dimension === then.unit.dimension &&
      label.replace(/[为是达]+$/, '').endsWith(name) &&
      !/[上去]年|目标/.test(label),
  )
  const [now] = nows
  if (now === undefined || nows.some(({ span }) => !meet(span, now.span))) return []
  const moved = direction === 'up' ? without(now.span, then.span) : without(then.span, now.span)
  return [difference(change, [now, then], meet(moved, change.span), 'change', absolute(minus(now.value, then.value)))]
}
const ROLES = ['安排', '预算', '支出', '投入', '收入', '下达', '完成']
const sharesRole = (a: Mention, b: Mention): boolean => ROLES.some((role) => a.label.includes(role) && b.label.includes(role))
