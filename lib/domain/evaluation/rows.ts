import { type AddressText, cellsOfRow } from '@/lib/domain/cells/addresses'
import { columnsOf, LIST_NAMES, LISTS, type ListName } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS, type NarrativeBlock, type NarrativeSection } from '@/lib/domain/cells/narrative'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { writeCellValue } from './cell-value'
import type { Evaluation } from './evaluation'
import { rowsOf } from './evaluation-cells'
import type { Indicator } from './indicator'
import { MOST_ROWS } from './most-rows'
import { cellOfRow, emptyCells } from './row-cells'

/** Adding, removing and moving the rows of an evaluation's lists. */

/** Which list a row stands in: narrative blocks stand in a section of the report, or with a task. */
export type RowList =
  | { list: Exclude<ListName, 'narrative'> }
  | { list: 'narrative'; section: NarrativeSection }
  | { list: 'narrative'; section: TaskSection; taskId: string }
export type TaskSection = 'subItems' | 'completion'

type Row = { id: string }

/** The rows of the list in printed order; null where there is no such task. */
export function rowsIn(evaluation: Evaluation, place: RowList): readonly Row[] | null {
  if (place.list !== 'narrative') return evaluation[place.list]
  if (!('taskId' in place)) return evaluation.narrative[place.section]
  return evaluation.tasks.find(({ id }) => id === place.taskId)?.[place.section] ?? null
}

/** The list that a row stands in; null where there is no such row. */
export function listOfRow(evaluation: Evaluation, list: ListName, row: string): RowList | null {
  if (list !== 'narrative') return evaluation[list].some(({ id }) => id === row) ? { list } : null
  for (const section of NARRATIVE_SECTIONS) if (evaluation.narrative[section].some(({ id }) => id === row)) return { list, section }
  for (const task of evaluation.tasks) {
    if (task.subItems.some(({ id }) => id === row)) return { list, section: 'subItems', taskId: task.id }
    if (task.completion.some(({ id }) => id === row)) return { list, section: 'completion', taskId: task.id }
  }
  return null
}

/** The evaluation with other rows in the list. */
export function withRows(evaluation: Evaluation, place: RowList, rows: readonly Row[]): Evaluation {
  if (place.list !== 'narrative') return { ...evaluation, [place.list]: rows }
  if (!('taskId' in place)) return { ...evaluation, narrative: { ...evaluation.narrative, [place.section]: rows as NarrativeBlock[] } }
  const tasks = evaluation.tasks.map((task) => (task.id === place.taskId ? { ...task, [place.section]: rows } : task))
  return { ...evaluation, tasks }
}

/** What a new narrative block is: a paragraph, unless said otherwise; `mark`: with what it, or a goal, is numbered, where that was read with it. */
export type BlockShape = Pick<NarrativeBlock, 'kind' | 'level'> & Partial<Pick<NarrativeBlock, 'mark'>>

/** What a new row is: a block of this shape, an indicator from this entry of the 指标库. */
type Made = { shape?: BlockShape | undefined; libraryId?: string | null | undefined }

/**
 * The evaluation with an empty row `id` behind the row `after` (null: first; absent or unknown: last).
 * Refused: `no-such-row` (the task is gone), `too-many-rows`.
 */
export function withNewRow(
  evaluation: Evaluation,
  place: RowList,
  id: string,
  { after, ...made }: { after?: string | null | undefined } & Made = {},
): Decision<Evaluation> {
  const rows = rowsIn(evaluation, place)
  if (rows === null) return refused('no-such-row')
  if (rows.length >= MOST_ROWS) return refused('too-many-rows', { most: String(MOST_ROWS) })
  return accepted(withRows(evaluation, place, inserted(rows, emptyRow(place.list, id, made), after)))
}

function inserted(rows: readonly Row[], row: Row, after: string | null | undefined): Row[] {
  const found = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const at = after !== null && found === 0 ? rows.length : found
  return [...rows.slice(0, at), row, ...rows.slice(at)]
}

function emptyRow(list: ListName, id: string, { shape = { kind: 'paragraph', level: 1 }, libraryId = null }: Made): Row {
  if (list === 'indicators') {
    const row: Indicator = { ...emptyIndicator(id), libraryId }
    return row
  }
  return { id, ...emptyCells(list), ...besideCells(list, shape) }
}

function besideCells(list: ListName, shape: BlockShape): object {
  if (list === 'narrative') return shape
  if (list === 'tasks') return { subItems: [], completion: [] }
  return 'mark' in LISTS[list] && shape.mark !== undefined ? { mark: shape.mark } : {}
}

/** An indicator of which nothing is filled in; it begins a line. */
export const emptyIndicator = (id: string): Indicator => ({
  id,
  lineId: id,
  libraryId: null,
  fixedId: null,
  approvedTarget: null,
  approvedMaxScore: null,
  approvedAs: null,
  planIndicatorId: null,
  ...emptyCells('indicators'),
})

