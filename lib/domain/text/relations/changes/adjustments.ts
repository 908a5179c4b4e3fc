import { absolute, dividedBy, minus, plain, plus } from '@/lib/domain/quantities'
import { inChinese } from '@/lib/domain/reading/chinese-numerals'
import { unitOf } from '@/lib/domain/text/adding'
import { type Interval, meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, behind, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { isSlipOf } from '@/lib/domain/text/slip'

/** 年初预算4,860万元，年中追加260.60万元，全年预算5,120.60万元: what was added to the opening budget, or taken from it, makes the adjusted one. */
export function adjustments(reading: Reading): Relation[] {
  return reading.mentions.flatMap((adjusted): Relation[] => {
    if (!isMoney(adjusted) || !ADJUSTED.test(adjusted.label)) return []
    const near = before(reading, adjusted, 8).filter(
      (mention) => isMoney(mention) && mention.paragraph === adjusted.paragraph && mention.bracket === adjusted.bracket,
    )
    const first = near.find(({ label }) => OPENING.test(label))
    const changes =
      first === undefined
        ? []
        : near.filter(({ index, label }) => index > first.index && CHANGE.test(label) && !isOfOtherTime(reading, index))
    if (
      first === undefined ||
      changes.length === 0 ||
      changes.some(({ sentence }) => sentence !== adjusted.sentence) ||
      near.some(({ label }) => /结转|其中|结余/.test(label))
    )
      return []
    const isLess = ({ label }: Mention): boolean => /减/.test(label.slice(-6))
    const span = changes.reduce((sum, change) => (isLess(change) ? without(sum, change.span) : total([sum, change.span])), first.span)
    const value = changes.reduce((sum, change) => (isLess(change) ? minus(sum, change.value) : plus(sum, change.value)), first.value)
    return [
      {
        kind: 'rest',
        result: adjusted,
        operands: [first, ...changes.reverse()],
        holds: meet(span, adjusted.span),
        certainty: 'plain',
        rule: 'stock',
        expected: plain(dividedBy(value, unitOf(adjusted)), 4),
      },
    ]
  })
}

/** 年初预算1,000万元，调整后1,200万元，原因：一是追加120万元；二是增人50万元；三是结转30万元: the opening budget and all that is given as reasons. */
export const reasonsOfAdjustment = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((adjusted): Relation[] => {
    if (!isMoney(adjusted) || !/^(?:年中)?调整后|^全年预算/.test(adjusted.label)) return []
    const first = reading.mentions[adjusted.index - 1]
    const reasons: Mention[] = []
    for (const mention of behind(reading, adjusted, MOST_REASONS)) {
      if (!isMoney(mention)) continue
      if (!mention.label.startsWith(`${inChinese(reasons.length + 1)}是`)) break
      reasons.push(mention)
    }
    if (first === undefined || !isMoney(first) || first.group !== adjusted.group || !OPENING.test(first.label) || reasons.length < 2)
      return []
    const isLess = ({ label }: Mention): boolean => /减|收回/.test(label)
    const made = reasons.reduce((sum, one) => (isLess(one) ? minus(sum, one.value) : plus(sum, one.value)), first.value)
    const span = reasons.reduce((sum, one) => (isLess(one) ? without(sum, one.span) : total([sum, one.span])), first.span)
    const holds = meet(span, adjusted.span)
    // There may be reasons without a figure: only a slip of one of them is told.
    const missing = minus(adjusted.value, made)
    if (!holds && !reasons.some((one) => isSlipOf(one, isLess(one) ? minus(one.value, missing) : plus(one.value, missing)))) return []
    const expected = plain(dividedBy(made, unitOf(adjusted)), 4)
    return [{ kind: 'rest', result: adjusted, operands: [first, ...reasons], holds, certainty: 'plain', rule: 'stock', expected }]
  })
const MOST_REASONS = 16

/** 预算数3,786.71万元，调整数4,610.19万元，决算数4,610.19万元，增加823.48万元: by how much the last of a row is more than the first. */
export const fromFirstToLast = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((change): Relation[] => {
    const said = /^(增加|减少)$/.exec(change.label)?.[1]
    const row = before(reading, change, 3).filter(({ group }) => group === change.group)
    const [last, middle, opening] = row
    if (said === undefined || last === undefined || !/^决算数?为?$/.test(last.label) || ![change, ...row].every(isMoney)) return []
    const isAdjusted = middle !== undefined && /^调整(?:预算)?数?为?$/.test(middle.label)
    const first = isAdjusted ? opening : middle
    if (first === undefined || !/(?:^|年度?)(?:年初)?预算数?为?$/.test(first.label)) return []
    const signed = (from: Mention): Interval => (said === '增加' ? without(last.span, from.span) : without(from.span, last.span))
    const holds = meet(signed(first), change.span) || (isAdjusted && meet(signed(middle), change.span))
    return [difference(change, [last, first], holds, 'change', absolute(minus(last.value, first.value)))]
  })

/** 年初预算2,500万元，比2021年2,400万元增加100万元: by how much more than last year's. */
const isOfOtherTime = ({ mentions }: Reading, index: number): boolean =>
  /^[比较与](?:[上去]年|\d{4}年|同期)/.test(mentions[index - 1]?.label ?? '')

const OPENING =
  /年初(?:部门|批复|安排|财政)*(?:预算|资金)?(?:批复|安排|下达)?(?:一般公共预算|财政)*(?:拨款|资金)?(?:批复|安排|总额|数|为)*$|初预算数?为?$/
const isMoney = ({ unit, hedge }: Mention): boolean => unit.dimension === 'money' && hedge === null
const ADJUSTED =
  /(?:调整后?的?|全年|最终|调整)(?:部门|收支|财政)*(?:总?预算|指标)(?:总额|数)?(?:调整)?[为达至到是]*$|调整(?:为|至|到)$|^(?:最终|调整后)(?:为|达)?$|^(?:合计|共计|总计)(?:为|达)?$/
const CHANGE =
  /^(?:后?[因经][^，。；\d]{2,16}|年中|年度|当年|中[途间]|全年|执行[^，。；\d]{0,2}|预算)*(?:追加|调增|调减|追减|核减|增加|压减|新增)(?!额|值)[^，。；\d]{0,20}$/
