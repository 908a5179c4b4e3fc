/** Tables as a page draws them: lines between cells say which cells there are, wherever the text stands in the file. */

/** A straight line of the page, along one axis: at `at`, from `from` to `to`. */
export type Ruling = { at: number; from: number; to: number }
export type Rulings = { rows: Ruling[]; columns: Ruling[] }
/** Words of a page with the middle of where they stand. */
export type Placed = { text: string; x: number; y: number; width: number; height: number }
/** A cell covers some of the grid's rows and columns; `top` counts from the top of the page. */
export type RuledTable = {
  top: number
  bottom: number
  left: number
  right: number
  xs: number[]
  ys: number[]
  cellAt: (row: number, column: number) => number
}

/** Lines that meet may miss one another by this much, in points. */
const NEAR = 3
/** Lines of a page along one axis, and places of one grid: a drawing with more is no table. */
const MOST_RULINGS = 3_000
const MOST_PLACES = 6_000

/** Tables of a page from its lines. `ys` go down the page. */
export function ruledTables({ rows, columns }: Rulings): RuledTable[] {
  if (rows.length > MOST_RULINGS || columns.length > MOST_RULINGS) return []
  return connected(rows, columns).flatMap((group) => {
    const xs = merged([...group.columns.map(({ at }) => at), ...group.rows.flatMap(({ from, to }) => [from, to])])
    // A page may end, or begin, with a single row of a table.
    const ys = merged([...group.rows.map(({ at }) => at), ...group.columns.flatMap(({ from, to }) => [from, to])])
    if (xs.length < 3 || ys.length < (xs.length > 3 ? 2 : 3) || xs.length * ys.length > MOST_PLACES) return []
    return [tableOf(group, xs, ys)]
  })
}

/** Lines that touch one another, directly or through others. */
function connected(rows: readonly Ruling[], columns: readonly Ruling[]): Rulings[] {
  const owner = new Map<Ruling, Rulings>()
  const groups = new Set<Rulings>()
  for (const column of columns) {
    const touching = rows.filter((row) => meets(row, column))
    const found = [...new Set(touching.flatMap((row) => owner.get(row) ?? []))]
    const group = found[0] ?? { rows: [], columns: [] }
    groups.add(group)
    for (const other of found.slice(1)) {
      for (const row of other.rows) owner.set(row, group)
      group.rows.push(...other.rows)
      group.columns.push(...other.columns)
      groups.delete(other)
    }
    group.columns.push(column)
    for (const row of touching)
      if (owner.get(row) === undefined) {
        owner.set(row, group)
        group.rows.push(row)
      }
  }
  return [...groups]
}

const meets = (row: Ruling, column: Ruling): boolean =>
  column.at >= row.from - NEAR && column.at <= row.to + NEAR && row.at >= column.from - NEAR && row.at <= column.to + NEAR

/** Sorted, those that are nearly one as one. */
export function merged(places: readonly number[]): number[] {
  const found: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) if (found.length === 0 || place - (found.at(-1) ?? 0) > NEAR) found.push(place)
  return found
}

function tableOf({ rows, columns }: Rulings, xs: number[], ys: number[]): RuledTable {
  const [width, height] = [xs.length - 1, ys.length - 1]
  const covers = (lines: readonly Ruling[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= middle && middle <= line.to)
  /** The first place of the cell that a place of the grid belongs to. */
  const cells = Array.from({ length: width * height }, (_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (cells[root] !== root) root = cells[root] as number
    return root
  }
  const join = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)]
    cells[Math.max(first, second)] = Math.min(first, second)
  }
  for (let row = 0; row < height; row++) {
    const y = ((ys[row] as number) + (ys[row + 1] as number)) / 2
    for (let column = 0; column < width; column++) {
      const x = ((xs[column] as number) + (xs[column + 1] as number)) / 2
      if (column + 1 < width && !covers(columns, xs[column + 1] as number, y)) join(row * width + column, row * width + column + 1)
      if (row + 1 < height && !covers(rows, ys[row + 1] as number, x)) join(row * width + column, (row + 1) * width + column)
    }
  }
  return {
    left: xs[0] as number,
    right: xs.at(-1) as number,
    top: ys[0] as number,
    bottom: ys.at(-1) as number,
    xs,
    ys,
    cellAt: (row, column) => rootOf(row * width + column),
  }
}
