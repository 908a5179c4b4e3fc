import { dividedBy, isPositive, plain, quantity } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { around, type Interval, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isChange } from '@/lib/domain/text/relations/growth-words'
import { sharedRun } from '@/lib/domain/text/subjects'

const DAILY = /(?:日均|平均每[日天])[^，。；\d]{0,8}$/
const TERMLY = /平均每学期[^，。；\d]{0,8}$/
const QUARTERLY = /(?:季均|平均每季度?)[^，。；\d]{0,8}$/
const MONTHLY = /(?:月均|平均每月)[^，。；\d]{0,8}$/
/** 第28周受理…，日均…; 7月份受理…，日均…: of a week or a month, which its sentence names, and not the year. */
const isOfShorterTime = ({ text, sentences }: Reading, { sentence, start }: Mention): boolean => {
  const said = text.slice(Math.max(sentences[sentence]?.start ?? 0, start - 60), start)
  return /第\d{1,2}周|本[周月]|\d{1,2}月份|\d{1,2}月，|[上下]半年|季度/.test(said) && !/全年|年度/.test(said)
}
/** 第28周受理71,184件，日均10,169件: a week, a quarter or a half year that the sentence names, and what came in right before. */
function ofShorterTime(reading: Reading, each: Mention): Relation[] {
  const total = reading.mentions[each.index - 1]
  if (
    total === undefined ||
    !/^日均$/.test(each.label) ||
    !isPlain(total) ||
    total.unit.word !== each.unit.word ||
    total.group !== each.group
  )
    return []
  if (isChange(total) || total.bracket !== each.bracket || /其中|[上去]年|均/.test(total.label)) return []
  const said = reading.text.slice(reading.sentences[each.sentence]?.start ?? 0, each.start)
  const named = TIMES.filter(([words]) => words.test(said))
  const [time] = named
  if (time === undefined || named.length > 1) return []
  const holds = time[1].some((days) => meet(divided(total.span, days), around(each.value, each.step)))
  const expected = plain(dividedBy(dividedBy(total.value, quantity(time[1][0])), unitOf(each)), 2)
  return [{ kind: 'perUnit', result: each, operands: [total], holds, certainty: 'plain', rule: 'perTime', expected }]
}
const divided = ({ low, high }: Interval, by: string): Interval => ({
  low: dividedBy(low, quantity(by)),
  high: dividedBy(high, quantity(by)),
})
/** How many days there are, all of them or those that one works. */
const TIMES: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/第\d{1,2}周|本周/, ['7', '5']],
  [/第?一季度/, ['90', '91']],
  [/第?二季度/, ['91']],
  [/第?[三四]季度/, ['92']],
  [/上半年/, ['181', '182']],
  [/下半年/, ['184']],
]

/** 日均, 月均: what the year came to ÷ its days or months. */
export function perTime(reading: Reading): Relation[] {
  return reading.mentions.flatMap((each): Relation[] => {
    const parts = DAILY.test(each.label)
      ? ['365', '366']
      : MONTHLY.test(each.label)
        ? ['12']
        : QUARTERLY.test(each.label)
          ? ['4']
          : TERMLY.test(each.label)
            ? ['2']
            : []
    if (parts.length === 0 || !isPlain(each) || /[上去]年|比|较/.test(each.label)) return []
    if (isOfShorterTime(reading, each)) return ofShorterTime(reading, each)
    const counted = DAILY.test(each.label) ? daysCounted(reading, each) : undefined
    if (counted !== undefined) parts.splice(0, parts.length, plain(counted.value))
    const total =
      before(reading, each, 4).find(
        (mention) =>
          mention.group === each.group &&
          isPlain(mention) &&
          mention.unit.dimension === each.unit.dimension &&
          ((mention.index === each.index - (counted !== undefined && counted.index < each.index ? 2 : 1) &&
            (counted !== undefined ||
              (mention.unit.word === each.unit.word && /^(?:日均|月均|平均每(?:[月日天]|季度?|学期))$/.test(each.label)))) ||
            /全年|年度|累计|共|清运|总/.test(mention.label) ||
            (/^日均$/.test(each.label) && mention.unit.word === each.unit.word && !/[上去]年|[比较]/.test(mention.label)) ||
            sharedRun(mention.label, each.label) >= 2) &&
          mention.bracket === each.bracket,
      ) ??
      // 月均2,100吨，全年2.52万吨.
      behind(reading, each, 1).find(
        (mention) =>
          mention.group === each.group && isPlain(mention) && sameUnit(mention, each) && /^全年(?:共|累计|合计)?$/.test(mention.label),
      ) ??
      // 日均出动24台次，全年（365天）出动8,760台次.
      behind(reading, each, 2).find(
        (mention) =>
          mention.group === each.group &&
          isPlain(mention) &&
          sameUnit(mention, each) &&
          mention.unit.word === each.unit.word &&
          mention.bracket === each.bracket &&
          /^全年/.test(reading.text.slice(each.end + 1, each.end + 3)),
      ) ??
      ofYear(reading, each)
    // 开放312天: a day on which nothing could be counts for none.
    const days = before(reading, each, 8).find((mention) => mention.sentence === each.sentence && mention.unit.dimension === 'days')
    if (days !== undefined && isPlain(days) && !MONTHLY.test(each.label)) parts.push(plain(days.value))
    if (total === undefined || !isPositive(total.value)) return []
    const holds = parts.some((n) => {
      const span = { low: dividedBy(total.span.low, quantity(n)), high: dividedBy(total.span.high, quantity(n)) }
      return meet(span, around(each.value, dividedBy(each.step, quantity('2'))))
    })
    return [
      {
        kind: 'perUnit',
        result: each,
        operands: [total],
        holds,
        certainty: 'plain',
        rule: 'perTime',
        expected: plain(dividedBy(dividedBy(total.value, quantity(parts[0] ?? '1')), unitOf(each)), 2),
      },
    ]
  })
}
/** 日均144件（按250个工作日计）; 按250个工作日计算，日均144件. */
function daysCounted(reading: Reading, each: Mention): Mention | undefined {
  const isDays = (mention: Mention): boolean => isPlain(mention) && ['workdays', 'days'].includes(mention.unit.dimension)
  return (
    // 日均1.2万人次，春运40天发送62万人次: what follows is told of other days.
    behind(reading, each, 1).find((mention) => isDays(mention) && (mention.bracket !== each.bracket || /按|以|全年/.test(mention.label))) ??
    before(reading, each, 1).find((mention) => isDays(mention) && mention.group === each.group && /按|以/.test(mention.label))
  )
}
/** 全年受理诉求186,400件。…全年日均受理511件: what the year came to in the same words and unit, earlier in the paragraph. */
function ofYear(reading: Reading, each: Mention): Mention | undefined {
  const named = before(reading, each, 40).filter(
    (mention) =>
      isPlain(mention) &&
      mention.unit.word === each.unit.word &&
      mention.unit.word !== '' &&
      /全年|全市年|年度|累计/.test(mention.label) &&
      !/[上去]年|其中/.test(mention.label) &&
      sharedRun(mention.label, each.label) >= 2 &&
      isOfNoun(mention, each),
  )
  return named.length === 1 ? named[0] : undefined
}
/** 厨余垃圾分出量月均 is not of 全年生活垃圾清运. */
const isOfNoun = ({ label }: Mention, each: Mention): boolean => {
  const noun = each.label.replace(/(?:日均|月均|平均每[日天月]).*$/, '').replace(/^全年/, '')
  return noun.length < 4 || sharedRun(label, noun) >= 3
}
const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
