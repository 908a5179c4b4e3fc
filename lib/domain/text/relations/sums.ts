import { equals, negated, plain, plus, type Quantity, dividedBy, times, isPositive, moreThan, quantity, smaller, zero } from '@/lib/domain/quantities'
import { type Interval, around, meet, total, without, exactly } from '@/lib/domain/text/interval'
import { isSubtracted, isWholeSet, mayOverlap, type Row, rowsIn } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * A total is the sum of its parts: those behind 其中, 分别为 or in brackets, or before 合计. The total is the figure that the
 * row hangs on. A row that may leave parts out is only held against its total where it comes to more.
 */
export function sums(reading: Reading): Relation[] {
  const drawn = [...rowsIn(reading).flatMap((row) => ofRow(reading, row)), ...addedUp(reading)]
  // What is a part of one total is no row for another: 居首的A、其后依次为B和C.
  const explained = new Set(drawn.flatMap(({ holds, operands }) => (holds ? operands : [])))
  return drawn.filter(({ holds, operands }) => holds || !operands.every((part) => explained.has(part)))
}

/**
 * Where the sum may lie. Digits that a row leaves out are noughts (6,380.6 beside 2,636.05), so that each part is as sure as
 * the finest of its unit; units mixed (亿元 and 万元) are as sure as each is printed.
 */
function spanOf(parts: readonly Mention[]): Interval {
  const finest = new Map<string, Quantity>()
  const kind = ({ unit, scaled, written }: Mention): string => `${unit.word}|${scaled ? written.replace(/[\d.,]/g, '') : ''}`
  for (const part of parts) finest.set(kind(part), smaller(finest.get(kind(part)) ?? part.step, part.step))
  return parts.reduce<Interval>((sum, part) => {
    const half = dividedBy(finest.get(kind(part)) ?? part.step, quantity('2'))
    const exact = equals(part.span.low, part.span.high)
    const span = exact || part.hedge !== null ? part.span : around(part.value, half)
    return isSubtracted(part) ? without(sum, span) : total([sum, span])
  }, exactly(zero))
}
const valueOf = (parts: readonly Mention[]): Quantity =>
  parts.reduce((sum, part) => plus(sum, isSubtracted(part) ? negated(part.value) : part.value), zero)

/** What a total is not: another time's, a rest, an average, a rate. */
const NO_TOTAL = /[上去往]年|同期|结[余转]|剩余|余下|每|均[^衡]|单价|比|较|增[加长]|减少|[未欠]/
/** How far back the total of a row is looked for. */
const FAR_BACK = 14

function ofRow(reading: Reading, row: Row): Relation[] {
  const { parts } = row
  const [first] = parts
  if (first === undefined) return []
  const dimension = first.unit.dimension
  const candidates: Mention[] = []
  const outer = reading.brackets[row.bracket]
  const inBracket = row.bracket !== 0 && outer !== undefined && first.bracket === row.bracket && outer.open < first.start && outer.before >= 0
  for (let i = row.head; i >= 0 && i > row.head - FAR_BACK; i--) {
    const mention = reading.mentions[i] as Mention
    if (mention.unit.dimension !== dimension || parts.includes(mention)) continue
    candidates.push(mention)
  }
  // A row may have run on too far: any beginning of it may be the parts of its total.
  const whole = totalOf(candidates, parts, first, inBracket, row, reading)
  for (let length = parts.length; length >= 2; length--) {
    const some = parts.slice(0, length)
    const sum = spanOf(some)
    const made = (length === parts.length ? candidates : whole === null ? [] : [whole]).find(({ span }) => meet(sum, span))
    if (made !== undefined) return [relation(reading, made, some, true, 'plain')]
  }
  if (whole === null || row.more) return whole === null ? [] : tooMuch(reading, whole, row)
  const sum = valueOf(parts)
  const isAll = row.completeness === 'all' || isWholeSet(parts) || parts.some(({ label }) => /^其[他它余]/.test(label.trim()))
  if (isAll) return [relation(reading, whole, parts, false, 'plain')]
  if (moreThan(sum, whole.value)) return tooMuch(reading, whole, row)
  if (mayOverlap(parts)) return []
  const nearly = moreThan(times(sum, TEN_NINTHS), whole.value)
  if (nearly && parts.length > 2) return [relation(reading, whole, parts, false, row.completeness === 'usually' ? 'plain' : 'likely')]
  return row.mark.includes('其中') ? [relation(reading, whole, parts, false, 'unclear')] : []
}
const TEN_NINTHS = dividedBy(quantity('10'), quantity('9'))

function tooMuch(reading: Reading, whole: Mention, row: Row): Relation[] {
  const { parts } = row
  if (!moreThan(spanOf(parts).low, whole.span.high)) return []
  const single = parts.find(({ span }) => moreThan(span.low, whole.span.high))
  if (single !== undefined && row.completeness !== 'all') return []
  return mayOverlap(parts) ? [] : [relation(reading, whole, parts, false, 'likely')]
}

