import { cellSpec } from '@/lib/domain/cells/addresses'
import { plain, type Quantity, wanFromYuan } from '@/lib/domain/quantities'
import { type MoneyUnit, readNumber } from '@/lib/domain/reading/number-reading'
import { cleanedLine, cleanedText } from '@/lib/domain/reading/typed'
import { figuresIn, parseFormula } from '@/lib/domain/schemes/formula'
import { formulaValue } from '@/lib/domain/schemes/formula-value'
import type { Fit } from '@/lib/grid/paste'
import { unrounded } from '@/lib/messages/numbers'
import { refusalInYuan, refusalSentence } from '@/lib/messages/refusals'
import { readCellValue } from './cells'
import { isInWan, keptText, yuanText } from './money-unit'

const NUMBERS = new Set(['money', 'count', 'points', 'share'])

/**
 * A text from a clipboard, or one typed to its end, as its cell would have it. A sum (`=8000+988.68`) in a cell of numbers is
 * worked out. 元 in a cell of 万元 are asked for and never converted unasked, and the other way round where amounts are filled in in
 * 元 (`unit`). What no cell of this kind can hold is refused.
 */
export function fitCell(address: string, written: string, unit: MoneyUnit = '万元'): Fit {
  const spec = cellSpec(address)
  if (spec === null) return { kind: 'refused', why: refusalSentence({ code: 'cell-unknown' }) }
  const severalLines = spec.kind === 'text' || spec.kind === 'remark'
  const text = severalLines ? cleanedText(written) : cleanedLine(written)
  const worked = NUMBERS.has(spec.kind) ? workedOut(text) : null
  if (worked !== null) {
    const fit = fitCell(address, plain(worked, unit === '元' ? 2 : 6), unit)
    return fit.kind === 'fits' ? { ...fit, note: `${text} = ${unrounded(worked)}` } : fit
  }
  if (unit === '元' && spec.kind === 'money') return fitYuan(address, text)
  const read = readCellValue(address, written)
  if (read.ok) return { kind: 'fits', text }
  if (read.refusal.code !== 'money-in-yuan') return { kind: 'refused', why: refusalSentence(read.refusal) }
  const yuan = readNumber(written)
  const wan = yuan.kind === 'number' ? plain(wanFromYuan(yuan.value)) : ''
  const converted = readCellValue(address, wan)
  return converted.ok
    ? { kind: 'asks', text: wan, note: `${text} = ${wan} 万元` }
    : { kind: 'refused', why: refusalSentence(converted.refusal) }
}

/** The same for an amount that is filled in in 元. */
function fitYuan(address: string, text: string): Fit {
  const read = readCellValue(address, keptText(text))
  if (!read.ok) return { kind: 'refused', why: refusalInYuan(read.refusal) }
  if (!isInWan(text)) return { kind: 'fits', text }
  const inYuan = yuanText(text)
  return { kind: 'asks', text: inYuan, note: `${text} = ${inYuan} 元` }
}

/** What a sum of numbers behind `=` gives; null where there is none. */
function workedOut(text: string): Quantity | null {
  const sum = /^[=＝](.*[-+*/×÷－＋].*)$/.exec(text)?.[1]
  if (sum === undefined) return null
  const formula = parseFormula(sum.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
  if (!formula.ok || figuresIn(formula.value).length > 0) return null
  const result = formulaValue(formula.value, {})
  return result.state === 'value' ? result.value : null
}
