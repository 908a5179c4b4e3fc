import type { ReportRow, ReportTable } from '@/lib/domain/report-document'
import { labelSpans } from './label-spans'

/** A region that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

/** A table of the report. Wide ones scroll within their frame on a narrow screen; on paper the head is said again on each page. */
export function ReportGrid({ table }: { table: ReportTable }) {
  const { caption, unit, columns, rows } = table
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const spans = labelSpans(table)
  const headed = columns.some(({ heading }) => heading !== '')
  return (
    <section className="paper-grid" aria-label={caption} {...reachable}>
      <table>
        <caption>
          <span>{caption}</span>
          {unit === '' ? null : <span className="paper-unit">{unit}</span>}
        </caption>
        <colgroup>
          {columns.map(({ heading, width }, place) => (
            <col key={columnKey(heading, place)} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        {headed ? (
          <thead>
            <tr>
              {columns.map(({ heading }, place) =>
                heading === '' ? (
                  <td key={columnKey(heading, place)} />
                ) : (
                  <th key={columnKey(heading, place)} scope="col">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((row, place) => (
            <Row key={rowKey(row, place)} row={row} place={place} table={table} spans={spans} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Neither columns nor rows of a finished document ever move. */
const columnKey = (heading: string, place: number): string => `${place}-${heading}`
const rowKey = (row: ReportRow, place: number): string => `${place}-${row[0]?.text ?? ''}`

type RowProps = { row: ReportRow; place: number; table: ReportTable; spans: (row: number, column: number) => number }

function Row({ row, place, table, spans }: RowProps) {
  let column = 0
  return (
    <tr>
      {row.map((cell) => {
        const own = column
        const { text, span = 1, label, room } = cell
        column += span
        const rowSpan = span > 1 ? 1 : spans(place, own)
        if (rowSpan === 0) return null
        const align = span > 1 && own < table.labels ? 'center' : (table.columns[own]?.align ?? 'start')
        const shape = {
          className: `paper-${align}`,
          ...(span > 1 ? { colSpan: span } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(room === undefined ? {} : { style: { height: `${room}mm` } }),
        }
        return label ? (
          <th key={own} scope={rowSpan > 1 ? 'rowgroup' : 'row'} {...shape}>
            {text}
          </th>
        ) : (
          <td key={own} {...shape}>
            {text}
          </td>
        )
      })}
    </tr>
  )
}
