import type { Ruling, Rulings } from './ruled-tables'

/** What a page draws, as PDF.js lists it. */
type Drawing = { fnArray: readonly number[]; argsArray: readonly unknown[] }
type Operators = Readonly<Record<'save' | 'restore' | 'transform' | 'constructPath' | 'endPath', number>>
type Matrix = readonly [number, number, number, number, number, number]

const SAME: Matrix = [1, 0, 0, 1, 0, 0]
/** A line is thinner than this; a cell's border longer. In points. */
const THIN = 3
const SHORT = 4

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Every straight line of a page along its edges; y goes down from the top. Boxes are four lines, thin boxes are one. */
export function drawnLines({ fnArray, argsArray }: Drawing, operators: Operators, height: number): Rulings {
  const rulings: Rulings = { rows: [], columns: [] }
  const saved: Matrix[] = []
  let matrix = SAME
  for (const [index, operator] of fnArray.entries()) {
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore) matrix = saved.pop() ?? SAME
    else if (operator === operators.transform) matrix = times(matrix, argsArray[index] as unknown as Matrix)
    // A path that is neither drawn nor filled only cuts off what goes beyond it: browsers cut off each page so.
    else if (operator === operators.constructPath && paintOf(argsArray[index]) !== operators.endPath) {
      for (const subpath of subpathsOf(argsArray[index]))
        addLines(
          rulings,
          subpath.map((point) => placed(point, matrix, height)),
        )
    }
  }
  return rulings
}

type Point = readonly [number, number]
const placed = ([x, y]: Point, [a, b, c, d, e, f]: Matrix, height: number): Point => [a * x + c * y + e, height - (b * x + d * y + f)]

/** What is done with a path: drawn, filled, or nothing. */
const paintOf = (given: unknown): unknown => (Array.isArray(given) ? given[0] : null)

/** How many numbers follow each kind of step: to a point, a line, a curve, a flatter curve, back to the first. */
const STEPS = [2, 2, 6, 4, 0] as const

function subpathsOf(given: unknown): Point[][] {
  const data: unknown = Array.isArray(given) && Array.isArray(given[1]) ? given[1][0] : null
  if (!(data instanceof Float32Array)) return []
  const paths: Point[][] = []
  for (let at = 0; at < data.length; ) {
    const step = data[at] as number
    const length = STEPS[step]
    if (length === undefined) return paths
    const [x = 0, y = 0] = data.subarray(at + 1 + Math.max(0, length - 2), at + 1 + length)
    if (step === 0) paths.push([[x, y]])
    else if (step === 4) paths.at(-1)?.push(...(paths.at(-1)?.slice(0, 1) ?? []))
    else paths.at(-1)?.push([x, y])
    at += 1 + length
  }
  return paths
}

function addLines(rulings: Rulings, points: readonly Point[]): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const isThin = right - left < THIN || bottom - top < THIN
  if (isThin) {
    // A border drawn as a filled box.
    add(rulings, [left, (top + bottom) / 2], [right, (top + bottom) / 2])
    add(rulings, [(left + right) / 2, top], [(left + right) / 2, bottom])
    return
  }
  for (let i = 1; i < points.length; i++) add(rulings, points[i - 1] as Point, points[i] as Point)
}

function add({ rows, columns }: Rulings, [x1, y1]: Point, [x2, y2]: Point): void {
  const along = (at: number, a: number, b: number): Ruling => ({ at, from: Math.min(a, b), to: Math.max(a, b) })
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > SHORT) rows.push(along((y1 + y2) / 2, x1, x2))
  else if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > SHORT) columns.push(along((x1 + x2) / 2, y1, y2))
}
