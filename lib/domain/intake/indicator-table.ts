import type { TableCell } from './paper'
import type { Found } from './read-paper'
import { columnsOf, distinct, found, type Row, wordsOf } from './table-rows'
import { ADJUSTED_TARGET, APPROVED_TARGET, DIMENSION_NAMES, INDICATOR_HEADS, type IndicatorColumn } from './vocabulary/columns'

export type IndicatorHead = { columns: Map<IndicatorColumn, number>; width: number }
/** A row of an indicator table, each cell as printed. */
export type TableIndicator = Partial<Record<IndicatorColumn, Found>> & { name: Found }

/** The columns of an indicator table, where a row is its head; a second row may say them more exactly. */
export function indicatorHeadOf(row: Row, below: Row | undefined): IndicatorHead | null {
  const columns = columnsOf(row, INDICATOR_HEADS)
  if (!isHead(columns, row)) return null
  const lower = below === undefined ? new Map() : columnsOf(below, INDICATOR_HEADS)
  if (lower.size >= 3 && below !== undefined && distinct(below).every(({ text }) => !/\d/.test(text)))
    for (const [column, index] of lower) columns.set(column, index)
  for (const cells of [row, below ?? []]) approvedIn(cells, columns)
  if (!columns.has('name')) nameColumn(columns)
  return columns.has('name') ? { columns, width: row.length } : null
}

function isHead(columns: Map<IndicatorColumn, number>, row: Row): boolean {
  const named = columns.has('name') || columns.has('group') || columns.has('dimension')
  const valued = columns.has('target') || columns.has('actual')
  return named && valued && distinct(row).length >= 3 && distinct(row).every(({ text }) => !/^\d+(?:\.\d+)?$/.test(text))
}

/** 年初指标值 beside 调整后指标值 is what was approved. */
function approvedIn(row: Row, columns: Map<IndicatorColumn, number>): void {
  const target = columns.get('target')
  if (target === undefined || !ADJUSTED_TARGET.test(row[target]?.text ?? '')) return
  const approved = row.findIndex((cell) => APPROVED_TARGET.test(wordsOf(cell.text)))
  if (approved >= 0) columns.set('approvedTarget', approved)
}

/** 二级指标 is the finest where there is no third. */
function nameColumn(columns: Map<IndicatorColumn, number>): void {
  for (const column of ['group', 'dimension'] as const) {
    const index = columns.get(column)
    if (index === undefined) continue
    columns.delete(column)
    columns.set('name', index)
    return
  }
}

/** 产出指标（50分）: how many points there are for it stands behind its name. */
const POINTS_BEHIND = /[（(](\d{1,3}(?:\.\d+)?)分?[）)]$/

const SIGN = /^[≥≤＞＜><=＝≧≦]+$/

/** A row below the head; null where it is none. What stands only in the first of its rows is taken from `above`. */
export function indicatorIn(row: Row, { columns, width }: IndicatorHead, above: TableIndicator | null): TableIndicator | null {
  // Rows of plain text leave merged cells out: the rest stands at the right.
  const aligned = row.length < width ? [...Array.from({ length: width - row.length }, () => undefined), ...row] : row
  const cell = (column: IndicatorColumn): TableCell | undefined => {
    const index = columns.get(column)
    return index === undefined ? undefined : aligned[index]
  }
  const name = found(cell('name'))
  if (name === null || (/^\d+(?:\.\d+)?$/.test(name.text) && !/\d[\u4e00-\u9fff]/.test(name.text))) return null
  const indicator: TableIndicator = { name }
  const taken = new Set([cell('name')])
  for (const [column] of columns) {
    if (column === 'name') continue
    const own = cell(column)
    if (own === undefined || taken.has(own)) continue
    const text = found(own)
    if (text !== null) indicator[column] = text
  }
  for (const column of ['dimension', 'group', 'name'] as const) {
    const points = POINTS_BEHIND.exec(indicator[column]?.text ?? '')
    const own = indicator[column]
    if (points === null || own === undefined) continue
    indicator[column] = { ...own, text: own.text.slice(0, points.index) }
    if (column === 'name' && !columns.has('maxScore')) indicator.maxScore = { ...own, text: points[1] ?? '' }
  }
  const { nature } = indicator
  // Under 指标性质 stands 正向 or ≥.
  if (nature !== undefined && SIGN.test(nature.text) && indicator.operator === undefined) {
    indicator.operator = nature
    delete indicator.nature
  }
  for (const column of ['dimension', 'group'] as const)
    if (indicator[column] === undefined && columns.has(column) && above?.[column] !== undefined) indicator[column] = above[column]
  const isEmpty =
    indicator.target === undefined &&
    indicator.actual === undefined &&
    indicator.approvedTarget === undefined &&
    indicator.maxScore === undefined &&
    indicator.printedScore === undefined
  return isEmpty || (distinct(row).length === 2 && DIMENSION_NAMES.test(wordsOf(name.text)) && name.text.length > 30) ? null : indicator
}