/** The evaluation with the row behind `after` (null: first). Refused: `no-such-row`. */
export function withRowMoved(evaluation: Evaluation, list: ListName, row: string, after: string | null): Decision<Evaluation> {
  const place = listOfRow(evaluation, list, row)
  const rows = place && rowsIn(evaluation, place)
  const moving = rows?.find(({ id }) => id === row)
  if (!place || !rows || !moving) return refused('no-such-row')
  if (after !== null && !rows.some(({ id }) => id === after && id !== row)) return refused('no-such-row')
  const others = rows.filter(({ id }) => id !== row)
  return accepted(withRows(evaluation, place, inserted(others, moving, after)))
}

/** Every cell that goes with the row: its own, and of a task those of its blocks. */
export function cellsWithRow(evaluation: Evaluation, list: ListName, row: string): AddressText[] {
  const blocks = list === 'tasks' ? blocksOfTask(evaluation, row) : []
  return [...cellsOfRow(list, row), ...blocks.flatMap(({ id }) => cellsOfRow('narrative', id))]
}

function blocksOfTask({ tasks }: Evaluation, id: string): NarrativeBlock[] {
  const task = tasks.find((one) => one.id === id)
  return task ? [...task.subItems, ...task.completion] : []
}

/** Whether nothing stands in the row; with what it is numbered says nothing by itself. */
const saysNothing = (list: ListName, row: Row): boolean =>
  columnsOf(list).every((column) => column.kind === 'mark' || writeCellValue(cellOfRow(row, column)) === '')

/** Whether nothing at all stands in the row or is tied to it; one that the scheme gives or that was approved never is empty. */
function isEmptyRow(evaluation: Evaluation, list: ListName, row: Row): boolean {
  if (!saysNothing(list, row)) return false
  if (list === 'tasks' && !blocksOfTask(evaluation, row.id).every((block) => saysNothing('narrative', block))) return false
  const decided = withoutRow(evaluation, list, row.id)
  return decided.ok && decided.value.untied.length === 0
}

type EmptyRows = readonly { list: ListName; row: string }[]
/** For as long as an evaluation is held: scoring, checks and what is required ask for them each time. */
const knownEmpty = new WeakMap<Evaluation, EmptyRows>()

/** The rows that were emptied and left standing: nobody has to fill them in, and they go when the evaluation is handed in. */
export function emptyRows(evaluation: Evaluation): EmptyRows {
  const known = knownEmpty.get(evaluation)
  if (known !== undefined) return known
  const empty = LIST_NAMES.flatMap((list) =>
    rowsOf(evaluation, list).flatMap((row) => (isEmptyRow(evaluation, list, row) ? [{ list, row: row.id }] : [])),
  )
  knownEmpty.set(evaluation, empty)
  return empty
}

/** The evaluation as it is handed in, and the rows that went from it because they were emptied. */
export function withoutEmptyRows(evaluation: Evaluation): { after: Evaluation; emptied: EmptyRows } {
  const emptied = emptyRows(evaluation)
  const after = emptied.reduce((before, { list, row }) => {
    const removed = withoutRow(before, list, row)
    return removed.ok ? removed.value.after : before
  }, evaluation)
  return { after, emptied }
}

/**
 * The evaluation without the row, and the cells elsewhere that were tied to it and are not any more.
 * Refused: `no-such-row`, `fixed-by-scheme`, `approved-indicator` (a target that was approved is not dropped and set anew).
 */
export function withoutRow(evaluation: Evaluation, list: ListName, row: string): Decision<{ after: Evaluation; untied: AddressText[] }> {
  const place = listOfRow(evaluation, list, row)
  if (place === null) return refused('no-such-row')
  const indicator = list === 'indicators' ? evaluation.indicators.find(({ id }) => id === row) : undefined
  if (indicator !== undefined && indicator.fixedId !== null) return refused('fixed-by-scheme')
  if (indicator !== undefined && indicator.approvedTarget !== null) return refused('approved-indicator')
  const after = withRows(
    evaluation,
    place,
    (rowsIn(evaluation, place) ?? []).filter(({ id }) => id !== row),
  )
  if (list === 'tasks') {
    const untied = evaluation.indicators.filter(({ taskId }) => taskId === row).map(({ id }): AddressText => `indicators/${id}/task`)
    const indicators = after.indicators.map((indicator) => (indicator.taskId === row ? { ...indicator, taskId: null } : indicator))
    return accepted({ after: { ...after, indicators }, untied })
  }
  if (list === 'measures') {
    const untied = evaluation.problems
      .filter(({ measureIds }) => measureIds.includes(row))
      .map(({ id }): AddressText => `problems/${id}/measures`)
    const problems = after.problems.map((problem) => ({ ...problem, measureIds: problem.measureIds.filter((id) => id !== row) }))
    return accepted({ after: { ...after, problems }, untied })
  }
  return accepted({ after, untied: [] })
}
