'use client'
import { memo } from 'react'
import { classNames } from '@/components/ui/class-names'
import { TRACKS } from './grid-row'
import { type GridColumn, type GridHeading, isNumeric } from './grid-source'

type Props = { heading: GridHeading; columns: readonly GridColumn[] }

/** What begins here, with its sums under their columns; what is said first reaches up to the next. */
export const GridHeadingRow = memo(function GridHeadingRow({ heading, columns }: Props) {
  const said = heading.draw()
  const places = columns.flatMap(({ key }, index) => (said[key] === undefined ? [] : [index]))
  return (
    <tr className={classNames(TRACKS, 'block border-b border-line bg-canvas max-sm:flex max-sm:flex-wrap max-sm:gap-x-4')}>
      {places.map((from, index) => {
        const column = columns[from]
        const to = places[index + 1] ?? columns.length
        const shared = { style: { gridColumn: `${index === 0 ? 1 : from + 2} / ${to + 2}` } }
        if (column === undefined) return null
        return index === 0 ? (
          <th key={column.key} scope="rowgroup" {...shared} className="block px-2 py-1.5 text-left font-medium">
            {said[column.key]}
          </th>
        ) : (
          <td
            key={column.key}
            {...shared}
            // On a card nothing stands above it
            data-label={column.label}
            className={classNames(
              'block px-2 py-1.5 font-medium max-sm:empty:hidden max-sm:before:mr-1 max-sm:before:text-xs max-sm:before:text-muted max-sm:before:content-[attr(data-label)]',
              isNumeric(column) && 'text-right tabular-nums',
            )}
          >
            {said[column.key]}
          </td>
        )
      })}
    </tr>
  )
})
