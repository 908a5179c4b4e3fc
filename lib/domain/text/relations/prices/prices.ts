import { dividedBy, type Quantity, quantity } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import type { Mention } from '@/lib/domain/text/mentions'
import { MANY, NAMED_BY, PER, PRICE, unitsNamed } from '@/lib/domain/text/vocabulary/per-unit'

/** Which figures are so much for each one, and of what. */

/** `noun`: what the number's own words may say instead of its unit. */
export type Counted = { units: readonly string[] | null; many: Quantity; noun?: RegExp | undefined }
export const ONE = quantity('1')

/** What each is one of: the units that 每户, 户均 or 单价 count; null units: whatever is counted. */
export const countedIn = ({ label }: Mention): Counted | null => readPrice(label)

const MAY_BE_PRICE = /[每均单额产]/
const readPrice = lately((label: string): Counted | null => {
  if (!MAY_BE_PRICE.test(label)) return null
  const tail = label.slice(-20)
  const many = quantity(MANY.find(([word]) => word.test(tail))?.[1] ?? '1')
  if (many !== ONE) {
    const unit = /每(?:百|千|万|十万)([\u4e00-\u9fff]{1,3}?)[^，。；\d]{0,4}$/.exec(tail)?.[1]
    if (unit !== undefined && /每[百千万十]/.test(tail)) return { units: unitsNamed(unit.slice(0, 1)), many }
  }
  if (PRICE.test(tail)) return { units: null, many }
  for (const pattern of PER) {
    const match = pattern.exec(tail)
    if (match !== null) return { units: unitsNamed(match[1] || '亩'), many, noun: nounOf(match[1] ?? '') }
  }
  return null
})

/** 平均每个小区210户: 42个小区 say the word behind their unit, 小区42个 before it. */
const nounOf = (word: string): RegExp | undefined =>
  NAMED_BY[word] ?? (word.length < 2 ? undefined : new RegExp(`^[^，。；\\d]{0,4}${word}|${word}(?:总?数)?$`))

/** 1,450元/生·年. */
export function countedBehind({ after, unit }: Mention): Counted | null {
  const word =
    unit.dimension === 'money'
      ? /^\/(人|生|户|页|份|卷|株|亩|台|辆|套|座|处|个|公里|千米|延米|米|平方米|㎡|m²|立方米|头|只|吨|次|场|例|千瓦时|度)(?:·?年)?(?!·?月)/.exec(
          after,
        )?.[1]
      : undefined
  return word === undefined ? null : { units: unitsNamed(word), many: ONE }
}

/** How many of its own unit: 245公里 are 245, whatever a 公里 is. */
export const counted = ({ value, unit }: Mention): Quantity => dividedBy(value, unit.factor)

const COUNTS = new Set(['things', 'people'])
const COUNTABLE = new Set(['things', 'people', 'visits', 'households', 'mu', 'mass', 'length', 'surface', 'volume', 'energy'])
export const countedBy = ({ unit, label, after }: Mention, { units, noun }: Counted): boolean =>
  (units === null
    ? COUNTABLE.has(unit.dimension)
    : units.includes(unit.word) || (noun !== undefined && COUNTS.has(unit.dimension) && (noun.test(after) || noun.test(label)))) &&
  !/每|均(?!衡)[^，。；]{0,4}$/.test(label)
/** A total is of the price's own dimension; 2.72次 each of 24,800人次. */
export const kindred = (mention: Mention, each: Mention): boolean =>
  ((mention.unit.dimension === each.unit.dimension && (each.unit.dimension !== 'things' || mention.unit.word === each.unit.word)) ||
    (each.unit.word === '次' && mention.unit.dimension === 'visits')) &&
  countedIn(mention) === null
