import { dividedBy, isPositive, isZero, plain, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet, printsAs, product } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, behind, type Reading } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { sharedRun } from '@/lib/domain/text/subjects'
import { MANY, NAMED_BY, OF_TIME, PER, PRICE, unitsNamed } from '@/lib/domain/text/vocabulary/per-unit'
import { pricedLists } from './priced-lists'

/**
 * So much for each × how many = what it comes to: 120户，每户补助3000元，36万元; 36,770件, 168人, 人均218.87件. With 每月 the
 * months of the year, or those that are named, are a third factor. Number and total stand beside the price, or elsewhere
 * under the name of the same thing.
 */
export function perUnit(reading: Reading): Relation[] {
  let searches = 0
  const listed = new Set(pricedLists(reading).flatMap(({ operands }) => operands))
  return reading.mentions.flatMap((each): Relation[] => {
    if ((each.hedge !== null && each.hedge !== 'about') || listed.has(each)) return []
    const of = countedIn(each) ?? countedBehind(each)
    if (of === null || PLANNED.test(each.label)) return []
    const near = [...before(reading, each, 8), ...behind(reading, each, 6)].filter(isPlain)
    const pool = reading.mentions
      .slice(Math.max(0, each.index - 80), each.index + 20)
      .filter((mention) => mention !== each && isPlain(mention))
    const topic = topicOf(reading, each)
    const row = inRow(reading, each)
    if (row === null) return []
    const number = row === undefined ? numberFor(near, pool, each, of, topic) : numberNamed(pool, each, of)
    const total = row ?? (number === undefined ? undefined : totalFor(near, pool, each, number, topic))
    if (number === undefined || total === undefined) return []
    // 春季4.12万人次、秋季4.05万人次，人均595元: a total far off is of both.
    const beside = near.filter(
      (mention) => mention.group === each.group && mention.unit.word === number.unit.word && countedBy(mention, of),
    )
    const isUnsure = beside.length > 1 && total.group !== each.group
    const factors = factorsOf(
      each.label,
      near.filter(({ group }) => group === each.group),
    )
    const first = factors[0] ?? ONE
    // 人均7.2万元，1,126人需8,107.2万元: what is computed from the price takes it as it stands.
    const isComputed = total.index > each.index && /需|应|可|共|计/.test(total.label)
    // 按18万人计算: as it stands, like the price.
    const isGiven = /按[^，。；\d]{0,6}$/.test(number.label) && /^[^，。；\d]{0,4}[计测核]算/.test(number.after)
    const made = product(
      product(isGiven ? exactly(number.value) : number.span, exactly(dividedBy(first, times(of.many, number.unit.factor)))),
      isComputed ? exactly(each.value) : each.span,
    )
    const direct = (!isComputed && factors.some((factor) => fits(number, each, total, factor, of.many))) || meet(made, total.span)
    const settled = (): boolean =>
      factors.some(
        (factor) =>
          pool.some((other) => kindred(other, each) && fits(number, each, other, factor, of.many)) ||
          pool.some((other) => countedBy(other, of) && fits(other, each, total, factor, of.many)),
      )
    // 日常养护930万元。公路建设平均每公里50.23万元: neither beside the price nor under its name.
    const isApart = total.group !== each.group && number.paragraph !== each.paragraph && sharedRun(total.label, each.label) < 2
    const isSlip = (): boolean =>
      isPositive(number.value) && isSlipOf(each, dividedBy(times(total.value, of.many), times(counted(number), first)))
    if (!direct && (isUnsure || isApart) && !(isApart && isSlip())) return []
    if (
      !direct &&
      !isInItsBracket(reading, number, each, total) &&
      !(beside.length < 2 && isNextTo(number, each, total)) &&
      !(isComputed && isRightBehind(number, each, total)) &&
      (searches++ > MOST_SEARCHES || settled())
    )
      return []
    return [
      {
        kind: 'perUnit',
        result: total,
        operands: [number, each],
        holds: direct,
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(dividedBy(times(times(counted(number), each.value), first), of.many), unitOf(total)), 4),
      },
    ]
  })
}

/** 补助1,260万元（7支、420人，人均3万元）: number and price in the bracket that hangs on the total. Nothing else can be meant. */
const isInItsBracket = ({ brackets }: Reading, number: Mention, each: Mention, total: Mention): boolean =>
  each.bracket !== 0 && number.bracket === each.bracket && number.index === each.index - 1 && brackets[each.bracket]?.before === total.index

