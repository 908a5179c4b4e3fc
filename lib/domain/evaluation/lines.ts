import { type Indicator, type IndicatorPlace, isSameIndicator } from './indicator'

/**
 * Which rows of a subject's evaluations are one indicator. A row keeps its line when it is carried over into another stage or
 * year, so that an indicator under another name is seen as renamed, and two that swap their names as two renamed ones.
 */

/** What tells a row's line. */
export type OnLine = Pick<Indicator, 'lineId'>

/** Whether two rows of two evaluations of one subject are one indicator, whatever they are called. */
export const sameLine = (a: OnLine, b: OnLine): boolean => a.lineId === b.lineId

/** A row beside the one of its line in another evaluation: in both, under another name, or in one of them only. */
export type LineMatch<Row> =
  | { kind: 'same' | 'renamed'; now: Row; before: Row }
  | { kind: 'added'; now: Row }
  | { kind: 'dropped'; before: Row }

/** The rows of two evaluations of one subject side by side: those of `now` in their order, then those dropped since `before`. */
export function matchedLines<Row extends OnLine & IndicatorPlace>(now: readonly Row[], before: readonly Row[]): LineMatch<Row>[] {
  const earlier = new Map(before.map((row) => [row.lineId, row]))
  const here = new Set(now.map(({ lineId }) => lineId))
  return [
    ...now.map((row): LineMatch<Row> => {
      const then = earlier.get(row.lineId)
      return then === undefined ? { kind: 'added', now: row } : { kind: isCalledAs(row, then) ? 'same' : 'renamed', now: row, before: then }
    }),
    ...before.flatMap((row): LineMatch<Row>[] => (here.has(row.lineId) ? [] : [{ kind: 'dropped', before: row }])),
  ]
}

const isCalledAs = (a: IndicatorPlace, b: IndicatorPlace): boolean =>
  a.dimension === b.dimension && a.group === b.group && a.name.trim() === b.name.trim()

/** The department's own rows of `after` that are called otherwise than in `before`, or are new there, and have a name. */
export const namedAnew = (before: readonly Indicator[], after: readonly Indicator[]): Indicator[] => {
  const known = new Map(before.map((row) => [row.id, row]))
  return after.filter((row) => {
    const then = known.get(row.id)
    const own = row.fixedId === null && row.planIndicatorId === null
    return own && row.name.trim() !== '' && (then === undefined || !isCalledAs(row, then))
  })
}

/**
 * The lines that rows join by their new names, by row id: the line of a row of the years before (`earlier`, the nearest
 * first) that stood under the same 一级, 二级 and 三级, unless a row of the evaluation is on it already. A row that finds none
 * stays on its line. Of several rows of one name the first joins first.
 */
export function joinedLines(
  named: readonly Indicator[],
  rows: readonly OnLine[],
  earlier: readonly (OnLine & IndicatorPlace)[],
): ReadonlyMap<string, string> {
  const taken = new Set(rows.map(({ lineId }) => lineId))
  const joined = new Map<string, string>()
  for (const row of named) {
    const line = earlier.find((then) => isSameIndicator(row, then) && !taken.has(then.lineId))?.lineId
    if (line === undefined) continue
    taken.add(line)
    joined.set(row.id, line)
  }
  return joined
}
