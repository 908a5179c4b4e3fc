import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, shouldBe } from '@/lib/domain/text/ratio'
import { before, between, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isUsable, over } from './over-fulfilled'
import { spanOfWhole } from './rate-pairs'
import { isHeldAgainst } from './share-wholes'

/** The share of a part in its whole. */
export const share = (part: Mention, whole: Mention, rate: Mention, rule: string): Relation[] => {
  const holds = canGive(part.span, spanOfWhole(whole), rate)
  return [
    {
      kind: 'share',
      result: rate,
      operands: [part, whole],
      holds,
      certainty: 'plain',
      rule,
      expected: shouldBe(part.value, whole.value, rate),
    },
  ]
}

/** 完成年度目标9万人的108.89%, 占365天的82.74%: the whole stands right before it. */
export function ofNumber(reading: Reading, rate: Mention): Relation[] | null {
  const whole = reading.mentions[rate.index - 1]
  if (whole === undefined || !(/^[^，。；\d]{0,6}的(?:约)?$/.test(between(reading, whole, rate)) || isRightBehindAim(whole, rate)))
    return null
  if (!/占|完成|达到?|[为是]|恢复|超|相当|覆盖/.test(whole.label)) return null
  // 每万人4.58名，仅为全省平均数7.5名的61.07%: both named whole, whatever they are means of.
  const held = reading.mentions[whole.index - 1]
  if (held !== undefined && isHeldAgainst(held, whole)) return share(held, whole, rate, 'share')
  if (!isUsable(whole)) return null
  const part = before(reading, whole, 8).find(
    (mention) =>
      isUsable(mention) &&
      // 72.6万亩（其中甲66.5万亩、乙6.2万亩），为任务70万亩的104%: what a bracket splits up stands before it.
      (mention.bracket === whole.bracket || mention.bracket === 0 || whole.bracket !== 0) &&
      sameUnit(mention, whole) &&
      mention.sentence === rate.sentence &&
      // 9.5亿美元 is no part or whole of what only looks like a number.
      (whole.unit.dimension !== 'number' || mention.scaled === whole.scaled),
  )
  if (part === undefined) return []
  // 超额完成2万平方米任务的8%: by so much more.
  if (/超额?(?:完成)?$/.test(whole.label)) return over(part, whole, rate)
  // 超过年度目标5,000个的8%: by so much more; …的108% would be as much of it.
  if (!/超(?:过|出|额)?[^，。；\d]{0,8}$/.test(whole.label)) return share(part, whole, rate, 'share')
  const made = share(part, whole, rate, 'share')
  return made.every(({ holds }) => holds) ? made : over(part, whole, rate)
}

/** 为全年目标420亿元80.52%: the word between them left out. */
const isRightBehindAim = (whole: Mention, rate: Mention): boolean =>
  whole.end === rate.start && /^(?:已|仅|约|占|完成|为|是|达)+[^，。；\d]*(?:目标|任务|预算|计划)[数值]?$/.test(whole.label)
