import type { Figure } from '@/lib/domain/cells/funds'
import type { Mark } from '@/lib/domain/cells/marks'
import { type Run, textOf } from '@/lib/domain/cells/narrative'
import { hundred, type Points, plain, type Rate, times, wanFromYuan, type Yuan } from '@/lib/domain/quantities'
import type { ReadCell } from '@/lib/domain/reading/cell-reading'

/** What stands in one cell, read from what was typed. `null` inside is 未填; 不适用 is a figure's own state with its reason. */
export type CellValue =
  | { kind: 'figure'; figure: Figure | null; measure: 'money' | 'count' }
  | { kind: 'money'; value: Yuan | null }
  | { kind: 'points'; value: Points | null }
  | { kind: 'share'; value: Rate | null }
  | { kind: 'text'; runs: readonly Run[] }
  | { kind: 'line'; text: string }
  | { kind: 'reading'; cell: ReadCell }
  | { kind: 'date'; iso: string }
  | { kind: 'rowId'; id: string | null }
  | { kind: 'rowIds'; ids: readonly string[] }
  | { kind: 'mark'; text: Mark }

/** How 不适用 is typed into a money or count cell: this mark, then the reason. */
export const NOT_APPLICABLE_PREFIX = '不适用：'

/**
 * The text of a cell as it stands in a form: money in 万元 and points as plain digits without separators, shares in %,
 * 不适用 with its reason, ties as row ids separated by spaces; empty for 未填. What forms read gives the same value again.
 */
export function writeCellValue(value: CellValue): string {
  switch (value.kind) {
    case 'figure':
      if (value.figure === null) return ''
      if (value.figure.state === 'notApplicable') return `${NOT_APPLICABLE_PREFIX}${value.figure.reason}`
      return plain(value.measure === 'money' ? wanFromYuan(value.figure.value) : value.figure.value)
    case 'money':
      return value.value === null ? '' : plain(wanFromYuan(value.value))
    case 'points':
      return value.value === null ? '' : plain(value.value)
    case 'share':
      return value.value === null ? '' : `${plain(times(value.value, hundred))}%`
    case 'text':
      return textOf(value.runs)
    case 'line':
    case 'mark':
      return value.text
    case 'reading':
      return value.cell.text
    case 'date':
      return value.iso
    case 'rowId':
      return value.id ?? ''
    case 'rowIds':
      return value.ids.join(' ')
  }
}
