import { cellSpec, isFigureCell, isRowId } from '@/lib/domain/cells/addresses'
import { type CellSpec, LARGEST_AMOUNT, LARGEST_COUNT } from '@/lib/domain/cells/cells'
import { knownData } from '@/lib/domain/cells/data-names'
import { isMark } from '@/lib/domain/cells/marks'
import { runsOf } from '@/lib/domain/cells/narrative'
import { accepted, type Decision, type PlainRefusal, refused } from '@/lib/domain/decision/decision'
import { type CellValue, NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import {
  atMost,
  dividedBy,
  hasAtMostDecimals,
  hundred,
  isNegative,
  isPositive,
  one,
  type Quantity,
  yuanFromWan,
} from '@/lib/domain/quantities'
import { readDay } from '@/lib/domain/reading/day-reading'
import { isBlank, LONGEST_CELL, readNumber } from '@/lib/domain/reading/number-reading'
import { cleanedLine, cleanedText, isBroken } from '@/lib/domain/reading/typed'

/** Longest that is looked at where a cell's limit counts the value and not its spelling. */
const LONGEST_SPELLING = LONGEST_CELL
const COUNTS_ITS_TEXT = new Set<CellSpec['kind']>(['line', 'text', 'remark', 'reading', 'rowId', 'rowIds'])

/**
 * What was typed into a cell, as a value. Empty is 未填, `不适用：原因` is 不适用, 0 is 0. Numbers and dates are read as
 * everywhere (`lib/domain/reading`): what is not surely one is refused by a code that `lib/messages/refusals.ts` says.
 * Target and actual are kept as typed: what can be read from them depends on their row, so their reading is `unread`
 * here and made where the row is known (`readAgain`).
 */
export function readCellValue(address: string, typed: string): Decision<CellValue> {
  const spec = cellSpec(address)
  if (spec === null) return refused('cell-unknown')
  if (isBroken(typed)) return refused('character-broken')
  const text = tidy(typed, spec)
  const length = [...text].length
  const longest = COUNTS_ITS_TEXT.has(spec.kind) ? spec.longest : LONGEST_SPELLING
  if (length > longest) return refused('cell-too-long', { longest: `${longest}`, length: `${length}` })
  switch (spec.kind) {
    case 'money':
      return isFigureCell(address) ? readFigure(typed, 'money') : moneyCell(typed)
    case 'count':
      return readFigure(typed, 'count')
    case 'points':
      return readPoints(typed)
    case 'share':
      return readShare(typed)
    case 'line':
      return accepted({ kind: 'line', text })
    case 'text':
      return textCell(text)
    case 'remark':
      return remarkCell(text)
    case 'reading':
      return accepted({ kind: 'reading', cell: { text, reading: { kind: 'blank' } } })
    case 'date':
      return dateCell(text)
    case 'rowIds': {
      const ids = [...new Set(text.split(' ').filter((id) => id !== ''))]
      return ids.every(isRowId) ? accepted({ kind: 'rowIds', ids }) : refused('cell-unknown')
    }
    case 'mark':
      return isMark(text) ? accepted({ kind: 'mark', text }) : refused('cell-unknown')
    case 'rowId':
      return text === '' || isRowId(text) ? accepted({ kind: 'rowId', id: text === '' ? null : text }) : refused('cell-unknown')
  }
}

/** A name in braces that stands for no data would be printed as it was typed. */
function textCell(text: string): Decision<CellValue> {
  const runs = runsOf(text, knownData)
  const unknown = runs.flatMap((run) => ('text' in run ? (/\{\{([^{}]*)\}\}/.exec(run.text)?.[1] ?? []) : []))[0]
  return unknown === undefined ? accepted({ kind: 'text', runs }) : refused('datum-unknown', { name: unknown.trim() })
}

/** A remark is printed as it stands: what would be a reference elsewhere is none here. */
const remarkCell = (text: string): Decision<CellValue> =>
  /\{\{[^{}]*\}\}/.test(text) ? refused('datum-not-here') : accepted({ kind: 'text', runs: text === '' ? [] : [{ text }] })

const tidy = (typed: string, { kind }: CellSpec): string => (kind === 'text' || kind === 'remark' ? cleanedText(typed) : cleanedLine(typed))

type NumberRefusals = { none: PlainRefusal; units: RegExp }

/** The number in a cell: null where it is empty; refused where it is no number, several, or carries a unit that is not the cell's. */
function numberTyped(typed: string, { none, units }: NumberRefusals): Decision<Quantity | null> {
  const read = readNumber(typed)
  if (read.kind === 'blank') return accepted(null)
  if (read.kind === 'malformed' && read.hint === 'severalNumbers') return refused('several-numbers')
  if (read.kind === 'malformed' && read.sign !== undefined) return refused('sign-foreign', { sign: read.sign })
  return read.kind === 'number' && units.test(read.unit) ? accepted(read.value) : refused(none)
}

const MONEY: NumberRefusals = { none: 'money-not-a-number', units: /^(?:万(?:元整?)?)?$/ }
const COUNT: NumberRefusals = { none: 'count-not-whole', units: /^[人个名]?$/ }
const POINTS: NumberRefusals = { none: 'points-out-of-range', units: /^分?$/ }
const SHARE: NumberRefusals = { none: 'share-out-of-range', units: /^%?$/ }

/** An amount in 元, typed in 万元. */
function readAmount(typed: string): Decision<Quantity | null> {
  const read = readNumber(typed)
  if (read.kind === 'number' && read.unit === '元') return refused('money-in-yuan')
  const wan = numberTyped(typed, MONEY)
  if (!wan.ok || wan.value === null) return wan
  if (isNegative(wan.value)) return refused('money-negative')
  if (!hasAtMostDecimals(wan.value, 6)) return refused('money-decimals')
  const yuan = yuanFromWan(wan.value)
  return atMost(yuan, LARGEST_AMOUNT) ? accepted(yuan) : refused('money-too-large')
}

function readCount(typed: string): Decision<Quantity | null> {
  const count = numberTyped(typed, COUNT)
  if (!count.ok || count.value === null) return count
  if (isNegative(count.value) || !hasAtMostDecimals(count.value, 0)) return refused('count-not-whole')
  return atMost(count.value, LARGEST_COUNT) ? count : refused('count-too-large')
}

/** The reason behind 不适用 as it was typed: the reader takes it in plain signs, the paper prints it. */
function reasonTyped(typed: string): string {
  const behind = cleanedLine(typed).replace(/^(?:不适用|不涉及|未涉及|无需|暂?无|N\/?A)\s*[：:，,。；;]?\s*/i, '')
  return /^[（(][^（()）]*[)）]$/.test(behind) ? behind.slice(1, -1).trim() : behind
}

function readFigure(typed: string, measure: 'money' | 'count'): Decision<CellValue> {
  const read = readNumber(typed)
  if (read.kind === 'notApplicable') {
    const reason = reasonTyped(typed)
    if (reason === '') return refused('reason-missing', { example: `${NOT_APPLICABLE_PREFIX}本年度无此项支出` })
    return accepted({ kind: 'figure', measure, figure: { state: 'notApplicable', reason } })
  }
  const value = measure === 'money' ? readAmount(typed) : readCount(typed)
  if (!value.ok) return value
  return accepted({ kind: 'figure', measure, figure: value.value === null ? null : { state: 'filled', value: value.value } })
}

function moneyCell(typed: string): Decision<CellValue> {
  const value = readAmount(typed)
  return value.ok ? accepted({ kind: 'money', value: value.value }) : value
}

function readPoints(typed: string): Decision<CellValue> {
  const points = numberTyped(typed, POINTS)
  if (!points.ok) return points
  const { value } = points
  if (value === null) return accepted({ kind: 'points', value })
  if (isNegative(value) || !atMost(value, hundred)) return refused('points-out-of-range')
  return hasAtMostDecimals(value, 2) ? accepted({ kind: 'points', value }) : refused('points-decimals')
}

/** 85% or 85 is 85 %; what may be a coefficient (0.85, 1) as well as per cent has to say which. */
function readShare(typed: string): Decision<CellValue> {
  const percent = numberTyped(typed, SHARE)
  if (!percent.ok) return percent
  const { value } = percent
  if (value === null) return accepted({ kind: 'share', value })
  if (isNegative(value) || !atMost(value, hundred)) return refused('share-out-of-range')
  if (isPositive(value) && atMost(value, one) && !/[%％﹪]\s*$/.test(typed))
    return refused('share-ambiguous', { typed: cleanedLine(typed) })
  return hasAtMostDecimals(value, 4) ? accepted({ kind: 'share', value: dividedBy(value, hundred) }) : refused('share-decimals')
}

/** A day of the calendar since 1949, in whatever spelling (`readDay`). */
function dateCell(text: string): Decision<CellValue> {
  if (isBlank(text)) return accepted({ kind: 'date', iso: '' })
  const iso = readDay(text)
  return iso !== null && iso >= '1949' ? accepted({ kind: 'date', iso }) : refused('date-unreadable')
}
