import type { IndicatorHead, TableIndicator } from './indicator-table'
import type { Found } from './read-paper'
import { distinct, found, type Row, wordsOf } from './table-rows'
import { SUBTOTAL_ROW } from './vocabulary/columns'

/** A row that sums those above it, of one 一级指标 or of one 二级指标 of it. */
export type TableSubtotal = { dimension: Found; group?: Found; maxScore?: Found; printedScore?: Found }

/** Adds a subtotal where it is clear of what; `above` is the indicator that stands over it. */
export function subtotalIn(row: Row, { columns, width }: IndicatorHead, above: TableIndicator | null, rows: TableSubtotal[]): void {
  const aligned = row.length < width ? [...Array.from({ length: width - row.length }, () => undefined), ...row] : row
  const at = (column: 'dimension' | 'group' | 'maxScore' | 'printedScore') => aligned[columns.get(column) ?? -1]
  const isSum = (text: string): boolean => SUBTOTAL_ROW.test(wordsOf(text))
  const label = distinct(row).find(({ text }) => isSum(text))
  const named = found(label)?.text.replace(/小计.*$/, '') ?? ''
  const own = at('dimension')
  const dimension = own === undefined || own === label || isSum(own.text) ? (above?.dimension ?? null) : found(own)
  if (label === undefined || dimension === null) return
  const [maxScore, printedScore] = [found(at('maxScore')), found(at('printedScore'))]
  if (maxScore === null && printedScore === null) return
  // Behind the rows of a 二级指标 it is of that one where it stands to the right of its column, or names it.
  const group = at('group')
  const ofGroup =
    above?.group !== undefined && (named === above.group.text || (group !== undefined && group !== label && !isSum(group.text)))
  rows.push({
    dimension,
    ...(ofGroup && above?.group !== undefined ? { group: above.group } : {}),
    ...(maxScore === null ? {} : { maxScore }),
    ...(printedScore === null ? {} : { printedScore }),
  })
}
