import { dividedBy, isPositive, plain, quantity } from '@/lib/domain/quantities'
import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { unitOf } from '@/lib/domain/text/adding'
import { around, meet } from '@/lib/domain/text/interval'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** 2018年至2022年累计造林12.6万亩，年均2.52万亩; 三年累计…，年均…: what several years came to ÷ how many they are. */
export const spanMeans = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((each): Relation[] => {
    const total = reading.mentions[each.index - 1]
    const noun = /^(?:年均|平均每年)([^，。；\d]{0,4}?)[为达到约]*$/.exec(each.label)?.[1]
    if (total === undefined || noun === undefined || !total.label.includes(noun) || /增|减|升|降/.test(each.label)) return []
    if (total.group !== each.group || total.bracket !== each.bracket || total.unit.word !== each.unit.word || each.unit.word === '')
      return []
    if (total.hedge !== null || each.hedge !== null || each.unit.dimension === 'percent' || !isPositive(total.value)) return []
    const years = yearsIn(reading.text.slice(Math.max(0, total.start - 30), total.start))
    if (years === null) return []
    const n = quantity(`${years}`)
    const span = { low: dividedBy(total.span.low, n), high: dividedBy(total.span.high, n) }
    return [
      {
        kind: 'perUnit',
        result: each,
        operands: [total],
        holds: meet(span, around(each.value, dividedBy(each.step, quantity('2')))),
        certainty: 'plain',
        rule: 'perTime',
        expected: plain(dividedBy(dividedBy(total.value, n), unitOf(each)), 2),
      },
    ]
  })

/** How many years the words before a total say it is of; null where they say none, or say anything else between the years and the total. */
function yearsIn(words: string): number | null {
  const clause = words.slice(Math.max(words.lastIndexOf('。'), words.lastIndexOf('；'), words.lastIndexOf('\n')) + 1)
  const [, from, to, toTotal = ''] =
    /((?:19|20)\d{2})年?\s?(?:至|到|[-—–~～]{1,2})\s?((?:19|20)\d{2})年(\D*)$/.exec(clause) ??
    /()([两二三四五六七八九])年(?:来|间)?((?:累计|共计?|合计|总计)\D*)$/.exec(clause) ??
    []
  if (from === undefined || to === undefined || NOT_OF_ALL.test(toTotal)) return null
  if (from === '') return '  二三四五六七八九'.indexOf(to === '两' ? '二' : to)
  return to > from ? wholeNumber(to) - wholeNumber(from) + 1 : null
}
/** 其中, 上年, 最高: the figure is of one of the years, or of a part. */
const NOT_OF_ALL = /其中|[上去前当本今首末每]年|年均|最[高低多少大小]|目标|计划/