/** 面积462亩，投入1,386万元，亩均3万元: the two stand right before the price. */
const isNextTo = (number: Mention, each: Mention, total: Mention): boolean =>
  Math.min(number.index, total.index) === each.index - 2 &&
  Math.max(number.index, total.index) === each.index - 1 &&
  [number, total].every(({ group, bracket, label }) => group === each.group && bracket === each.bracket && !/其中|另/.test(label))

/** 按人均6万元测算，招聘40人需安排240万元: what follows from the price, right behind it. */
const isRightBehind = (number: Mention, each: Mention, total: Mention): boolean =>
  number.index === each.index + 1 &&
  total.index === each.index + 2 &&
  [number, total].every(({ group, bracket }) => group === each.group && bracket === each.bracket)

/** `noun`: what the number's own words may say instead of its unit. */
type Counted = { units: readonly string[] | null; many: Quantity; noun?: RegExp | undefined }
const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const PLANNED = /目标|不低于|不高于|标准为|上限|控制在|力争/
const ONE = quantity('1')

/** What each is one of: the units that 每户, 户均 or 单价 count; null units: whatever is counted. */
function countedIn(mention: Mention): Counted | null {
  const known = prices.get(mention)
  if (known !== undefined) return known
  const counted = readPrice(mention.label)
  prices.set(mention, counted)
  return counted
}
/** Each figure is asked for by many others. */
const prices = new WeakMap<Mention, Counted | null>()

function readPrice(label: string): Counted | null {
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
}

/** 平均每个小区210户: 42个小区 say the word behind their unit. */
const nounOf = (word: string): RegExp | undefined =>
  NAMED_BY[word] ?? (word.length < 2 ? undefined : new RegExp(`^[^，。；\\d]{0,4}${word}`))

/** 1,450元/生·年. */
function countedBehind({ after, unit }: Mention): Counted | null {
  const word =
    unit.dimension === 'money' ? /^\/(人|生|户|亩|台|辆|套|座|处|个|公里|平方米|头|只|吨)(?:·?年)?(?!·?月)/.exec(after)?.[1] : undefined
  return word === undefined ? null : { units: unitsNamed(word), many: ONE }
}

/** How many of its own unit: 245公里 are 245, whatever a 公里 is. */
const counted = ({ value, unit }: Mention): Quantity => dividedBy(value, unit.factor)

/**
 * Prices in a row (县道每公里1万元、乡道每公里5千元…，分别支出…) have their totals in a row behind them: the one of this price.
 * Undefined where the price stands alone or beside others in clauses of their own, null where the row has no totals.
 */
function inRow({ mentions }: Reading, each: Mention): Mention | null | undefined {
  const isPrice = (mention: Mention | undefined): boolean =>
    mention !== undefined && mention.group === each.group && mention.unit.dimension === each.unit.dimension && countedIn(mention) !== null
  let first = each.index
  let last = each.index
  while (isPrice(mentions[first - 1])) first -= 1
  while (isPrice(mentions[last + 1])) last += 1
  if (first === last) return undefined
  const head = mentions[last + 1]
  if (head === undefined || !/分别|据此|依次|各/.test(head.label))
    // 按每个工120元计算，亩均节本144元 are no row.
    return mentions.slice(first + 1, last + 1).every(({ lead }) => lead === '、') ? null : undefined
  const total = mentions[last + 1 + each.index - first]
  return total?.group === each.group && total.unit.dimension === each.unit.dimension ? total : null
}
/** The number that goes by the price's own name: 乡道865.3公里, 乡道每公里5,000元. */
function numberNamed(pool: readonly Mention[], each: Mention, of: Counted): Mention | undefined {
  const name = each.label.replace(/每.*$/, '')
  return nearest(
    pool.filter((mention) => countedBy(mention, of) && sharedRun(mention.label, name) >= 2),
    each,
  )
}

const COUNTS = new Set(['things', 'people'])
const COUNTABLE = new Set(['things', 'people', 'visits', 'households', 'mu', 'mass', 'length', 'surface', 'volume'])
const countedBy = ({ unit, label, after }: Mention, { units, noun }: Counted): boolean =>
  (units === null
    ? COUNTABLE.has(unit.dimension)
    : units.includes(unit.word) || (noun !== undefined && COUNTS.has(unit.dimension) && (noun.test(after) || noun.test(label)))) &&
  !/每|均(?!衡)[^，。；]{0,4}$/.test(label)
/** A total is of the price's own dimension; 2.72次 each of 24,800人次. */
const kindred = (mention: Mention, each: Mention): boolean =>
  ((mention.unit.dimension === each.unit.dimension && (each.unit.dimension !== 'things' || mention.unit.word === each.unit.word)) ||
    (each.unit.word === '次' && mention.unit.dimension === 'visits')) &&
  countedIn(mention) === null

