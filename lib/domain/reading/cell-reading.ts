import { atMost, isPositive, moreThan, type Quantity, quantity } from '@/lib/domain/quantities'
import { type DateReading, namesNoDay, readDate } from './date-reading'
import { isBlank, LONGEST_CELL, normalised, PLACEHOLDER, REMARK, readDigits, reasonOfNotApplicable } from './number-reading'
import { asRange, inDigits, TURNING, withoutLabel } from './number-words'
import { type Bounds, combined, leadingBounds, type Operator, symbolIn, trailingBounds } from './operators'
import { isKnownUnit, leadingUnit } from './units'

export type { DateReading, Operator }

/**
 * What was read from a target or actual cell. `operator` null on a number means that none was
 * written. `bound` says where it came from: a symbol (≥95%) or words (95%以上); words on an
 * actual value state a bound, a symbol there states no measured value.
 */
export type CellReading =
  | { kind: 'blank' } // 未填：empty, —, /
  | { kind: 'notApplicable'; reason: string } // 无 / 不适用 with a reason
  | {
      kind: 'number'
      operator: Operator | null
      writtenAs: 'symbol' | 'words' | 'none'
      value: Quantity
      unit: string
      approximate: boolean
      /** Said of a growth or a fall: 同比增长≥5%, 下降3%. */
      direction?: 'up' | 'down'
      /** The rate that the cell names, where the indicator does not: 合格率98%. */
      subject?: string
      /** Bare and not above 2 in a column of %: 1 may be 100 %, and 1.02 102 %. */
      perhapsShare?: true
      /** Bare in a column of 万元 or 万人次: 27900 may be 元. */
      perhapsBase?: true
    }
  | { kind: 'range'; from: Quantity; to: Quantity; unit: string }
  | DateReading
  | { kind: 'yesNo'; value: boolean; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; hint: ReadingHint }

/** Why a cell cannot be read; `lib/messages` says it. */
export type ReadingHint =
  | 'malformedNumber'
  | 'letterForDigit'
  | 'noSuchDay'
  | 'tooLong'
  | 'placeholder'
  | 'operatorAlone'
  | 'severalParts'
  | 'contradictoryOperators'
  // Of a value that the scheme's formula gives
  | 'zeroDivision'
  | 'tooLarge'

export type CellNumber = Extract<CellReading, { kind: 'number' }>

/** A value that was computed, or is an end of what was read, as if it had been typed without operator; any unit. */
export const cellNumber = (value: Quantity, unit: string): CellNumber => ({
  kind: 'number',
  operator: null,
  writtenAs: 'none',
  value,
  unit,
  approximate: false,
})

/** A cell of target or actual: what was typed, and what was read from it. An unreadable entry is kept and marked. */
export type ReadCell = { text: string; reading: CellReading }

/**
 * What surrounds a pair of target and actual cells and decides how they are read against each other. `operator` is the
 * form's column for it (≥, ＝, 不低于 …), `nature` its 指标性质 (正向, 反向, 等于, 定性 …), behind which a sign goes first, `year` the
 * year of the form; each only where there is such.
 */
export type CellContext = {
  dimension: string
  group: string
  name: string
  unit: string
  operator?: string
  nature?: string
  year?: number | null
}

/** Reads a 年度指标值 as somebody wrote it. What is not certain is words or unreadable, never a guessed number. */
export function readTarget(text: string, context: CellContext): CellReading {
  const column = normalised(context.operator ?? '') || normalised(context.nature ?? '')
  const reading = readCell(text, context)
  if (/定性/.test(column) && reading.kind !== 'blank' && reading.kind !== 'notApplicable') return { kind: 'words', text: text.trim() }
  if (reading.kind !== 'number') return reading
  const operator = operatorOf(column)
  if (operator === null) return reading
  if (reading.operator === null) return { ...reading, operator, writtenAs: 'symbol' }
  const both = combined([reading.operator, operator])
  return both === null ? unreadable(text, 'contradictoryOperators') : { ...reading, operator: both }
}

