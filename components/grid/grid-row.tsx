'use client'
import { memo, type ReactNode, useDeferredValue } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Mode } from '@/lib/grid/keys'
import type { Place } from '@/lib/grid/selection'
import { GridCellView } from './grid-cell'
import { type GridColumn, type GridSource, ROW_HEAD } from './grid-source'

type Props = {
  source: GridSource
  id: string
  place: number
  columns: readonly GridColumn[]
  lefts: Readonly<Record<string, string>>
  /** The first and the last selected column; empty where none is. */
  from: number
  to: number
  /** The column in which the person is; null where they are in another row. */
  active: string | null
  mode: Mode
  focused: boolean
  /** Whether the person opened or closed what belongs to the row; null: as the row asks for. */
  toggled: boolean | null
  toggle: (row: string) => void
  type: (at: Place, text: string) => void
  detail: (row: string) => ReactNode
}

export const TRACKS = 'sm:grid sm:min-w-(--least) sm:grid-cols-(--tracks) roomy:min-w-0'

/** One row, and below it what belongs to it, where it is open. Drawn again only when it is this row that changes. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { source, id, place, columns, lefts, from, to, active, mode, focused, toggled, toggle, type, detail } = props
  // While its name is typed the cells that are called by it follow behind the key
  const rowName = useDeferredValue(source.useRowName(id))
  const asks = source.useAsks(id)
  const open = toggled ?? asks
  const here = active === ROW_HEAD
  return (
    <tr
      data-grid-row={id}
      aria-rowindex={place + 1}
      // What changes in a row is laid out in it alone.
      className={classNames(
        TRACKS,
        'block [contain:layout_style] max-sm:mb-3 max-sm:rounded max-sm:border max-sm:border-line sm:border-b sm:border-line',
      )}
    >
      <th
        scope="row"
        data-cell={ROW_HEAD}
        aria-colindex={1}
        aria-expanded={open}
        tabIndex={here ? 0 : -1}
        className={classNames('grid-head', here && 'outline-2 -outline-offset-2 outline-action')}
        onClick={() => toggle(id)}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'} </span>
        {place}
        <span className="sr-only">
          . {rowName}，{open ? '收起明细' : '展开明细'}
        </span>
      </th>
      {columns.map((column, index) => {
        const left = lefts[column.key]
        return (
          <GridCellView
            key={column.key}
            source={source}
            row={id}
            rowName={rowName}
            column={column}
            index={index + 2}
            {...(left === undefined ? {} : { left })}
            selected={index + 1 >= from && index + 1 <= to}
            mode={active === column.key ? mode : null}
            focused={focused && active === column.key}
            type={type}
          />
        )
      })}
      {open ? (
        <td
          colSpan={columns.length + 1}
          data-grid-detail=""
          // As wide as what is seen of the grid, and there however far it was scrolled sideways.
          className="col-span-full block border-t border-line bg-canvas px-3 py-3 sm:px-10 sm:tight:sticky sm:tight:left-0 sm:tight:w-[100cqw]"
        >
          {detail(id)}
        </td>
      ) : null}
    </tr>
  )
})
