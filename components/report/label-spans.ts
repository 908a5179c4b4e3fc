import type { ReportTable } from '@/lib/domain/report-document'

/**
 * How many rows the label cell at a row and column spans; 0 where the cell above reaches over it. Equal neighbours are
 * one cell as long as all labels before them are equal too.
 */
export function labelSpans({ rows, labels }: ReportTable): (row: number, column: number) => number {
  const labelAt = (row: number, column: number): string | null => {
    const before = rows[row]?.slice(0, column + 1) ?? []
    if (before.length <= column || before.some(({ span = 1 }) => span > 1) || before[column]?.text === '') return null
    return JSON.stringify(before.map(({ text }) => text))
  }
  return (row, column) => {
    if (column >= labels) return 1
    const own = labelAt(row, column)
    if (own === null) return 1
    if (row > 0 && labelAt(row - 1, column) === own) return 0
    let end = row + 1
    while (end < rows.length && labelAt(end, column) === own) end++
    return end - row
  }
}
