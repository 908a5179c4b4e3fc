import { atMost, dividedBy, hundred, isPositive, plain, times } from '@/lib/domain/quantities'
import { added, spanOf } from '@/lib/domain/text/adding'
import { countSaid } from '@/lib/domain/text/counted'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, decimalsOf } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { joined } from './parallel-shares'

const TOGETHER =
  /^(?:以上|上述|这)?([两二三四五])(?:项|者|类|种|个)(?:合计|共计?|一共)?占(?:到|了)?([^，。；\d]{2,12}?)(?:的(?:比[重例])?(?:为|达)?|比[重例]为)$/
/** How many figures back the whole is looked for. */
const FAR = 24

/**
 * 查处违法86,420起，…其中酒驾412起、醉驾86起，两项占违法总数的0.58%: so many figures right before it, together. Of the only figure that goes by
 * the whole's name; broken only where the share is a slip of what they make.
 */
export const sharesTogether = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    const [, count = '', base = ''] = TOGETHER.exec(rate.label) ?? []
    const last = reading.mentions[rate.index - 1]
    const name = base.replace(/^(?:全部|全年|所有)|(?:总[数量额]|数量?|总)$/g, '')
    if (last === undefined || name.length < 2 || rate.hedge !== null || last.group !== rate.group || last.hedge !== null) return []
    const parts = [
      ...joined(reading, last.index - 1, -1, last, true)
        .slice(0, countSaid(count) - 1)
        .reverse(),
      last,
    ]
    if (parts.length !== countSaid(count)) return []
    const wholes = before(reading, parts[0] as Mention, FAR).filter(
      (mention) => mention.label.includes(name) && mention.hedge === null && sameUnit(mention, last) && atMost(added(parts), mention.value),
    )
    const [whole] = wholes
    if (whole === undefined || wholes.length > 1 || !isPositive(whole.value)) return []
    const exact = dividedBy(times(added(parts), hundred), whole.value)
    const holds = canGive(spanOf(parts), whole.span, rate)
    if (!holds && !isSlipOf(rate, exact, 2)) return []
    const expected = plain(exact, Math.max(2, decimalsOf(rate)))
    return [{ kind: 'share', result: rate, operands: [...parts, whole], holds, certainty: 'plain', rule: 'listed', expected }]
  })
