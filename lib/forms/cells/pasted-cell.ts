import { cellSpec } from '@/lib/domain/cells/addresses'
import { hasAtMostDecimals, plain, type Quantity } from '@/lib/domain/quantities'
import { isAccountantsZero, type MoneyUnit, normalised, readMoney, readNumber } from '@/lib/domain/reading/number-reading'
import { cleanedLine, cleanedText } from '@/lib/domain/reading/typed'
import { figuresIn, parseFormula } from '@/lib/domain/schemes/formula'
import { formulaValue } from '@/lib/domain/schemes/formula-value'
import type { Fit } from '@/lib/grid/paste'
import { unrounded, yuan } from '@/lib/messages/numbers'
import { refusalInYuan, refusalSentence } from '@/lib/messages/refusals'
import { readCellValue } from './cells'
import { keptText } from './money-unit'

const NUMBERS = new Set(['money', 'count', 'points', 'share'])

/**
 * A text from a clipboard, or one typed to its end, as its cell would have it. A sum (`=8000+988.68`) in a cell of numbers is
 * worked out. 元 or 亿元 in a cell of 万元 are asked for and never converted unasked, and the other way round where amounts are filled in
 * in 元 (`unit`). What no cell of this kind can hold is refused.
 */
export function fitCell(address: string, written: string, unit: MoneyUnit = '万元'): Fit {
  const spec = cellSpec(address)
  if (spec === null) return { kind: 'refused', why: refusalSentence({ code: 'cell-unknown' }) }
  const severalLines = spec.kind === 'text' || spec.kind === 'remark'
  const ofNumbers = NUMBERS.has(spec.kind)
  const text = severalLines ? cleanedText(written) : ofNumbers && isAccountantsZero(written) ? '0' : cleanedLine(written)
  const worked = ofNumbers ? workedOut(text) : null
  if (worked !== null) {
    const fit = fitCell(address, plain(worked, unit === '元' ? 2 : 6), unit)
    return fit.kind === 'fits' ? { ...fit, note: `${text} = ${unrounded(worked)}` } : fit
  }
  const other = spec.kind === 'money' ? inUnit(text, unit) : null
  const wanted = other ?? text
  const inYuan = unit === '元' && spec.kind === 'money'
  const read = readCellValue(address, inYuan ? keptText(wanted) : wanted)
  if (!read.ok) return { kind: 'refused', why: inYuan ? refusalInYuan(read.refusal) : refusalSentence(read.refusal) }
  return other === null ? { kind: 'fits', text } : { kind: 'asks', text: other, note: `${text} = ${other} ${unit}` }
}

const UNIT_SAID = /(?:单位\s*[：:]\s*(?:人民币)?|[（(]\s*)((?:千|万|百万|亿)?元)(?![\u4e00-\u9fff/／])/

/**
 * An amount without a unit with the one that is said above it (`said`, the nearest first): 预算金额（元）, 单位：元. As it is where that is
 * the unit of the form, as are all other texts.
 */
export function withUnitSaid(address: string, text: string, said: readonly string[], unit: MoneyUnit = '万元'): string {
  if (cellSpec(address)?.kind !== 'money') return text
  const read = readNumber(text)
  if (read.kind !== 'number' || read.unit !== '' || plain(read.value) === '0') return text
  const other = said.flatMap((words) => UNIT_SAID.exec(words)?.[1] ?? [])[0] ?? unit
  return other === unit ? text : `${text.trim()}${other}`
}

/** An amount in another unit of money than its cell's, such as 1.2亿元, in the cell's; null where the text is none. */
function inUnit(text: string, unit: MoneyUnit): string | null {
  const read = readMoney(text, unit)
  if (read.kind !== 'number' || read.foreignUnit === undefined) return null
  return unit === '元' && hasAtMostDecimals(read.value, 2) ? yuan(read.value) : plain(read.value)
}

/** What a sum of numbers behind `=` gives; null where there is none. */
function workedOut(text: string): Quantity | null {
  const sum = /^[=＝](.*[-+*/×÷－＋].*)$/.exec(text)?.[1]
  if (sum === undefined) return null
  const formula = parseFormula(normalised(sum).replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
  if (!formula.ok || figuresIn(formula.value).length > 0) return null
  const result = formulaValue(formula.value, {})
  return result.state === 'value' ? result.value : null
}
