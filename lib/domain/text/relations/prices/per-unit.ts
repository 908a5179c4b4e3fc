import { dividedBy, isPositive, isZero, plain, plus, type Quantity, quantity, times, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet, printsAs, product, total as sumOf } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { sharedRun } from '@/lib/domain/text/subjects'
import { OF_TIME } from '@/lib/domain/text/vocabulary/per-unit'
import { isDensity } from './densities'
import { inRow, numberFor, numberNamed, topicOf, totalFor } from './price-figures'
import { inLists, pricedLists } from './priced-lists'
import { counted, countedBehind, countedBy, countedIn, kindred, ONE } from './prices'

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
    // 每万人配备民警4.58名: of all who live there.
    if (isDensity(reading, each)) return []
    const of = countedIn(each) ?? countedBehind(each)
    // 比上年场均2.1万人次: of another year.
    if (of === null || PLANNED.test(each.label) || /[上去]年|^[比较]/.test(each.label)) return []
    const row = inRow(reading, each)
    if (row === null) return []
    // 补助水平为507.48元/人·月: another price is nothing that comes to be paid.
    const isNow = (mention: Mention): boolean => presentIn(reading).has(mention) && !mention.after.startsWith('/')
    const near = [...before(reading, each, 8), ...behind(reading, each, 6)].filter(isNow)
    // Few prices need what stands far off: it is gathered for those alone.
    let gathered: readonly Mention[] | undefined
    const pool = (): readonly Mention[] => {
      gathered ??= reading.mentions
        .slice(Math.max(0, each.index - 80), each.index + 20)
        .filter((mention) => mention !== each && isNow(mention))
      return gathered
    }
    const topic = topicOf(reading, each)
    const number = row === undefined ? numberFor(near, pool, each, of, topic) : numberNamed(pool(), each, of)
    const total = row ?? (number === undefined ? undefined : totalFor(near, pool, each, number, topic))
    if (number === undefined || total === undefined) return []
    // 春季4.12万人次、秋季4.05万人次，人均595元: a total far off is of both.
    const beside = near.filter(
      (mention) =>
        mention.group === each.group &&
        mention.index < each.index &&
        mention.unit.word === number.unit.word &&
        !mention.label.startsWith('其中') &&
        countedBy(mention, of),
    )
    const isUnsure = beside.length > 1 && total.group !== each.group
    // 每人每月380元，月发414.35万元: of one month.
    const factors = MONTHLY_TOTAL.test(total.label)
      ? [ONE]
      : factorsOf(
          each.label,
          near.filter(({ group }) => group === each.group),
        )
    const numbers = together(reading, number)
    // 春季312人、秋季298人，每人每学期…: each term has its own.
    // 3,024人次，每人每学期1,000元: who comes each term is counted each term.
    const first = /每学期/.test(each.label) && (numbers.length > 1 || number.unit.dimension === 'visits') ? ONE : (factors[0] ?? ONE)
    // 人均7.2万元，1,126人需8,107.2万元: what is computed from the price takes it as it stands.
    const isComputed = total.index > each.index && (/需|应|可|共|计/.test(total.label) || /^(?:标准|[^，。；\d]{0,6}按)/.test(each.label))
    // 按18万人计算: as it stands, like the price.
    const isGiven = /按[^，。；\d]{0,6}$/.test(number.label) && /^[^，。；\d]{0,4}[计测核]算/.test(number.after)
    const made = product(
      product(
        isGiven ? exactly(number.value) : sumOf(numbers.map(({ span }) => span)),
        exactly(dividedBy(first, times(of.many, number.unit.factor))),
      ),
      isComputed ? exactly(each.value) : each.span,
    )
    const direct = (!isComputed && factors.some((factor) => fits(numbers, each, total, factor, of.many))) || meet(made, total.span)
    const settled = (): boolean =>
      factors.some(
        (factor) =>
          pool().some((other) => kindred(other, each) && fits([number], each, other, factor, of.many)) ||
          pool().some((other) => countedBy(other, of) && fits([other], each, total, factor, of.many)),
      )
    // 日常养护930万元。公路建设平均每公里50.23万元: neither beside the price nor under its name.
    const isApart = total.group !== each.group && number.paragraph !== each.paragraph && sharedRun(total.label, each.label) < 2
    const isSlip = (): boolean =>
      isPositive(number.value) && isSlipOf(each, dividedBy(times(total.value, of.many), times(counted(number), first)))
    if (!direct && (isUnsure || isApart) && !(isApart && isSlip())) return []
    // 预算260万元，新建9处、每处18.5万元，更换140块、每块1,200元: one of several is not all that the total is for.
    if (!direct && (inLists(reading).has(each) || isOneOfSeveral(near, each, total))) return []
    if (
      !direct &&
      !isInItsBracket(reading, number, each, total) &&
      !((beside.length < 2 || /^(?:合计|共计?|总计)/.test(number.label)) && isNextTo(number, each, total)) &&
      !(isComputed && isRightBehind(number, each, total)) &&
      !isAround(reading, number, each, total) &&
      (searches++ > MOST_SEARCHES || settled())
    )
      return []
    return [
      {
        kind: 'perUnit',
        result: total,
        operands: [...numbers, each],
        holds: direct,
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(dividedBy(times(times(countOf(numbers), each.value), first), of.many), unitOf(total)), 4),
      },
    ]
  })
}

