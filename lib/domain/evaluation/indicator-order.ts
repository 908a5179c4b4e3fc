import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { Indicator } from './indicator'

type Placed = Pick<Indicator, 'dimension' | 'group'>

/**
 * Indicators by the scheme's 一级 and within it by its 二级指标; what the scheme does not name stands behind, in the order in which it
 * first comes, and what has no 一级 or 二级 behind that. Within a 二级 the order is the person's.
 */
export function inSchemeOrder<Row extends Placed>(rows: readonly Row[], { dimensions }: Pick<Scheme, 'dimensions'>): Row[] {
  const first = ranks(
    dimensions.map(({ name }) => name),
    rows.map(({ dimension }) => dimension),
  )
  const second = new Map(
    [...first.keys()].map((dimension) => {
      const groups = dimensions.find(({ name }) => name === dimension)?.groups ?? []
      const typed = rows.filter((row) => row.dimension.trim() === dimension).map(({ group }) => group)
      return [
        dimension,
        ranks(
          groups.map(({ name }) => name),
          typed,
        ),
      ] as const
    }),
  )
  const rankOf = ({ dimension, group }: Placed): [number, number] => [
    first.get(dimension.trim()) ?? LAST,
    second.get(dimension.trim())?.get(group.trim()) ?? LAST,
  ]
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .map(({ row }) => row)
}

const LAST = Number.MAX_SAFE_INTEGER

/** Places by name: those of the scheme, then the others as they come. */
function ranks(known: readonly string[], typed: readonly string[]): ReadonlyMap<string, number> {
  const names = new Set([...known, ...typed].map((name) => name.trim()).filter((name) => name !== ''))
  return new Map([...names].map((name, index) => [name, index]))
}
