import { atMost, minus, plus, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { readDigits } from '@/lib/domain/reading/number-reading'
import { around, exactly, type Interval } from './interval'
import { type TextUnit, unitAt } from './units'
import { HEDGES, type Hedge, NAMES_WITH_DIGITS } from './vocabulary/hedges'

/**
 * A number with its unit. Values are in the first unit of their dimension (元, 米, per cent), `span` is where the true number may lie by
 * the digits printed and by words such as 约, 近 and 余; `step` is a unit of the last printed digit.
 */
export type WrittenNumber = {
  start: number
  end: number
  written: string
  value: Quantity
  span: Interval
  step: Quantity
  unit: TextUnit
  scaled: boolean
  /** A word that makes the number a bound or a rough one; null where it is said plainly. */
  hedge: Hedge | null
}

/** 3%—5%, 18时至20时: ends of a range are no values. */
const RANGE_ON = /^(?:[%％]|万|元|万元|年|时|岁|个月|月)?[-—–~～至到]\s?\d/
const RANGE_BEHIND = /\d(?:[%％]|万|元|万元|年|时|岁|个月|月)?[-—–~～至到]$/
/** 台（套）, 场（次）: either unit. */
const ALSO = /^[（(][套次个处所座辆台件项名户只间人][)）]/
const TEN = quantity('10')
const TENTH = quantity('0.1')
const HALF = quantity('0.5')

/** The number that stands here with its unit; null where digits are part of a name, a list's mark or a document's number. */
export function numberAt(text: string, start: number, end: number, digits: string): WrittenNumber | null {
  const before = text.slice(Math.max(0, start - 6), start)
  const behind = text.slice(end, end + 12)
  // 附表3 is a name, 测评表200份 are so many.
  const isName = NAMES_WITH_DIGITS.before.test(before) && !(before.endsWith('表') && (digits.length > 2 || /^[余多]?[份张期]/.test(behind)))
  // 手机APP702件: so many of what goes by letters.
  const isCounted = /[A-Za-z]{3}$/.test(before) && digits.length > 1 && /^(?:件|个|人|次|条|万|户|份)/.test(behind)
  if ((isName && !isCounted) || NAMES_WITH_DIGITS.behind.test(behind)) return null
  if (/(?:^|[\n。；：])$/.test(before) && /^[.．、](?!\d)/.test(behind)) return null
  if (/[（(]$/.test(before) && /^[)）]/.test(behind)) return null
  // 每10万人150例: how many they are so many of.
  if (before.endsWith('每') && /^[十百]?万(?:人|名|户)/.test(behind)) return null
  // 186.4/10万: so many of each hundred thousand.
  if (before.endsWith('/') && /^[十百]?万/.test(behind)) return null
  const read = readDigits(digits) ?? readDigits(digits.replaceAll(',', ''))
  if (read === null) return null
  const { length, scale, scaled, more, unit } = unitAt(text, end)
  const { factor, step, half } = gradeOf(unit, scale, read.decimals)
  const value = times(read.value, factor)
  // Counts are exact: 23处 are not 22.6. What is counted in ten thousands or measured is rounded, and so are amounts of money.
  const isCount = read.decimals === 0 && !scaled && EXACT.has(unit.dimension)
  const span = isCount ? exactly(value) : around(value, half)
  // 40台（套）: the bracket is of the unit.
  const also = ALSO.exec(text.slice(end + length, end + length + 4))?.[0].length ?? 0
  const range = RANGE_ON.test(behind) || RANGE_BEHIND.test(text.slice(Math.max(0, start - 8), start))
  const said: Hedge | null = range ? 'range' : more ? 'over' : null
  return {
    start,
    end: end + length + also,
    written: text.slice(start, end + length + also),
    value,
    span: more ? { low: value, high: plus(value, factorAbove(value)) } : span,
    step,
    unit,
    scaled,
    hedge: said,
  }
}

type Grade = { factor: Quantity; step: Quantity; half: Quantity }
/** What a number in a unit with so many decimals is of its dimension's first unit, worked out once: there are few. */
const GRADES = new Map<TextUnit, Map<Quantity, Grade[]>>()
function gradeOf(unit: TextUnit, scale: Quantity, decimals: number): Grade {
  const ofUnit = GRADES.get(unit) ?? new Map<Quantity, Grade[]>()
  GRADES.set(unit, ofUnit)
  const grades = ofUnit.get(scale) ?? []
  ofUnit.set(scale, grades)
  const known = grades[decimals]
  if (known !== undefined) return known
  const factor = times(scale, unit.factor)
  let step = factor
  for (let i = 0; i < decimals; i++) step = times(step, TENTH)
  const grade = { factor, step, half: times(step, HALF) }
  grades[decimals] = grade
  return grade
}

const EXACT = new Set(['people', 'visits', 'households', 'things', 'workdays', 'days', 'months', 'years', 'age', 'score'])
/** 200余 is below 300, 1,200余 below 1,300. */
const factorAbove = (value: Quantity): Quantity => {
  let unit = quantity('1')
  while (!atMost(value, times(unit, TEN))) unit = times(unit, TEN)
  return unit
}

/** Takes a word such as 约 or 不低于 off the label, or notes 以上 behind the figure. */
export function hedge(mention: WrittenNumber & { label: string }, text: string): void {
  const head = BEFORE.get(mention.label.at(-1) ?? '')?.find(([word]) => mention.label.endsWith(word) && !HEDGES.parts.test(mention.label))
  const [word, sense] = head ?? BEHIND.get(text[mention.end] ?? '')?.find(([after]) => text.startsWith(after, mention.end)) ?? []
  if (word === undefined || sense === undefined) return
  mention.hedge = sense
  if (head !== undefined) mention.label = mention.label.slice(0, -word.length)
  const wide = WIDTH[sense]
  if (wide === undefined) return
  const apart = times(mention.value, wide)
  mention.span = { low: minus(mention.span.low, apart), high: plus(mention.span.high, apart) }
}
/** Such words by their sign that stands next to the number, each in its order: few are tried. */
const BEFORE = bySign(HEDGES.before, (word) => word.at(-1) ?? '')
const BEHIND = bySign(HEDGES.behind, (word) => word[0] ?? '')
function bySign<Entry extends readonly [string, Hedge]>(
  words: readonly Entry[],
  signOf: (word: string) => string,
): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of words) found.set(signOf(entry[0]), [...(found.get(signOf(entry[0])) ?? []), entry])
  return found
}
/** How far from the number a word lets it be: 约36万 is 34.2 to 37.8. */
const WIDTH: Readonly<Partial<Record<Hedge, Quantity>>> = { about: quantity('0.05'), nearly: quantity('0.1') }
