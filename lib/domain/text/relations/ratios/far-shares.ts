import { equals, isPositive, moreThan } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import { spanOf } from '@/lib/domain/text/adding'
import { unmarked } from '@/lib/domain/text/counted'
import { meet } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { ratioOf } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * A share whose part and whole are both only named, their figures chapters away: 追加预算占年初预算的13.48%, 结转资金占全年收入的2.00%. Drawn where
 * each name is borne by one amount of the text.
 */
export const farShares = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null) return []
    const ranked = ofRank(reading, rate)
    if (ranked !== null) return ranked
    const [, subject = '', base = ''] = SHARE.exec(rate.label) ?? []
    const name = subject.replace(AROUND, '')
    if (name.length < 2 || base.length < 3 || saysPart(reading, rate, name)) return []
    const whole = knownAs(reading, base) ?? onlyNamed(reading, rate, base.replace(IN_YEAR, ''), null)
    const part = whole === null ? null : onlyNamed(reading, rate, name, whole)
    if (whole === null || part === null || part === whole || !isPositive(whole.value)) return []
    return [ratioOf(SHARE_OF, rate, [part, whole])]
  })

const SHARE_OF = { kind: 'share', rule: 'share' } as const

const RANKED =
  /(?:其中)?([\u4e00-\u9fff]{3,14}?)(?:占比|比重|占)(?:最[高大多低小少]|居首位?|第[一二三])[，,]?(?:占比?)?(?:为|达到?|是)?$|(?:其次|再次|第[二三四])(?:是|为)([\u4e00-\u9fff]{3,14}?)[，,]?(?:占比?)?(?:为|达到?)?$/
/** 按功能分类，甲支出…、乙支出…。其中乙支出占比最高，为37%: of the row that the name stands in, where the row is all that was spent. */
function ofRank(reading: Reading, rate: Mention): Relation[] | null {
  const said = RANKED.exec(reading.text.slice(Math.max(0, rate.start - 30), rate.start))
  const name = said?.[1] ?? said?.[2]
  if (name === undefined) return null
  const whole = knownAs(reading, '全年支出')
  const part = before(reading, rate, 40).find(
    ({ label, unit, hedge }) => hedge === null && unit.dimension === 'money' && label.endsWith(name),
  )
  if (whole === null || part === undefined) return []
  const row = before(reading, rate, 40).filter(({ sentence, unit }) => sentence === part.sentence && unit.dimension === 'money')
  if (row.length < 3 || !meet(spanOf(row), whole.span)) return []
  return [ratioOf(SHARE_OF, rate, [part, whole])]
}

const SHARE = /([\u4e00-\u9fff]{3,10})占([\u4e00-\u9fff]{3,10}?)(?:总额|总数)?的?(?:比例|比重)?(?:的|为|达到?)$/
const AROUND = /^(?:本|全|当)年|^年[中末]|(?:资金|预算|经费|金额|支出|数额?)$/g
/** The part is said beside its share. */
const saysPart = (reading: Reading, rate: Mention, name: string): boolean =>
  before(reading, rate, 6).some(({ sentence, label }) => sentence === rate.sentence && label.includes(name))

/** The one amount whose name ends with some words; null where none or several are called so. */
function onlyNamed(reading: Reading, rate: Mention, name: string, whole: Mention | null): Mention | null {
  const named = before(reading, rate, FAR, true).filter(
    (mention) =>
      mention.unit.dimension === 'money' &&
      mention.hedge === null &&
      isCalled(mention, name) &&
      (whole === null || (sameUnit(mention, whole) && !moreThan(mention.value, whole.value))),
  )
  const [first] = named
  return first !== undefined && named.every(({ value }) => equals(value, first.value)) ? first : null
}
const FAR = 400
/** A short name must be all of it but for the year: 本年收入合计 is 收入, 事业收入 is not. */
function isCalled({ label }: Mention, name: string): boolean {
  const { own, inAnyYear } = namesIn(label)
  return name.length > 3 ? own.endsWith(name) : inAnyYear === name
}
/** What a label calls its figure, with and without the year; '' where it is of another year, an aim, or a part. Each share asks it of many. */
const namesIn = lately((label): { own: string; inAnyYear: string } => {
  const isOther = /[上去]年|\d{4}年|同期|目标|其中/.test(label)
  const own = isOther ? '' : unmarked(label).replace(/(?:总额|合计|共计|总数|数)?[为是达]*$/, '')
  return { own, inAnyYear: own.replace(IN_YEAR, '') }
})
const IN_YEAR = /^(?:本年度?|全年度?|当年|年度中间|年度|年末|年中)/
