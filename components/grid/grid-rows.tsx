import { memo, type ReactNode } from 'react'
import type { Mode } from '@/lib/grid/keys'
import type { Place } from '@/lib/grid/selection'
import { GridHeadingRow } from './grid-heading'
import { GridRowView } from './grid-row'
import type { GridColumn, GridRow, GridSource } from './grid-source'

/** How many rows are drawn together: a step from one to the next asks no other bundle whether it has changed, and one out of sight is not painted. */
const BUNDLE = 10

type RowBundle = { first: number; rows: readonly GridRow[] }

export const bundlesOf = (rows: readonly GridRow[]): RowBundle[] =>
  Array.from({ length: Math.ceil(rows.length / BUNDLE) }, (_, index) => ({
    first: index * BUNDLE,
    rows: rows.slice(index * BUNDLE, (index + 1) * BUNDLE),
  }))

type Props = {
  bundle: RowBundle
  source: GridSource
  columns: readonly GridColumn[]
  lefts: Readonly<Record<string, string>>
  /** Rows of which several cells are selected, from one column to another, counted from 0. */
  chosen: readonly string[]
  from: number
  to: number
  /** Where the person is; null where in no row of these. */
  at: Place | null
  mode: Mode
  focused: boolean
  toggled: Readonly<Record<string, boolean>>
  toggle: (row: string) => void
  type: (at: Place, text: string) => void
  detail: (row: string) => ReactNode
}

/** Some rows that follow on one another, with what stands above them. */
export const GridRows = memo(function GridRows(props: Props) {
  const { bundle, chosen, from, to, at, mode, focused, toggled, columns, ...shared } = props
  const rows = bundle.rows.map(({ id, heading }, index) => {
    const here = id === at?.row
    const within = chosen.includes(id)
    return [
      heading === undefined ? null : <GridHeadingRow key={heading.key} heading={heading} columns={columns} />,
      <GridRowView
        key={id}
        id={id}
        place={bundle.first + index + 1}
        columns={columns}
        source={shared.source}
        lefts={shared.lefts}
        toggle={shared.toggle}
        type={shared.type}
        detail={shared.detail}
        from={within ? from : -1}
        to={within ? to : -2}
        active={here ? at.column : null}
        mode={here ? mode : 'passing'}
        focused={here && focused}
        toggled={toggled[id] ?? null}
      />,
    ]
  })
  return (
    <tbody className="block sm:min-w-(--least) roomy:min-w-0 [contain-intrinsic-block-size:auto_30rem] sm:[content-visibility:auto]">
      {rows}
    </tbody>
  )
})