/** The figure that a row hangs on. */
function totalOf(candidates: readonly Mention[], parts: readonly Mention[], first: Mention, inBracket: boolean, row: Row, reading: Reading): Mention | null {
  const near = candidates.filter((mention) => {
    if (row.mark === '') return mention.index === row.head
    if (inBracket) return mention.index >= (reading.brackets[row.bracket]?.before ?? 0) - 1
    return mention.sentence >= first.sentence - 1 && mention.paragraph >= first.paragraph - (reading.text[row.at + row.mark.length] === '\n' ? 1 : 0)
  })
  const plainOnes = near.filter(({ hedge, label }) => hedge === null && !NO_TOTAL.test(label))
  const largest = parts.reduce((most, { value }) => (moreThan(value, most) ? value : most), zero)
  const sameScale = plainOnes.filter((mention) => mention.unit.dimension !== 'things' || mention.unit.word === first.unit.word || parts.some(({ unit }) => unit.word !== first.unit.word))
  const noun = /(支出|投入|资金|经费|投资|预算)[^，。；\d]{0,6}[:：]?\n?$/.exec(reading.text.slice(Math.max(0, row.at - 4), row.at + row.mark.length))?.[1]
  if (noun !== undefined && row.completeness === 'all') {
    const named = candidates.find(({ label, hedge, value }) => hedge === null && label.includes(noun) && !NO_TOTAL.test(label) && !moreThan(largest, value))
    if (named !== undefined) return named
  }
  return sameScale.find(({ value }) => !moreThan(largest, value)) ?? (isWholeSet(parts) ? (sameScale.find(({ sentence }) => sentence === first.sentence) ?? null) : null) ?? (inBracket || row.completeness === 'all' ? (sameScale[0] ?? null) : null)
}

const SUM_NAME = /(?:合同|投资|资金)?总[价量数]$|(?:合计|总计|共计|总共|小计|总额|总分|相加|加起来|[两二三四五六七八九十]项(?:合计)?共?|[两二三四五六七八九十]级|共)(?:支出|支付|得|占|为|是|投入|安排|出动|[^，。；\d]{0,6})$/
/** A total behind its parts: 在编42人，聘用38人，合计80人. */
function addedUp(reading: Reading): Relation[] {
  return reading.mentions.flatMap((whole): Relation[] => {
    const ahead = reading.mentions[whole.index - 1]
    // 合计4,058户14,946人: the second is a sum as the first is.
    const goesOn = ahead !== undefined && ahead.group === whole.group && /^[、和]?$/.test(whole.lead + whole.label) && SUM_NAME.test(ahead.label)
    const named = SUM_NAME.test(whole.label) || goesOn
    const yearly = /^全年[^，。；\d]{0,4}$/.test(whole.label)
    if (!(named || yearly) || whole.hedge !== null) return []
    const together = TOGETHER.exec(goesOn ? ahead.label : whole.label)
    const parts: Mention[] = []
    for (let i = whole.index - 1; i >= 0 && parts.length < 40; i--) {
      const mention = reading.mentions[i] as Mention
      if (mention.sentence !== whole.sentence && !(together !== null && mention.sentence === whole.sentence - 1)) break
      if (mention === ahead && goesOn) continue
      if (mention.bracket !== whole.bracket || mention.unit.dimension !== whole.unit.dimension || /每|均|单价/.test(mention.label)) continue
      parts.unshift(mention)
    }
    for (let from = 0; from <= parts.length - 2; from++) {
      const some = parts.slice(from)
      if (meet(spanOf(some), whole.span)) return [relation(reading, whole, some, true, 'plain')]
    }
    // 三档合计…: the last figure of each of the three items before it.
    const items = together === null ? [] : lastOfGroups(parts)
    const count = together === null ? 0 : ' 一二三四五六七八九'.indexOf(together[1] === '两' ? '二' : (together[1] ?? ' '))
    if (count > 1 && items.length >= count) {
      const some = items.slice(-count)
      if (some.every(({ hedge, label }) => hedge === null && !/合计|总/.test(label))) return [relation(reading, whole, some, meet(spanOf(some), whole.span), 'plain')]
    }
    const direct = parts.filter(({ group }) => group === whole.group)
    if (yearly && !isWholeSet(direct)) return []
    if (whole.unit.dimension === 'percent' && !/相加|合计占|之和/.test(whole.label)) return []
    const isList = direct.length >= 2 && direct.every(({ hedge, label }, i) => hedge === null && !(whole.unit.dimension === 'score' ? /合计|总|满分/ : LOOSE).test(label) && (i === 0 || LISTED.test(label + (direct[i]?.lead ?? ''))))
    const strong = yearly || goesOn || /合计|总计|共计|小计|相加|项共|总[额价量数分]/.test(whole.label)
    if (!isList || !strong || (whole.lead === '' && !goesOn)) return []
    return [relation(reading, whole, direct, false, direct.every(({ label }) => !/其中/.test(label)) ? 'plain' : 'unclear')]
  })
}
const TOGETHER = /(?:^|[，上述以前这])([两二三四五六七八九])(?:项|档|类|者|种|个|级|部分|部门|批|期|笔|家|地)[^，。；\d]{0,10}(?:合计|共计?|总计|合并)[^，。；\d]{0,6}$/
function lastOfGroups(parts: readonly Mention[]): Mention[] {
  const byGroup = new Map<number, Mention>()
  for (const part of parts) if (!/每|均|单价/.test(part.label)) byGroup.set(part.group, part)
  return [...byGroup.values()]
}
const LOOSE = /合计|总计|共|每|均|单价|标准|预算|[较比上去](?!赛)|其中|目标|计划/
const LISTED = /^.*[，、；和及与]?/

const relation = (reading: Reading, whole: Mention, parts: readonly Mention[], holds: boolean, certainty: Relation['certainty']): Relation => ({
  kind: 'sum',
  result: whole,
  operands: parts,
  holds,
  certainty,
  rule: 'parts',
  expected: isPositive(whole.step) ? plain(dividedBy(valueOf(parts), unitOf(whole)), 6) : null,
})
/** How much 1 of the printed number is. */
export const unitOf = ({ value, written }: Mention): Quantity => {
  const digits = quantity(/-?\d[\d,]*(?:\.\d+)?/.exec(written)?.[0].replaceAll(',', '') ?? '1')
  return equals(digits, zero) ? quantity('1') : dividedBy(value, digits)
}
