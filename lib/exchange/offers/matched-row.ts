import { textOf } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { type RowList, rowsIn } from '@/lib/domain/evaluation/rows'
import type { WantedRow } from './wanted-rows'

/** A row of a form that says what a paper's row says. `given`: columns that are the scheme's and not to be filled in. */
export type MatchedRow = { id: string; given: ReadonlySet<string> }

const NOTHING_GIVEN: ReadonlySet<string> = new Set()
const GIVEN_WITH_FIXED: ReadonlySet<string> = new Set(['name', 'dimension', 'group', 'unit', 'target', 'maxScore'])

/**
 * The row of the list that is known by the same, but for those that were `taken` before: two of one name are two rows. Null where
 * there is none, or no such list yet.
 */
export function matchedRow(evaluation: Evaluation, place: RowList, wanted: WantedRow, taken: ReadonlySet<string>): MatchedRow | null {
  const free = <Row extends { id: string }>(rows: readonly Row[]): Row[] => rows.filter(({ id }) => !taken.has(id))
  if (place.list === 'indicators') return matchedIndicator(free(evaluation.indicators), wanted)
  const known = squeezed(wanted.cells[0].text)
  const row = free(rowsIn(evaluation, place) ?? []).find((other) => squeezed(knownBy(other)) === known)
  return row === undefined ? null : { id: row.id, given: NOTHING_GIVEN }
}

/** An indicator of the same name; of several, that of the same 一级 and 二级 where the paper says them. */
function matchedIndicator(indicators: readonly Indicator[], { cells }: WantedRow): MatchedRow | null {
  const said = (column: string): string => squeezed(cells.find((cell) => cell.column === column)?.text ?? '')
  const [name, dimension, group] = [said('name'), said('dimension'), said('group')]
  const alike = indicators.filter((row) => squeezed(row.name) === name)
  const agrees = (ours: string, theirs: string): boolean => ours === '' || theirs === '' || squeezed(ours) === theirs
  const row = alike.find((other) => agrees(other.dimension, dimension) && agrees(other.group, group))
  return row === undefined ? null : { id: row.id, given: row.fixedId === null ? NOTHING_GIVEN : GIVEN_WITH_FIXED }
}

/** What a row of a list says first: its name or its text. */
function knownBy(row: object): string {
  const { name, text, runs } = row as { name?: string; text?: Parameters<typeof textOf>[0]; runs?: Parameters<typeof textOf>[0] }
  return name ?? textOf(text ?? runs ?? [])
}

/** Papers break lines and set spaces where forms do not. */
const squeezed = (text: string): string => text.replace(/\s+/g, '')