/** What the price is of: its clauses from the beginning of the group, and the title that its paragraph begins with. */
function topicOf({ text, paragraphs }: Reading, each: Mention): string {
  const paragraph = paragraphs[each.paragraph]?.start ?? 0
  const title = /^[^。，；]{0,24}。/.exec(text.slice(paragraph, paragraph + 26))?.[0] ?? ''
  const clauses = text.slice(Math.max(paragraph, each.start - 48), each.start)
  return `${title}|${clauses.slice(clauses.lastIndexOf('；') + 1)}`
}

const nearest = (mentions: readonly Mention[], to: Mention): Mention | undefined =>
  [...mentions].sort((a, b) => Math.abs(a.index - to.index) - Math.abs(b.index - to.index) || a.index - b.index)[0]

function numberFor(near: readonly Mention[], pool: readonly Mention[], each: Mention, of: Counted, topic: string): Mention | undefined {
  // 扶持1,368人，带动5,472人，平均每位带动4人: what goes by the average's own words is the total.
  const isOfTotal = of.units?.includes(each.unit.word) === true
  const isTotal = ({ label }: Mention): boolean =>
    (isOfTotal && sharedRun(label, each.label) >= 2) || /[比较][^，。；]{0,8}[增减多少高低]$/.test(label)
  const here = near.filter((mention) => mention.group === each.group && countedBy(mention, of) && !isTotal(mention))
  const own =
    nearest(
      here.filter(({ index }) => index < each.index),
      each,
    ) ?? nearest(here, each)
  if (own !== undefined) return own
  const named = pool.filter(
    (mention) => countedBy(mention, of) && (sharedRun(mention.label, topic) >= 3 || sharedRun(mention.label, each.label) >= 2),
  )
  const beside = near.filter((mention) => countedBy(mention, of) && mention.sentence >= each.sentence - 1 && mention.index < each.index)
  return nearest(named, each) ?? (of.units === null ? undefined : beside[0])
}

/** The total behind the price (计1,890万元), else right before it, else elsewhere under the same name. */
function totalFor(near: readonly Mention[], pool: readonly Mention[], each: Mention, number: Mention, topic: string): Mention | undefined {
  const here = near.filter((mention) => mention.group === each.group && kindred(mention, each) && mention !== number)
  const after = here.find(
    ({ index, label, lead }) =>
      index > each.index &&
      index <= Math.max(each.index + 2, number.index === each.index + 2 ? number.index + 1 : 0) &&
      (TOTAL.test(label) || (label === '' && lead === '，') || sharedRun(label, each.label) >= 2),
  )
  const ahead = here.find(
    ({ index, label }) =>
      index < each.index && index >= Math.min(each.index, number.index) - (each.unit.word === '次' ? 4 : 2) && !OTHER_TOTAL.test(label),
  )
  const named = pool.filter((mention) => kindred(mention, each) && mention !== number && sharedRun(mention.label, topic) >= 4)
  const noun = /均([\u4e00-\u9fff]{2,4})$/.exec(each.label)?.[1]
  const stated =
    noun === undefined
      ? []
      : pool.filter(
          (mention) =>
            mention.index < each.index &&
            kindred(mention, each) &&
            mention.unit.word === each.unit.word &&
            [...noun].every((sign) => mention.label.includes(sign)),
        )
  return after ?? ahead ?? nearest(named, each) ?? nearest(stated, each)
}
const TOTAL = /[合共总小]?计|总产|产量|共|支[出付]|安排|需|即|金额|投入|补助|发放|成本|应|达到?|约/
const OTHER_TOTAL = /[上去]年|结余|增|减/

function factorsOf(label: string, here: readonly Mention[]): Quantity[] {
  const named = OF_TIME.filter(([pattern]) => pattern.test(label))
  if (named.length === 0) return [ONE]
  const said = here.filter(({ unit }) => unit.dimension === 'months' || unit.dimension === 'days').map(({ value }) => value)
  return said.length > 0 ? [...said, ONE] : [...named.map(([, factor]) => quantity(factor)), ONE]
}

/** Whether the three agree, taken as printed: the product to the total's digits, or the quotient to the price's. */
function fits(number: Mention, each: Mention, total: Mention, factor: Quantity, many: Quantity): boolean {
  const count = dividedBy(times(counted(number), factor), many)
  if (printsAs(times(count, each.value), total.value, total.step)) return true
  return !isZero(count) && isPositive(count) && printsAs(dividedBy(total.value, count), each.value, each.step)
}
