import { LONGEST_NUMBER, negated, parseQuantity, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { cleaned } from './typed'

/** What stands in a cell of money, rates, counts or scores. `decimals`: as many as were written; `unit`: as written, without spaces. */
export type NumberReading =
  | { kind: 'blank' } // 未填：empty, —, /
  | { kind: 'notApplicable'; reason: string } // 无 / 不适用
  | { kind: 'number'; value: Quantity; decimals: number; unit: string }
  /** `sign`: the one that makes it none (²), where there is one. */
  | { kind: 'malformed'; hint: NumberHint; sign?: string }
/** `severalNumbers`: 120 130, two lines or two cells in one. */
export type NumberHint = 'malformedNumber' | 'severalNumbers' | 'foreignSign' | 'tooLong' | 'unknownUnit' | 'placeholder'

/** Longest cell whose text is read: nobody prints a longer one, and reading it costs time. */
export const LONGEST_CELL = 300

const FULL_WIDTH = /[！-～]/g
const SPACES = /\s+/g
/** １ → 1, ％ → %: one sign of the full-width forms. */
export const halfWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
/** What most cells consist of, and what normalising leaves as it is. */
const PLAIN_SIGNS = /^[\u4e00-\u9fffA-Za-z0-9.,%≥≤/()]*$/
/** Full-width forms → ASCII, other spaces → one space, the many signs for ≥ ≤ = − % → one each. Ends trimmed. */
export function normalised(text: string): string {
  if (PLAIN_SIGNS.test(text)) return text
  return cleaned(text)
    .replace(FULL_WIDTH, halfWidth)
    .replace(SPACES, ' ')
    .replace(/[≧⩾≽≮]|> ?=|=>|﹥ ?=/g, '≥')
    .replace(/[≦⩽≼≯]|< ?=|=<|﹤ ?=/g, '≤')
    .replace(/[═﹦]|={2,}/g, '=')
    .replace(/﹥/g, '>')
    .replace(/﹤/g, '<')
    .replace(/﹪/g, '%')
    .replace(/[−﹣]/g, '-')
    .trim()
}

const BLANK = /^(?:[-—–―─－/\\|.…·。 ]*|未填|空)$/
/** Whether a cell says nothing: empty, dashes, a slash. Not 0, and not 无. */
export const isBlank = (text: string): boolean => text === '' || (text.length <= 20 && BLANK.test(normalised(text)))

const WITH_REASON = /^(?:不适用|不涉及|未涉及|无需|N\/?A)(?![a-z])[ :,，。;(]*(.*?)[ )]*$/i
const NONE_WITH_REASON = /^无(?:[ :,，。;(]+|(?=没有|[本今当]年))(.*?)[ )]*$/
/** The reason of a cell that says 不适用, possibly empty; null where it says something else. `text` is normalised. */
export function reasonOfNotApplicable(text: string): string | null {
  const match = WITH_REASON.exec(text) ?? NONE_WITH_REASON.exec(text)
  if (match === null) return null
  const reason = match[1] ?? ''
  return /发生/.test(reason) ? null : reason
}

const DIGITS = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
/** Digits with or without thousands separators in their right places; null for `7,00.0,77`, `1.2.3` and what is too long. */
export function readDigits(text: string): { value: Quantity; decimals: number } | null {
  if (text.length > LONGEST_NUMBER + 20 || !DIGITS.test(text)) return null
  const plain = text.replaceAll(',', '')
  const value = parseQuantity(plain)
  if (value === null) return null
  const point = plain.indexOf('.')
  return { value, decimals: point < 0 ? 0 : plain.length - point - 1 }
}

/** （含新增1个）, （套）: what a number in brackets behind the number does not change; （2个未完成） may. */
export const REMARK = /\((?=[^()]*[^\d().%])[^()未不没缺欠剩]{1,30}\)$/

export const PLACEHOLDER = /[*]{2,}|[×xX]{2,}|_{2,}|某某|待填|\{[^}]*\}/

const NUMBER_CELL = /^(\([\d,. ]+\)|[+-]? ?\d[\d,.]*) ?(.*)$/
/** Spaces between whole groups of thousands, as 12 345.67 is written elsewhere: the only ones that may stand between digits. */
const SPACED_THOUSANDS = /^(\(?[+-]? ?)(\d{1,3}(?: \d{3})+)(?![\d,]| ?\d)/
/** A spreadsheet's zero in the format for accounts: a dash with blanks around it. A bare dash is 未填. */
const ACCOUNTANTS_ZERO = /^\s+[-–—]\s{2,}$|^\s{2,}[-–—]\s+$/
export const isAccountantsZero = (typed: string): boolean => ACCOUNTANTS_ZERO.test(typed)
const ZERO: NumberReading = { kind: 'number', value: quantity('0'), decimals: 0, unit: '' }
/** ² ① ½: digits to the eye, and none to add up; behind a number they would change it. */
const FOREIGN_DIGIT = /[\d.,)]\s*([\p{No}\p{Nl}]|(?![0-9])\p{Nd})/u

/**
 * A cell that holds one number and perhaps its unit. (12.50) in brackets is −12.50, as accountants write it, unless
 * `brackets` mean nothing. Two numbers in one cell are never joined: a space may stand between whole groups of thousands
 * only, a tab or a line break nowhere between digits.
 */
