import { fromChinese } from './chinese-numerals'
import { leadingBounds } from './operators'
import { isKnownUnit } from './units'

/** Words that turn a number into something else: 3次未完成 is not 3次. */
export const TURNING = /[未不没无缺差降减仅少超负约]|失败|逾期|以上|以下|以内|左右|和|及|或|其中|每|分别/

/** 及时率 speaks of no second thing, unlike other 及. */
const turns = (label: string): boolean => TURNING.test(label.replace('及时', ''))

const BEFORE_NUMBER =
  /^(?:(?:目标值|指标值|完成值|实际值|实际|全年|年度|本年度?|当年|共计|共|总计|合计|累计|已|每年|开展|举办|组织|完成|实现|新建|建设|改造|维修|采购|购置|发放|培训|服务|救助|补助|检查|巡查|参加|活动)[:： ]?)+/

/** A cell without what stands before its number. `subject`: the rate that the cell itself names (合格率98%), where the indicator does not. */
export type Labelled = { rest: string; subject: string | null }

const WORDED = /^([^\d≥≤<>=,;，；。]{2,14}?)(?:达到了?|达|不低于|不少于|不超过|不高于|至少|控制在|超过|低于|高于|大于|小于)[^\d]{0,3}\d/
/** A rate that in an actual cell may be that of the target: 完成率100% says that all of 50个 was done. */
export const isCompletion = (subject: string): boolean => /完成率|完成比|进度/.test(subject)

/**
 * Takes a label off: verbs such as 开展, the indicator's own name, a rate by its name, any few words where an operator
 * follows them (满意度≥95%), or what was counted (新装路灯100盏).
 */
export function withoutLabel(cell: string, name: string): Labelled {
  const start = cell.search(/\d/)
  const from = (at: number, subject: string | null = null): Labelled => ({ rest: cell.slice(at), subject })
  // 低于5起 begins with its operator, and nothing stands before that.
  const bounds = leadingBounds(cell)
  if (start <= 0 || bounds.operator !== null || bounds.approximate) return from(0)
  const plain = cell.replace(BEFORE_NUMBER, '')
  if (plain !== cell && !/^[标率度数]/.test(plain)) return withoutLabel(plain, name)
  const label = cell.slice(0, start).replace(/[:： ]+$/, '')
  if (label.length >= 2 && !/[\d≥≤<>=]/.test(label) && sameSubject(label, name)) return from(start)
  const subject = (words: string): string | null => (isRate(words) && !sameSubject(words, name) ? words.replace(/[为是]$/, '') : null)
  const worded = WORDED.exec(cell)?.[1]
  if (worded !== undefined && !turns(worded) && !worded.includes('得分')) return from(worded.length, subject(worded))
  const symbol = cell.search(/[≥≤<>=]/)
  const before = cell.slice(0, Math.max(symbol, 0))
  if (symbol > 0 && symbol < start && symbol <= 20 && !turns(before)) return from(symbol, subject(before))
  if (isRate(label) && !turns(label) && !label.includes('得分') && /^[\d.]+ ?[%‰]/.test(cell.slice(start)))
    return from(start, subject(label))
  return from(isPlainLabel(label) && (COUNTED.test(cell.slice(start)) || /[数量][为是]?$/.test(label)) ? start : 0)
}

const isRate = (label: string): boolean => /^[\u4e00-\u9fff]{1,12}(?:率|度|比例|占比|比重)[为是]?$/.test(label)

/** The label names what the indicator measures: its own words, or satisfaction by another name. */
function sameSubject(label: string, name: string): boolean {
  const subject = label.replace(/[为是]$/, '')
  return name.includes(subject) || (/(?:满意|好评)[度率]?$/.test(subject) && /满意|好评/.test(name))
}

const COUNTED = /^[\d,.]+[\u4e00-\u9fff㎡]/
/** 新装路灯, 补助标准: what was counted, and nothing that would make the number another one. */
const isPlainLabel = (label: string): boolean =>
  /^[\u4e00-\u9fff]{2,8}$/.test(label) &&
  !turns(label) &&
  !/[率比第前剩余退扣拒]|后$|[次当每上下本][月季周]|问题|投诉|取消|计划|[拟应需]|目标|其他|近|约/.test(label)

const LEAST = '(?:≥|不(?:低|少|小)于|大于等于) ?'
const MOST = '(?:≤|不(?:高|大|多)于|不超过|小于等于) ?'
const BETWEEN: readonly RegExp[] = [
  new RegExp(`^${LEAST}([\\d.,]+)([^\\d,;≤且并]{0,6})[,;且并 ]*${MOST}([\\d.,]+)(\\D{0,8})$`),
  /^([\d.,]+)([^\d≤]{0,6})≤ ?[a-zA-Z\u4e00-\u9fff]{0,4} ?≤ ?([\d.,]+)(\D{0,8})$/,
  /^(?:在|介于)([\d.,]+)(\D{0,6})[至到和与~-]([\d.,]+)(\D{0,8})$/,
]
/** ≥80%且≤100%, 80%≤X≤100%, 介于80%和100% in the one form 80%-100%; every other cell as it is. */
export function asRange(cell: string): string {
  if (!/≤|.不|小于|^[在介]/.test(cell)) return cell
  const match = BETWEEN.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(cell), null)
  return match === null ? cell : `${match[1]}${match[2]}-${match[3]}${match[4]}`
}

/** 零事故 and the like: 0, as a target and as an actual value. */
const NOTHING = /^零(?:事故|投诉|发生|死亡|伤亡|差错|失误|违规|违纪|上访|案件)?$/

const SHARE = /^(百|千)分之([\d.]+|[零一二三四五六七八九十百]{1,5})(.*)$/
const COUNT = /^([一二三四五六七八九两十百千零]{1,8})([余多]?)(.{1,8})$/
/** 百分之九十五 → 95%, 两次 → 2次; what is not surely a number stays as it is (一般, 三公经费). */
export function inDigits(body: string): string {
  if (NOTHING.test(body)) return '0'
  const share = SHARE.exec(body)
  if (share !== null) {
    const said = share[2] === '百' ? '一百' : (share[2] ?? '')
    const digits = /^[\d.]+$/.test(said) ? said : fromChinese(said)
    return digits === null ? body : `${digits}${share[1] === '百' ? '%' : '‰'}${share[3]}`
  }
  const count = COUNT.exec(body)
  // 二类 is a class, and worse than 一类.
  if (count === null || count[3]?.startsWith('类') || !isKnownUnit((count[3] ?? '').replace(/以上|以下|以内|之内|内$|左右/, '')))
    return body
  const digits = fromChinese(count[1] ?? '')
  return digits === null ? body : `${digits}${count[2]}${count[3]}`
}
