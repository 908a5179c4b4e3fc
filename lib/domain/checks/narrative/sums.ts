import { check, type Found, fact, halfUnit } from '@/lib/domain/checks/check'
import { absolute, isPositive, isZero, minus, moreThan, negated, plus, type Quantity, quantity, sum, times } from '@/lib/domain/quantities'
import { readDigits } from '@/lib/domain/reading/number-reading'
import { NUMBER, occurrences, type Passage, passagesOf } from './report-text'

/** Parts in the text against their total: 120件，其中民事80件、刑事30件、行政5件. */

const UNIT =
  '(亿元|万元|元|[万千]?(?:人次|家次|户次|件次|车次|场次|平方公里|平方米|立方米|公里|公顷|批次|个(?!百分点|月|工作日|小时)|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|处|套|条|卷|座|辆|台|所|棵|株|盏|张|册|本|只|头|例|笔|间|栋|幢|口|眼|支|艘|批)|%)'
/** What is only about so much adds up to nothing exact: 约500人, 500余人. */
const ROUGHLY = '([约近逾超]|超过)?'
const BEFORE = new RegExp(`${ROUGHLY}${NUMBER}([余多])?${UNIT}[^\\d。；;]{0,16}$`)
/** Before brackets that hold the parts, and before 分别为, nothing stands between. */
const RIGHT_BEFORE = new RegExp(`${ROUGHLY}${NUMBER}([余多])?${UNIT}[，,]?$`)
/** A part as a list has it: a name, a number and its unit, perhaps its share. */
const PART = new RegExp(`([^\\d，；;。：:]{1,30}?)${NUMBER}([余多])?${UNIT}(?:[，,]?占(?:比|总[数额])?[^，；;、。]{0,12}?%)?`, 'y')

/** What was done with the things, how many more they are than last year, or another time: no part of them. */
const NO_PART =
  /其中|已|尚|未(?!成年)|本年|当年|今年|新增|增[加长]|减少|下降|同比|[较比](?!赛)|累计|共计|合计|平均|人均|支付|拨付|结[余转]|剩余|到位|考核|复查|办结|满意|整改|发现|责令|处罚|立案|查处|答复|回复|化解|调处|通过|达标|按[期时]|验收|争取|参加|惠及|覆盖|获得?/
/** 年中调减 lowers the total. */
const SUBTRACTED = /[调核追压扣冲]减/
/** Kinds of what is said of the same people: 教职工126人，其中专任教师110人，高级教师35人. */
const OF_STAFF = [
  /党员|团员|民主党派/,
  /博士|硕士|研究生|本科|大专|专科|学历/,
  /高级|中级|初级|正高|副高|职称|骨干|学科带头/,
  /专任|专业技术|执业|管理人员/,
]
/** These are also named as groups of their own: 老人、儿童、残疾人. */
const OF_ANYONE = [/[男女]/, /少数民族/, /残疾|低保|脱贫|低收入/]
/** Lists that have all parts where they have these. */
const WHOLE_LISTS = [
  [/基本支出$/, /项目支出$/],
  [/人员(?:经费|支出)$/, /公用(?:经费|支出)$/],
  [/出国/, /公务用?车/, /接待/],
]
/** 其他 is the last part. */
const THE_OTHERS = /^其[他它余]/
const NINE_TENTHS = quantity('0.9')

/** T09: the parts behind 其中, 包括 or 分别为, or in brackets behind a number, do not add up to what stands before them, or to 合计 behind them. */
export const partsInText = check({
  code: 'T09',
  severity: 'warning',
  figures: { version: 1, of: ({ text, total }) => ({ text, total }) },
  find: (form) => passagesOf(form).flatMap((passage) => [...partsIn(passage), ...addedUpIn(passage)]),
})

