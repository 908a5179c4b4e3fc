import { isPositive } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, ratioOf, shouldBe } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { joined } from './parallel-shares'

/**
 * 预算分别为15万元和4万元，支出分别为12万元和3万元，执行率分别为80%和75%: three rows of one length; each rate is of the two figures
 * at its place. Of three groups of 200 each (各200人) the wholes are one figure.
 */
export function parallelRates(reading: Reading): Relation[] {
  return ratesOf(reading).flatMap((first): Relation[] => {
    if (!/(?:率|比例|进度)(?:依次|分别)(?:为|是|达到?)?$/.test(first.label)) return []
    const rates = [first, ...joined(reading, first.index + 1, 1, first)]
    const turns = rates.length < 2 ? [] : inTurns(reading, first, rates.length)
    if (turns.length > 0)
      return rates.map((rate, i) => ratioOf({ kind: 'rate', rule: 'slip' }, rate, [turns[2 * i + 1] as Mention, turns[2 * i] as Mention]))
    const parts = rates.length < 2 ? [] : rowBefore(reading, first, rates.length)
    const [head] = parts
    if (head === undefined) return rates.length < 2 ? [] : ofSentenceBefore(reading, rates)
    const each = reading.mentions[head.index - 1]
    const isEach = each !== undefined && /各$/.test(each.label) && each.group === first.group && sameUnit(each, head)
    const wholes = isEach ? rates.map(() => each) : rowBefore(reading, head, rates.length)
    return rates.flatMap((rate, i): Relation[] => {
      const [part, whole] = [parts[i], wholes[i]]
      if (part === undefined || whole === undefined || !sameUnit(part, whole) || !isPositive(whole.value)) return []
      const holds = canGive(part.span, whole.span, rate)
      const expected = shouldBe(part.value, whole.value, rate)
      return [{ kind: 'rate', result: rate, operands: [part, whole], holds, certainty: 'plain', rule: 'slip', expected }]
    })
  })
}

/** 中央投资663亿元，要求配套投资618亿元。已下达中央投资657亿元、配套投资598亿元，下达率分别为99.1%和96.8%: as many as the sentence before tells, in its order. Drawn where one of the rates comes out. */
function ofSentenceBefore(reading: Reading, rates: readonly Mention[]): Relation[] {
  const [first] = rates
  if (first === undefined) return []
  const back = before(reading, first, 4 * rates.length)
    .filter(({ unit }) => unit.dimension !== 'percent')
    .reverse()
  const parts = back.filter(({ sentence }) => sentence === first.sentence)
  const wholes = back.filter(({ sentence }) => sentence === first.sentence - 1)
  if (parts.length !== rates.length || wholes.length !== rates.length) return []
  const areAlike = parts.every((part, i) => sameUnit(part, wholes[i] as Mention) && part.hedge === null && wholes[i]?.hedge === null)
  if (!areAlike || wholes.some(({ value }) => !isPositive(value))) return []
  const drawn = rates.map((rate, i) => ratioOf({ kind: 'rate', rule: 'slip' }, rate, [parts[i] as Mention, wholes[i] as Mention]))
  return drawn.some(({ holds }) => holds) ? drawn : []
}

/** The row behind 分别为 nearest before a figure, in its sentence; empty where it has another length. A total may stand behind it. */
function rowBefore(reading: Reading, behind: Mention, length: number): readonly Mention[] {
  const head = before(reading, behind, 2 * length + 3).find(
    ({ label, sentence, unit }) =>
      sentence === behind.sentence && unit.dimension !== 'percent' && /(?:依次|分别)(?:为|是|有|达到?)?$/.test(label),
  )
  if (head === undefined) return []
  const row = [head, ...joined(reading, head.index + 1, 1, head)]
  return row.length === length ? row : []
}

/** 甲预算900万元、支出882万元，乙预算1,250万元、支出1,139万元，执行率分别为98%和91.12%: budget and spending in turns, right before the rates. */
function inTurns({ mentions }: Reading, first: Mention, length: number): readonly Mention[] {
  const row = mentions.slice(Math.max(0, first.index - 2 * length), first.index)
  const isRow =
    row.length === 2 * length &&
    row.every(
      ({ label, unit, hedge, sentence, bracket }, i) =>
        hedge === null &&
        bracket === first.bracket &&
        sentence >= first.sentence - 1 &&
        unit.dimension === row[0]?.unit.dimension &&
        (i % 2 === 0 ? WHOLE : PART).test(label) &&
        !/其中|[上去]年|[较比]/.test(label),
    )
  return isRow && row.every(({ value }, i) => i % 2 === 1 || isPositive(value)) ? row : []
}
const WHOLE = /(?:预算|计划|目标|任务|安排|下达)(?:数|额|资金)?(?:为|是)?$/
const PART = /(?:支出|执行|支付|完成|实际|到位|使用)[^，。；\d]{0,4}$/