/** A budget stands before two things or more with their prices. */
const isOneOfSeveral = (near: readonly Mention[], each: Mention, total: Mention): boolean =>
  total.index < each.index &&
  /预算|概算/.test(total.label) &&
  near.some(
    (other) => other.group === each.group && other.index > total.index && other.unit.dimension === 'money' && countedIn(other) !== null,
  )

/** 由78个增加到84个，新增6个: by how many more, not how many. */
const presentIn = once(
  (reading: Reading): ReadonlySet<Mention> =>
    new Set(
      reading.mentions.filter(
        (mention) =>
          isPlain(mention) && !isOfLastYear(reading, mention) && !/^净?(?:新增|增加|减少)$|[由从]$|最[高低多少]/.test(mention.label),
      ),
    ),
)

/** 上年分别为1,700万人次、150亿元: both of another year. */
const isOfLastYear = ({ mentions }: Reading, { index, label, lead }: Mention): boolean =>
  /[上去]年(?:同期)?分别/.test(label) || (label === '' && lead === '、' && /[上去]年(?:同期)?分别/.test(mentions[index - 1]?.label ?? ''))

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
  // 按每生每天5元、全年200天计算，惠及3,120人: how long may stand between.
  number.index - each.index <= 2 &&
  number.index > each.index &&
  total.index === number.index + 1 &&
  [number, total].every(({ group, bracket }) => group === each.group && bracket === each.bracket)

/** 24,000平方米，每平方米45元，共108万元: the number right before the price, what it comes to right behind. */
const isAround = ({ mentions }: Reading, number: Mention, each: Mention, total: Mention): boolean =>
  (number.index === each.index - 1 || (number.index === each.index - 2 && mentions[each.index - 1]?.unit.dimension === 'percent')) &&
  total.index === each.index + 1 &&
  // 新建290户、改建130户，每户补助2,000元: of both.
  !(mentions[number.index - 1]?.group === number.group && mentions[number.index - 1]?.unit.word === number.unit.word) &&
  /^(?:支[出付]|发放|拨付|投入|(?:补助|补贴)(?:资金|金额|金)|总[价额]|共计?|合计|总计|金额|合同(?:总)?[价金]额?|[测计核]?算?共?需(?:资金|经费)?|共支[付出]|总支[付出]|[\u4e00-\u9fff]{2,4}费用?)(?:为|共)?$/.test(
    total.label.replace(MONTHLY_TOTAL, '发放'),
  ) &&
  [number, total].every(({ group, bracket }) => group === each.group && bracket === each.bracket)

const countOf = (numbers: readonly Mention[]): Quantity => numbers.reduce((sum, number) => plus(sum, counted(number)), zero)
/** 春季312人、秋季298人，每人每学期1,000元: a row right before the price is one number. */
function together({ mentions }: Reading, number: Mention): readonly Mention[] {
  const row = [number]
  const isTerm = ({ label }: Mention): boolean => /^(?:其中)?[春秋]季|^[上下]半年|^第[一二]学期/.test(label)
  const isByTerm = isTerm(number)
  for (let last = number; last.lead === '、' || (isByTerm && last.lead === '，'); ) {
    const next = mentions[last.index - 1]
    if (
      next === undefined ||
      (isByTerm && !isTerm(next)) ||
      next.group !== number.group ||
      next.bracket !== number.bracket ||
      !sameUnit(next, number) ||
      // 覆盖16个乡镇、203个行政村，村均12个: of the villages alone.
      (number.after !== '' && next.after !== '' && next.after !== number.after)
    )
      break
    row.unshift(next)
    last = next
  }
  return (number.lead === '、' || isByTerm) &&
    row.length > 1 &&
    row.every(({ hedge, label }) => hedge === null && !/其中|合计|共/.test(label))
    ? row
    : [number]
}

const MONTHLY_TOTAL = /^(?:每?月|当月|按月)(?:共|合计|应|实)?(?:发放?|支[出付]|拨付?|补[助贴]|需)/
const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const PLANNED = /部分|个别|最[高低多少]|目标|指标值|[低高]于|不低于|不高于|上限|控制在|力争/

function factorsOf(label: string, here: readonly Mention[]): Quantity[] {
  const named = OF_TIME.filter(([pattern]) => pattern.test(label))
  if (named.length === 0) return [ONE]
  const said = here.filter(({ unit }) => unit.dimension === 'months' || unit.dimension === 'days').map(({ value }) => value)
  return said.length > 0 ? [...said, ONE] : [...named.map(([, factor]) => quantity(factor)), ONE]
}

/** Whether the three agree, taken as printed: the product to the total's digits, or the quotient to the price's. */
function fits(numbers: readonly Mention[], each: Mention, total: Mention, factor: Quantity, many: Quantity): boolean {
  const count = dividedBy(times(countOf(numbers), factor), many)
  if (printsAs(times(count, each.value), total.value, total.step)) return true
  return !isZero(count) && isPositive(count) && printsAs(dividedBy(total.value, count), each.value, each.step)
}