/** The operator that the form's column says: a sign, words (不低于), or 正向 and 反向. */
function operatorOf(column: string): Operator | null {
  const direction = /^(?:定量(?:指标)?[ ,、/(]*)?([正反逆]向)/.exec(column)?.[1]
  if (direction !== undefined) return direction === '正向' ? '>=' : '<='
  const worded = leadingBounds(column)
  return symbolIn(column) ?? (worded.rest === '' && worded.operator !== 'contradictory' ? worded.operator : null)
}

/** Reads a 实际完成值 as somebody wrote it. The form's column of operators belongs to the target alone. */
export const readActual = (text: string, context: CellContext): CellReading => readCell(text, context)

/** Whether an indicator asks when something was done. */
export const isTimed = ({ group, name }: CellContext): boolean => /时效|时间|时限|期限|日期|进度/.test(group + name)

const unreadable = (text: string, hint: ReadingHint): CellReading => ({ kind: 'unreadable', text: text.trim(), hint })

function readCell(text: string, context: CellContext): CellReading {
  if (isBlank(text)) return { kind: 'blank' }
  if (text.length > LONGEST_CELL)
    return LONG_NUMBER.test(text) ? unreadable(text.slice(0, LONGEST_CELL), 'tooLong') : { kind: 'words', text: text.trim() }
  const cell = normalised(text)
    .replace(/^\(([^()]*)\)$/, '$1')
    // A narrow column breaks 100.00% behind its point.
    .replace(/(\d\.) (?=\d)/g, '$1')
    // 每亩300元 is 300元/亩, 5次/10万人 is 5次/十万人, and a bound says nothing that 3-5次 does not.
    .replace(/^每([\u4e00-\u9fff]{1,3})([≥≤<>]?\d[\d,.]*(?:万|亿)?元)$/, '$2/$1')
    .replace(/(?<=[^\d.]\/)10(?=万[^\d])/, '十')
    .replace(/^≥ ?(?=\d[\d.]*[-~～—–至]\d[\d.]*[^\d]{0,4}$)/, '')
  const template = /定性[:： ]*/.exec(cell)
  if (template?.index === 0) return { kind: 'words', text: text.trim() }
  const reason = reasonOfNotApplicable(cell)
  if (reason !== null) return { kind: 'notApplicable', reason }
  if (PLACEHOLDER.test(cell) && cell.length <= 20) return unreadable(text, 'placeholder')
  const answer = YES_NO[cell]
  if (answer !== undefined) return { kind: 'yesNo', value: answer, text: cell }
  return readDate(cell, isTimed(context)) ?? readFigure(cell, context) ?? notRead(text, cell)
}

/** 1O, l0个, 1O0%: O for 0, l or I for 1, S for 5; or letters behind a number that are no unit. */
const LETTER_FOR_DIGIT = /^[≥≤<>= ]*(?:[Il]?\d[\dOoIlS.,]*[OoIlS][\dOoIlS.,]*|[Il]\d[\d.,]*)\D{0,4}$|^[≥≤<>= ]*\d[\d.,]* ?[A-Za-z]{1,4}\d*$/

const LONG_NUMBER = /^[\d\s.,≥≤<>=+\-%]+$/
const YES_NO: Readonly<Record<string, boolean>> = { 是: true, 否: false }

/** Digits and signs alone that are no number are unreadable; everything else is words, which people judge. */
function notRead(text: string, cell: string): CellReading {
  if (/^[≥≤<>= ]+$/.test(cell)) return unreadable(text, 'operatorAlone')
  if (leadingBounds(cell).operator === 'contradictory') return unreadable(text, 'contradictoryOperators')
  if (cell.length <= 40 && namesNoDay(cell)) return unreadable(text, 'noSuchDay')
  if (/^[≥≤<>=~+\- ]*\d[\d.,:/\- ]*[%‰]?$/.test(cell))
    return /^[\d.]+ ?: ?[\d.]+$/.test(cell) ? { kind: 'words', text: cell } : unreadable(text, 'malformedNumber')
  if (LETTER_FOR_DIGIT.test(cell)) return unreadable(text, 'letterForDigit')
  if (/^[≥≤<>=]+ ?\d/.test(cell)) return unreadable(text, 'severalParts')
  return { kind: 'words', text: text.trim() }
}

const CHANGE =
  /^(?:较上年|比上年|较去年|比去年|同比|环比|年均)?(?:实现)?(?:增长|提高|提升|上升|增加|增收|下降|降低|减少|压减)了?(?!到|至|值)(?:率|幅度)?[:： ]?/
const NUMBER = /^([+-]?\d[\d,.]*)(.*)$/
const RANGE = /^([\d.,]+)([^\d~至到-]{0,8})(?:-|~|～|—|–|至|到)([\d.,]+)(.*)$/

/** A number with its operator and unit, or a range; null where the cell is not surely one. */
function readFigure(cell: string, context: CellContext): CellReading | null {
  const change = CHANGE.exec(cell)
  if (change !== null) {
    const read = readBody(cell.slice(change[0].length), context)
    if (read?.kind === 'number') return { ...read, direction: /[降减]/.test(change[0]) ? 'down' : 'up' }
  }
  const { rest, subject } = withoutLabel(asRange(cell), normalised(context.name))
  const read = readBody(asRange(rest), context)
  return read?.kind === 'number' && subject !== null ? { ...read, subject } : read
}

function readBody(text: string, context: CellContext): CellReading | null {
  const leading = leadingBounds(text)
  if (leading.operator === 'contradictory') return null
  const body = inDigits(leading.rest.replace(/^[¥￥] ?/, ''))
  return readRange(body, leading, context) ?? readSingle(body, leading, context)
}

function readSingle(body: string, leading: Bounds, context: CellContext): CellReading | null {
  const match = NUMBER.exec(body)
  if (match === null) return null
  const written = (match[1] ?? '').replace(/[.,]$/, '')
  const digits = readDigits(written)
  if (digits === null) return null
  const tail = trailingBounds(body.slice(written.length))
  if (tail === null) return null
  const unit = unitIn(tail.rest, columnUnit(context))
  // 2023年春节前 is a time, and not 2023 of anything.
  if (unit === null || (unit === '年' && /^(?:19|20)\d\d$/.test(written) && tail.rest !== '年')) return null
  const operators = [leading.operator, tail.operator].filter((o): o is Operator => o !== null && o !== 'contradictory')
  const operator = operators.length === 0 ? null : combined(operators)
  if (operators.length > 0 && operator === null) return { kind: 'unreadable', text: body, hint: 'contradictoryOperators' }
  return {
    kind: 'number',
    operator,
    writtenAs: operator === null ? 'none' : leading.symbol || tail.symbol ? 'symbol' : 'words',
    value: digits.value,
    unit: unitInForce(unit, context),
    ...(unit === '' && columnUnit(context) === '%' && isShare(digits.value) ? { perhapsShare: true } : {}),
    ...(unit === '' && /^[万亿]./.test(columnUnit(context)) ? { perhapsBase: true } : {}),
    approximate: leading.approximate || tail.approximate,
  }
}

const TWICE = quantity('2')
const isShare = (value: Quantity): boolean => isPositive(value) && atMost(value, TWICE)

/** The cell's unit, or that of the form's column; 10万 in a column of 万元 is 10 of them. */
function unitInForce(written: string, context: CellContext): string {
  const column = columnUnit(context)
  if (written === '' || (written === '万' && column.startsWith('万'))) return column
  return written === '百分比' ? '%' : written
}

/** What the form's column of units says; dashes and 无 say nothing. */
function columnUnit({ unit }: CellContext): string {
  const text = normalised(unit).replaceAll(' ', '')
  if (/^(?:百分[比数])?\(?%?\)?(?:\(?百分[比数]\)?)?$/.test(text) && text !== '') return '%'
  return isBlank(text) || text === '无' ? '' : text
}

function readRange(body: string, leading: Bounds, context: CellContext): CellReading | null {
  const match = RANGE.exec(body)
  if (match === null || leading.operator !== null) return null
  const from = readDigits(match[1] ?? '')
  const to = readDigits(match[3] ?? '')
  const column = columnUnit(context)
  const first = unitIn(match[2] ?? '', column)
  const second = unitIn((match[4] ?? '').replace(/之间|区间|左右$/, ''), column)
  if (from === null || to === null || first === null || second === null) return null
  const unit = second === '' ? first : second
  if ((first !== '' && first !== unit) || moreThan(from.value, to.value)) return null
  if (/^[年月日]/.test(unit) || YEARS.test(body)) return null
  return { kind: 'range', from: from.value, to: to.value, unit: unit === '' ? column : unit }
}
const YEARS = /^(?:19|20)\d\d\D{0,3}(?:19|20)?\d\d/

const FOLLOWING = /^(?:全?覆盖|完成|达标|合格|到位|及时|全部)+$/

/** The unit in what follows a number: '' where there is none, null where the rest says more than a unit. `column` is the form's. */
function unitIn(tail: string, column: string): string | null {
  const text = tail
    .replace(/ /g, '')
    .replace(/[。.;,]$/, '')
    .replace(/^\(([^\d()]{1,4})\)$/, (whole, unit) => (isKnownUnit(unit) ? unit : whole))
    // 人(次), 人.次 and 人/次 are 人次.
    .replace(/^([人户车台辆])(?:\(次\)|[.·•/]次)$/, '$1次')
    .replace(REMARK, '')
    // 350户(100%): what its share is does not change the number.
    .replace(/(?<=[\u4e00-\u9fff])\(\d[\d.]*%\)$/, '')
    .replace(/^\/10万$/, '/十万')
    .replace(/(?<![a-z])m2/gi, '㎡')
    .replace(/(?<=m)2/gi, '²')
    .replace(/(?<=m)3/gi, '³')
  if (text === '') return ''
  if (/[\d,;:，。；：<>≥≤=()]/.test(text)) return null
  if (FOLLOWING.test(text)) return ''
  if (/[级等版]$|^[号楼]/.test(text)) return null
  if (isKnownUnit(text) || text === column) return text
  if (text.includes('/')) return text.length <= 16 && isKnownUnit(text.split('/')[0] ?? '') ? text : null
  const known = leadingUnit(text)
  if (known !== null) {
    const noun = text.slice(known.length).replace(FOLLOWING, '')
    return noun.length <= 8 && !TURNING.test(noun) && !/%|^[之以]?[前后]/.test(noun) ? known : null
  }
  // 1O is a slip for 10: letters are a unit only where the form says so.
  return text.length <= 3 && !TURNING.test(text) && !/[A-Za-z]/.test(text) ? text : null
}