export function readNumber(typed: string, brackets: 'negative' | 'nothing' = 'negative'): NumberReading {
  if (typed === '') return { kind: 'blank' }
  if (ACCOUNTANTS_ZERO.test(typed)) return ZERO
  const text = cleaned(typed)
  if (isBlank(text)) return { kind: 'blank' }
  if (text.length > LONGEST_CELL) return { kind: 'malformed', hint: 'tooLong' }
  if (/\d\s*[\t\n]\s*[-+]?\d/.test(text)) return { kind: 'malformed', hint: 'severalNumbers' }
  const whole = normalised(text)
    .replace(/^(?:人民币|RMB|CNY)? ?[¥￥]? ?/i, '')
    .replace(SPACED_THOUSANDS, (_, sign: string, digits: string) => `${sign}${digits.replaceAll(' ', '')}`)
    // A narrow column breaks 8,988.68 behind its signs.
    .replace(/(\d[,.]) (?=\d)|(\d) (?=[,.]\d)/g, '$1$2')
  const cell = brackets === 'nothing' ? whole.replace(/^\(([^()]*)\)$/, '$1') : whole
  const reason = reasonOfNotApplicable(cell)
  if (reason !== null || /^暂?无$/.test(cell)) return { kind: 'notApplicable', reason: reason ?? '' }
  if (PLACEHOLDER.test(cell)) return { kind: 'malformed', hint: 'placeholder' }
  const match = NUMBER_CELL.exec(cell)
  if (match === null) return { kind: 'malformed', hint: 'malformedNumber' }
  const sign = FOREIGN_DIGIT.exec(cell)?.[1]
  if (sign !== undefined) return { kind: 'malformed', hint: 'foreignSign', sign }
  const written = (match[1] ?? '').replace(/^([(+-]+) /, '$1')
  if (/\d .*\d/.test(written) || /^\d/.test(match[2] ?? '')) return { kind: 'malformed', hint: 'severalNumbers' }
  const inBrackets = written.startsWith('(')
  const read = readDigits((inBrackets ? written.slice(1, -1) : written).replaceAll(' ', ''))
  if (read === null) return { kind: 'malformed', hint: written.length > LONGEST_NUMBER ? 'tooLong' : 'malformedNumber' }
  const unit = (match[2] ?? '').replaceAll(' ', '').replace(REMARK, '')
  if (/\d/.test(unit)) return { kind: 'malformed', hint: 'malformedNumber' }
  return { kind: 'number', value: inBrackets ? negated(read.value) : read.value, decimals: read.decimals, unit }
}

/** A number as it would be typed in plain digits: `１，２３４` → `1234`, `90 ％` → `90%`. What is none stays as it is. */
export function inPlainDigits(typed: string): string {
  const read = readNumber(typed, 'nothing')
  if (read.kind !== 'number' || !/^%?$/.test(read.unit)) return typed
  const digits = normalised(typed).replace(/[ ,%+]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? `${digits}${read.unit}` : typed
}

/** The unit that a form states for its money table. */
export type MoneyUnit = '万元' | '元'
export type MoneyReading = NumberReading & { foreignUnit?: true }

const WRITTEN_AS: Readonly<Record<string, { unit: string; inYuan: Quantity }>> = {
  元: { unit: '元', inYuan: quantity('1') },
  千元: { unit: '千元', inYuan: quantity('1000') },
  万元: { unit: '万元', inYuan: quantity('10000') },
  百万元: { unit: '百万元', inYuan: quantity('1000000') },
  亿元: { unit: '亿元', inYuan: quantity('100000000') },
}
/** How many 元 a unit of money has; null where it is none. */
export const inYuan = (unit: string): Quantity | null => WRITTEN_AS[unit]?.inYuan ?? null
const INTO: Readonly<Record<MoneyUnit, Quantity>> = { 元: quantity('1'), 万元: quantity('0.0001') }

/**
 * An amount, in the unit of its column. A unit in the cell is read (`620.82万元`, `10万`); one that is not the
 * column's is converted and marked (`foreignUnit`); one that is no money is refused.
 */
export function readMoney(text: string, column: MoneyUnit): MoneyReading {
  const read = readNumber(text)
  if (read.kind !== 'number' || read.unit === '') return read
  const named = read.unit.replace(/^人民币/, '').replace(/整$/, '')
  const written = WRITTEN_AS[named] ?? WRITTEN_AS[`${named}元`]
  if (written === undefined) return { kind: 'malformed', hint: 'unknownUnit' }
  if (written.unit === column) return { ...read, unit: column }
  return { ...read, value: times(times(read.value, written.inYuan), INTO[column]), unit: column, foreignUnit: true }
}

/** A count: 120, 120人, 120份. */
export const readCount = (text: string): NumberReading => readNumber(text, 'nothing')

/** 分值, 得分, 总分: a number, perhaps with 分. */
export function readScore(text: string): NumberReading {
  const read = readNumber(text.replace(/^\s*(?:总分|合计|总计|(?:自评)?得分)\s*[:：]?/, ''), 'nothing')
  return read.kind === 'number' && !/^分?$/.test(read.unit) ? { kind: 'malformed', hint: 'unknownUnit' } : read
}

/** 执行率, 完成率: a number in per cent; `unit` is % where the sign was written, else empty (`1` may then be 100 %). */
export function readPercent(text: string): NumberReading {
  const read = readNumber(text, 'nothing')
  return read.kind === 'number' && !/^(?:%|百分比)?$/.test(read.unit) ? { kind: 'malformed', hint: 'unknownUnit' } : read
}
