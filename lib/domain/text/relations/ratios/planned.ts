import { dividedBy, minus, plain, plus } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * What is added to or taken from a stand that the text has said before: 新增用地24亩，建成后占地面积将达120亩, where 占地面积 was
 * 96亩; 疫点由9个减少至6个，拔除疫点3个. The stand goes by the same noun, and no other stand does.
 */
export const planned = (reading: Reading): Relation[] => [...stands(reading), ...removals(reading)]

const isPlain = ({ hedge }: Mention): boolean => hedge === null
const REACHES = /^(?:.{0,6}后)?([\u4e00-\u9fff]{0,10}?)(?:总数|总量)?(?:将达到?|达到?|增至|增加到|扩大到|将为)$/
const ADDS = /(?:新增|增加|增聘|增设|新建|扩建|增招|再增)([\u4e00-\u9fff]{2,10})$/
const FAR = 200

function stands(reading: Reading): Relation[] {
  return reading.mentions.flatMap((closing): Relation[] => {
    const added = reading.mentions[closing.index - 1]
    const said = REACHES.exec(closing.label)
    const adds = added === undefined ? null : ADDS.exec(added.label)
    if (said === null || adds === null || added === undefined || added.group !== closing.group || !isPlain(added) || !isPlain(closing))
      return []
    if (!sameUnit(added, closing) || added.unit.word !== closing.unit.word) return []
    const nouns = [said[1] ?? '', adds[1] ?? ''].filter((noun) => noun.length >= 3)
    const opening = before(reading, added, FAR, true).filter(
      (mention) =>
        isPlain(mention) &&
        mention.unit.word === closing.unit.word &&
        nouns.some((noun) => mention.label.endsWith(noun)) &&
        !/新增|新建|扩建|新设|增加|减少|[上去]年|其中|计划|均|每/.test(mention.label),
    )
    const [first] = opening
    if (first === undefined || opening.some(({ span }) => !meet(span, first.span))) return []
    const sum = { low: plus(first.span.low, added.span.low), high: plus(first.span.high, added.span.high) }
    const expected = plain(dividedBy(plus(first.value, added.value), unitOf(closing)), 4)
    return [
      {
        kind: 'rest',
        result: closing,
        operands: [first, added],
        holds: meet(sum, closing.span),
        certainty: 'plain',
        rule: 'stock',
        expected,
      },
    ]
  })
}

const FROM = /([\u4e00-\u9fff]{2,10})(?:由|从)(?:[上去]年的?|年初的?|原来的?|(?:19|20)\d{2}年的?)?$/
const TO = /^(?:减少|下降|降低|降|减|增加|上升|增|扩大)[至到]$/
const MOVED = /^(?:净增|净减|新增|增加|减少|拔除|消除|清零|撤销|清退|关停|化解|压减|退出)([\u4e00-\u9fff]{0,8})$/
function removals(reading: Reading): Relation[] {
  return reading.mentions.flatMap((moved): Relation[] => {
    const [to, from] = [reading.mentions[moved.index - 1], reading.mentions[moved.index - 2]]
    const noun = MOVED.exec(moved.label)?.[1]
    if (noun === undefined || to === undefined || from === undefined || !TO.test(to.label) || to.lead !== '') return []
    const own = FROM.exec(from.label)?.[1]
    if (
      own === undefined ||
      !own.endsWith(noun) ||
      [from, to].some((one) => one.group !== moved.group || !sameUnit(one, moved) || !isPlain(one))
    )
      return []
    const apart = meet(without(from.span, to.span), moved.span) || meet(without(to.span, from.span), moved.span)
    const value = minus(from.value, to.value)
    const expected = plain(dividedBy(/减|降/.test(to.label) ? value : minus(to.value, from.value), unitOf(moved)), 4)
    return [{ kind: 'change', result: moved, operands: [to, from], holds: apart, certainty: 'plain', rule: 'change', expected }]
  })
}
