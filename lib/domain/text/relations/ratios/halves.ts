import { dividedBy, minus, moreThan, plain } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** 上半年支付9,450万元，占全年支出的33.33%，下半年支付18,900万元: the two halves come to what was spent in the year, which the form says. */
export const halves = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((second): Relation[] => {
    if (!isSpentIn(second, '下')) return []
    const first = before(reading, second, 3).find((mention) => mention.sentence === second.sentence && isSpentIn(mention, '上'))
    const year = first === undefined ? null : knownAs(reading, '全年支出')
    if (first === undefined || year === null || moreThan(first.value, year.value)) return []
    // 占全年支出的33.33%: the sentence speaks of all that was spent.
    const share = reading.mentions[first.index + 1]
    if (share === undefined || !/占(?:全年|总|年度)支出/.test(share.label)) return []
    return [
      {
        kind: 'rest',
        result: second,
        operands: [year, first],
        holds: meet(total([first.span, second.span]), year.span),
        certainty: 'plain',
        rule: 'rest',
        expected: plain(dividedBy(minus(year.value, first.value), unitOf(second)), 6),
      },
    ]
  })
const isSpentIn = ({ label, unit, hedge }: Mention, half: string): boolean =>
  unit.dimension === 'money' && hedge === null && new RegExp(`${half}半年(?:实际)?(?:支[出付]|执行)$`).test(label)
