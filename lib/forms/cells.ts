import { type CellAddress, type CellSpec, cellSpec } from '@/lib/domain/cells/cells'
import { knownData } from '@/lib/domain/cells/data-names'
import { runsOf } from '@/lib/domain/cells/narrative'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import { type CellValue, NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import {
  atMost,
  dividedBy,
  hasAtMostDecimals,
  hundred,
  isNegative,
  isPositive,
  one,
  parseQuantity,
  type Quantity,
  quantity,
  yuanFromWan,
} from '@/lib/domain/quantities'

/** Largest amount that is kept: 18 digits of 元. */
const LARGEST_AMOUNT = quantity('999999999999999999.99')
/** Largest count that is kept. */
const LARGEST_COUNT = quantity('99999999')

/**
 * What was typed into a cell, as a value. Empty is 未填, `不适用：原因` is 不适用, 0 is 0. Full-width digits, thousands
 * separators and the cell's own unit are taken; everything else that is not what the cell holds is refused by a
 * code that `lib/messages/refusals.ts` says. Target and actual are kept as typed: what can be read from them depends
 * on their row, so their reading is `unread` here and made where the row is known (`readAgain`).
 */
export function readCellValue(address: CellAddress, typed: string): Decision<CellValue> {
  const spec = cellSpec(address)
  if (spec === null) return refused('cell-unknown')
  const text = tidy(typed, spec)
  if ([...text].length > spec.longest) return refused('cell-too-long', { longest: `${spec.longest}`, length: `${[...text].length}` })
  switch (spec.kind) {
    case 'money':
      return address.startsWith('funds/') ? readFigure(text, 'money') : moneyCell(text)
    case 'count':
      return readFigure(text, 'count')
    case 'points':
      return readPoints(text)
    case 'share':
      return readShare(text)
    case 'line':
      return accepted({ kind: 'line', text })
    case 'text':
      return textCell(text)
    case 'reading':
      return accepted({ kind: 'reading', cell: { text, reading: { kind: 'blank' } } })
    case 'date':
      return readDate(text)
    case 'rowIds': {
      const ids = [...new Set(text.split(' ').filter((id) => id !== ''))]
      return ids.every(isRowId) ? accepted({ kind: 'rowIds', ids }) : refused('cell-unknown')
    }
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

const isRowId = (text: string) => /^[a-z0-9]{1,40}$/.test(text)

/** Line ends alike, no invisible control characters, no blanks around; one line where the cell is one line. */
function tidy(typed: string, { kind }: CellSpec): string {
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
  return kind === 'text' ? text.trim() : text.replace(/\s+/g, ' ').trim()
}

/** Full-width to half-width, separators away; null where it is no number. */
function readDigits(text: string, unit: RegExp): Quantity | null {
  const half = text.normalize('NFKC').replace(/\s+/g, '').replace(/−|﹣/g, '-').replace(unit, '')
  const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(half) ? half.replaceAll(',', '') : half
  return parseQuantity(digits)
}

function readAmount(text: string): Decision<Quantity> {
  const wan = readDigits(text, /万元?$/)
  if (wan === null) return refused(/\d元$/.test(text.normalize('NFKC')) ? 'money-in-yuan' : 'money-not-a-number')
  if (isNegative(wan)) return refused('money-negative')
  if (!hasAtMostDecimals(wan, 6)) return refused('money-decimals')
  const yuan = yuanFromWan(wan)
  return atMost(yuan, LARGEST_AMOUNT) ? accepted(yuan) : refused('money-too-large')
}

function readCount(text: string): Decision<Quantity> {
  const count = readDigits(text, /[人个名]$/)
  if (count === null || isNegative(count) || !hasAtMostDecimals(count, 0)) return refused('count-not-whole')
  return atMost(count, LARGEST_COUNT) ? accepted(count) : refused('count-too-large')
}

function readFigure(text: string, measure: 'money' | 'count'): Decision<CellValue> {
  if (text === '') return accepted({ kind: 'figure', measure, figure: null })
  const notApplicable = /^不适用\s*[：:]?\s*(.*)$/s.exec(text)
  if (notApplicable) {
    const reason = notApplicable[1] ?? ''
    if (reason === '') return refused('reason-missing', { example: `${NOT_APPLICABLE_PREFIX}本年度无此项支出` })
    return accepted({ kind: 'figure', measure, figure: { state: 'notApplicable', reason } })
  }
  const value = measure === 'money' ? readAmount(text) : readCount(text)
  return value.ok ? accepted({ kind: 'figure', measure, figure: { state: 'filled', value: value.value } }) : value
}

function moneyCell(text: string): Decision<CellValue> {
  if (text === '') return accepted({ kind: 'money', value: null })
  const value = readAmount(text)
  return value.ok ? accepted({ kind: 'money', value: value.value }) : value
}

function readPoints(text: string): Decision<CellValue> {
  if (text === '') return accepted({ kind: 'points', value: null })
  const value = readDigits(text, /分$/)
  if (value === null || isNegative(value) || !atMost(value, hundred)) return refused('points-out-of-range')
  return hasAtMostDecimals(value, 2) ? accepted({ kind: 'points', value }) : refused('points-decimals')
}

/** 85% or 85 is 85 %; what may be a coefficient (0.85, 1) as well as per cent has to say which. */
function readShare(text: string): Decision<CellValue> {
  if (text === '') return accepted({ kind: 'share', value: null })
  const percent = readDigits(text, /%$/)
  if (percent === null || isNegative(percent) || !atMost(percent, hundred)) return refused('share-out-of-range')
  if (isPositive(percent) && atMost(percent, one) && !/%$/.test(text.normalize('NFKC'))) return refused('share-ambiguous', { typed: text })
  return hasAtMostDecimals(percent, 4) ? accepted({ kind: 'share', value: dividedBy(percent, hundred) }) : refused('share-decimals')
}

/** 2024-05-29, 2024-5-29, 2024/5/29, 2024.5.29, 2024年5月29日. */
function readDate(text: string): Decision<CellValue> {
  if (text === '') return accepted({ kind: 'date', iso: '' })
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'))
  const [year = '', month = '', day = ''] = match?.slice(1) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const exists = match !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  return exists && year >= '1949' ? accepted({ kind: 'date', iso }) : refused('date-unreadable')
}
