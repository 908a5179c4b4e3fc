import type { TableCell } from '@/lib/domain/intake/paper'
import { columnsOf } from '@/lib/domain/intake/table-rows'
import { INDICATOR_HEADS, MONEY_HEADS, SUBTOTAL_ROW, SUM_ROW } from '@/lib/domain/intake/vocabulary/columns'
import {
  DIMENSION_CELL,
  FORM_HINT,
  GROUP_CELL,
  MONEY_CELL,
  PLAIN_RATE,
  POINTS_CELL,
  RATE_CELL,
  SIGN_CELL,
  VALUE_CELL,
} from '@/lib/domain/intake/vocabulary/unruled'
import type { Head } from './heads'

/** What may stand in a column. */
export type ColumnKind = 'dimension' | 'group' | 'name' | 'value' | 'points' | 'rate' | 'opening' | 'money' | 'sign' | 'unit' | 'text'

const OF_INDICATORS: Readonly<Record<string, ColumnKind>> = {
  dimension: 'dimension',
  group: 'group',
  name: 'name',
  operator: 'sign',
  nature: 'sign',
  unit: 'unit',
  target: 'value',
  approvedTarget: 'value',
  actual: 'value',
  maxScore: 'points',
  printedScore: 'points',
  printedCompletion: 'rate',
}
const OF_MONEY: Readonly<Record<string, ColumnKind>> = {
  initialBudget: 'opening',
  maxScore: 'points',
  printedScore: 'points',
  printedRate: 'rate',
  printedReceivedRate: 'rate',
}

/** The kinds of a head's columns; a money table's rows begin with what the money is for. */
export function kindsOf({ kind, cells }: Head): ColumnKind[] {
  if (kind === 'money') {
    const columns = new Map([...columnsOf(cells, MONEY_HEADS)].map(([column, index]) => [index, column]))
    return ['name', ...cells.map((cell, index) => moneyKind(cell, columns.get(index)))]
  }
  const columns = columnsOf(cells, INDICATOR_HEADS)
  // 二级指标 is the finest where there is no third.
  if (!columns.has('name')) {
    const finest = columns.has('group') ? 'group' : 'dimension'
    columns.set('name', columns.get(finest) ?? 0)
    columns.delete(finest)
  }
  const at = new Map([...columns].map(([column, index]) => [index, column]))
  return cells.map((_, index) => OF_INDICATORS[at.get(index) ?? ''] ?? 'text')
}

const moneyKind = ({ text }: TableCell, column: string | undefined): ColumnKind =>
  /原因|说明|备注|方法/.test(text)
    ? 'text'
    : /率.*[（(][%％]/.test(text)
      ? 'money'
      : /率/.test(text)
        ? 'rate'
        : (OF_MONEY[column ?? ''] ?? 'money')

/** What words as a cell of a kind are worth, in tenths; null where they can be none. */
export function worthOf(kind: ColumnKind, text: string, words: number): number | null {
  const each = 20 * words
  switch (kind) {
    case 'dimension':
      return DIMENSION_CELL.test(text) ? each : null
    case 'group':
      return GROUP_CELL.test(text) ? each : null
    case 'name':
      if (!/[\u4e00-\u9fffA-Za-z]/.test(text) || text.length > 60 || /[。；]/.test(text) || MONEY_CELL.test(text)) return null
      return each - 8 * (words - 1) - (DIMENSION_CELL.test(text) || GROUP_CELL.test(text) ? 30 : 0)
    case 'value':
      return text.length > 40 || words > 2 ? null : (VALUE_CELL.test(text) ? 20 : 13) - 10 * (words - 1)
    case 'points':
      return words === 1 && POINTS_CELL.test(text) ? 20 : null
    case 'rate':
      return words > 1 ? null : RATE_CELL.test(text) ? 20 : PLAIN_RATE.test(text) ? 5 : null
    case 'opening':
    case 'money':
      return words === 1 && MONEY_CELL.test(text) ? 20 : null
    case 'sign':
      return words === 1 && SIGN_CELL.test(text) ? 20 : null
    case 'unit':
      return words === 1 && text.length <= 6 && !/\d/.test(text) ? 15 : null
    case 'text':
      if (FORM_HINT.test(text)) return each
      return DIMENSION_CELL.test(text) || GROUP_CELL.test(text) || SUM_ROW.test(text) || MONEY_CELL.test(text) ? null : 13 + 8 * (words - 1)
  }
}

/** What it costs that a column is left out of a row, in tenths. */
export const BLANK: Readonly<Record<ColumnKind, number>> = {
  dimension: 0,
  group: 0,
  name: 1000,
  value: 20,
  points: 32,
  rate: 12,
  // 年初预算 is what a form most often leaves out.
  opening: 12,
  money: 16,
  sign: 10,
  unit: 5,
  text: 0,
}

export const isSum = (text: string): boolean => SUM_ROW.test(text) || SUBTOTAL_ROW.test(text)
/** 其中：当年财政拨款: what the whole's money comes from. */
export const isPart = (text: string): boolean => /^其中|财政拨款|结转|其他资金|单位资金|财政资金|专户/.test(text)
/** Kinds of which a row must have one. */
export const VALUED: ReadonlySet<ColumnKind> = new Set(['value', 'points', 'rate', 'opening', 'money'])