const MARK = /(?:其中|包括|分别[为是])[:：]?|[(（](?!其中|包括|分别)(?=[^()（）]*\d[^()（）]*\d[^()（）]*\d)/g

function partsIn({ at, text }: Passage): Found<'T09'>[] {
  return occurrences(text, MARK).flatMap(({ 0: mark, index }) => {
    const inBrackets = /[(（]/.test(mark)
    // 全年支出1,200万元，执行率96%，其中…: the parts are those of the amount.
    const said = text.slice(Math.max(0, index - 60), index).replace(/，[^，。；]{0,12}率[^，。；\d]{0,4}[\d.]+%，$/, '，')
    const before = (inBrackets || mark.startsWith('分别') ? RIGHT_BEFORE : BEFORE).exec(said.slice(-40))
    const [whole = '', roughly = '', digits = '', more = '', unit = ''] = before ?? []
    const total = readDigits(digits)
    // Rates do not add up: 公开率100%，其中预算100%、决算100%.
    if (total === null || !isPositive(total.value) || unit === '%' || roughly !== '' || more !== '') return []
    const list = listIn(textFrom(text, index + mark.length), unit, /[:：]/.test(mark))
    if (list === null || list.parts.length < (inBrackets ? 3 : 2)) return []
    return differing(at, total, list, `${whole}${mark}${list.text}`, unit, (apart, added) => {
      if (isWhole(mark, list)) return true
      // Fewer than all parts may be named: too much in one enumeration, or nearly but not quite all, is suspicious.
      const tooMuch = isPositive(apart) && list.separator !== '，'
      const nearly = !isPositive(apart) && list.parts.length >= 3 && moreThan(added, times(total.value, NINE_TENTHS))
      return (tooMuch || nearly) && !overlap(list.parts, tooMuch)
    })
  })
}

const ADDED_UP = new RegExp(`(?:支出)?(?:合计|总计|共计)(?:为|[:：])?${NUMBER}${UNIT}`, 'g')

/** 基本支出800万元，项目支出300万元，合计1,200万元: a whole list that reaches from the first number of the sentence to the total. */
function addedUpIn({ at, text }: Passage): Found<'T09'>[] {
  return occurrences(text, ADDED_UP).flatMap(({ 0: words, 1: digits = '', 2: unit = '', index }) => {
    const sentence = /[^。；;：:\n]*$/.exec(text.slice(Math.max(0, index - 200), index))?.[0] ?? ''
    const before = sentence.replace(/^(?:[^，\d]*，)+/, '').replace(/[(（][^()（）]*[)）]/g, '')
    const total = readDigits(digits)
    const list = listIn(before, unit, false)
    if (total === null || unit === '%' || list === null || list.parts.length < 2 || !/^[，、]$/.test(before.slice(list.text.length)))
      return []
    return differing(at, total, list, `${before}${words}`, unit, () => isWhole('', list))
  })
}

/** The finding where the parts differ by more than rounding makes them, and that is `suspicious`. */
function differing(
  at: string,
  total: { value: Quantity; decimals: number },
  { parts, next }: List,
  text: string,
  unit: string,
  suspicious: (apart: Quantity, added: Quantity) => boolean,
): Found<'T09'>[] {
  const added = sum(parts.map(({ value }) => value))
  const apart = minus(added, total.value)
  const rounding = halfUnit(Math.max(total.decimals, ...parts.map(({ decimals }) => decimals)), parts.length)
  // What looked like another statement was the last part.
  const complete = next !== null && isZero(plus(apart, next))
  if (complete || !moreThan(absolute(apart), rounding) || !suspicious(apart, added)) return []
  const facts = { text: text.slice(0, 120), total: fact(total.value), sum: fact(added), difference: fact(absolute(apart)), unit }
  return [{ at, facts, expected: fact(added), found: fact(total.value) }]
}

/** To the end of the sentence or of the brackets that the list stands in, without what brackets inside it say of the parts. */
const textFrom = (text: string, start: number): string =>
  (/^[^。\n]{0,400}/.exec(text.slice(start, start + 400))?.[0] ?? '').replace(/[(（][^()（）]*[)）]/g, '').replace(/[)）].*$/, '')

type Part = { name: string; value: Quantity; decimals: number }
/** `next`: the number that follows the parts with their unit and sign, but is said to be something else. */
type List = { parts: Part[]; separator: string; text: string; next: Quantity | null }

/**
 * The parts that are listed alike, to where the sentence goes on otherwise. The sign between the first two parts goes on
 * between the others; ； does so only behind 其中：. Null where a part is not plain.
 */
function listIn(text: string, unit: string, colon: boolean): List | null {
  const parts: Part[] = []
  let separator = ''
  let following: Quantity | null = null
  let end = 0
  let next = 0
  for (;;) {
    PART.lastIndex = next
    const [whole, name = '', digits = '', more, itsUnit] = PART.exec(text) ?? []
    if (whole === undefined) break
    const read = readDigits(digits)
    if (NO_PART.test(name)) {
      if (read !== null && itsUnit === unit) following = read.value
      break
    }
    if (itsUnit !== unit || more !== undefined || read === null) return null
    const value = SUBTRACTED.test(name) ? negated(read.value) : read.value
    parts.push({ ...read, name, value })
    end = next + whole.length
    const sign = text[end] ?? ''
    if (/[和及与以]/.test(sign)) {
      next = end
      continue
    }
    if (sign !== '' && !/[，、；;]/.test(sign)) return null
    if (sign === '' || THE_OTHERS.test(name) || (/[；;]/.test(sign) && !colon) || (separator !== '' && sign !== separator)) break
    separator = sign
    next = end + 1
  }
  return { parts, separator, text: text.slice(0, end), next: following }
}

/** Whether the list has all that there is. */
const isWhole = (mark: string, { parts, separator }: List): boolean =>
  (mark.startsWith('分别') && separator !== '，') ||
  (parts.length > 2 && THE_OTHERS.test(parts.at(-1)?.name ?? '')) ||
  WHOLE_LISTS.some(
    (list) =>
      list.every((item) => parts.some(({ name }) => item.test(name))) && parts.every(({ name }) => list.some((item) => item.test(name))),
  )

/** Whether the same people may be counted twice, because the names are of several kinds. */
function overlap(parts: readonly Part[], tooMuch: boolean): boolean {
  const kinds = new Set(parts.map(({ name }) => [...OF_STAFF, ...OF_ANYONE].findIndex((kind) => kind.test(name))))
  return kinds.size > 1 && [...kinds].some((kind) => kind >= 0 && (tooMuch || kind < OF_STAFF.length))
}
