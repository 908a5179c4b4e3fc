import { dividedBy, minus, plain, plus } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** 年初预算4,860万元，年中追加260.60万元，全年预算5,120.60万元: what was added to the opening budget, or taken from it, makes the adjusted one. */
export function adjustments(reading: Reading): Relation[] {
  return reading.mentions.flatMap((adjusted): Relation[] => {
    if (!isMoney(adjusted) || !ADJUSTED.test(adjusted.label)) return []
    const near = before(reading, adjusted, 8).filter(
      (mention) => isMoney(mention) && mention.paragraph === adjusted.paragraph && mention.bracket === adjusted.bracket,
    )
    const first = near.find(({ label }) => /年初(?:部门|批复|安排|财政)*(?:预算|资金)?(?:批复|安排|数|为)*$|初预算数?为?$/.test(label))
    const changes = first === undefined ? [] : near.filter(({ index, label }) => index > first.index && CHANGE.test(label))
    const [change] = changes
    if (first === undefined || change === undefined || changes.length > 1 || near.some(({ label }) => /结转|其中|结余/.test(label)))
      return []
    const isLess = /减/.test(change.label)
    const span = isLess ? without(first.span, change.span) : total([first.span, change.span])
    const value = isLess ? minus(first.value, change.value) : plus(first.value, change.value)
    return [
      {
        kind: 'rest',
        result: adjusted,
        operands: [first, change],
        holds: meet(span, adjusted.span),
        certainty: 'plain',
        rule: 'stock',
        expected: plain(dividedBy(value, unitOf(adjusted)), 4),
      },
    ]
  })
}

const isMoney = ({ unit, hedge }: Mention): boolean => unit.dimension === 'money' && hedge === null
const ADJUSTED = /(?:调整后?的?|全年|最终|调整)(?:部门|收支|财政)*(?:总?预算|指标)(?:总额|数)?(?:调整)?[为达至到是]*$|调整(?:为|至|到)$/
const CHANGE =
  /^(?:年中|年度|当年|中途|全年|执行[^，。；\d]{0,2}|预算)*(?:追加|调增|调减|追减|核减|增加|压减|新增)(?!额|值)[^，。；\d]{0,20}$/
