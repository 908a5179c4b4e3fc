import { type CellAddress, COVER_CELLS, LISTS, type ListName } from '@/lib/domain/cells/cells'
import { FIGURE_ITEMS } from '@/lib/domain/cells/funds'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import { NOT_APPLICABLE_PREFIX, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, cellOf, rowsOf } from '@/lib/domain/evaluation/evaluation-cells'
import type { EvaluationDocument } from './document-format'

/**
 * A document that the product wrote, read cell by cell. A document knows no ids of rows: kept beside it, they give each
 * of its cells the address that it had in the evaluation.
 */

/** The ids of an evaluation's rows by list, in printed order. A list that is missing has none. */
export type RowIds = Readonly<Partial<Record<ListName, readonly string[]>>>

export const rowIdsOf = (evaluation: Evaluation): RowIds =>
  Object.fromEntries((Object.keys(LISTS) as ListName[]).map((list) => [list, rowsOf(evaluation, list)]))

/** Texts of cells by their addresses, as forms write them. */
type Texts = Readonly<Record<CellAddress, string>>

/** Every cell's address and text in printed order, empty ones too. `typed` are the cells of which the document says another thing. */
export function cellsOfDocument(document: EvaluationDocument, rows: RowIds, typed: Texts = {}): [CellAddress, string][] {
  const cover: Readonly<Record<string, string>> = document.cover ?? {}
  const figures = new Map(
    (document.figures ?? []).map(({ name, amount, notApplicable }) => [name, amount ?? `${NOT_APPLICABLE_PREFIX}${notApplicable}`]),
  )
  const texts = textsOfLists(document, rows)
  const cells: [CellAddress, string][] = [
    ...Object.keys(COVER_CELLS).map((name): [CellAddress, string] => [`cover/${name}`, cover[name] ?? '']),
    ...Object.entries(FIGURE_ITEMS).flatMap(([item, { columns }]) =>
      columns.map((column): [CellAddress, string] => [`funds/${item}/${column}`, figures.get(`${item}/${column}`) ?? '']),
    ),
    ...(Object.keys(LISTS) as ListName[]).flatMap((list) =>
      (rows[list] ?? []).flatMap((row, index) =>
        Object.keys(LISTS[list]).map((column): [CellAddress, string] => [`${list}/${row}/${column}`, texts[list][index]?.[column] ?? '']),
      ),
    ),
  ]
  return [...new Map([...cells, ...Object.entries(typed)])]
}

type TextsOfRow = Readonly<Record<string, string | undefined>>

function textsOfLists(document: EvaluationDocument, rows: RowIds): Record<ListName, TextsOfRow[]> {
  const { sections = {}, tasks = [], goals = [], indicators = [], problems = [], measures = [] } = document
  const blocks = [
    ...NARRATIVE_SECTIONS.flatMap((section) => sections[section] ?? []),
    ...tasks.flatMap(({ subItems, completion }) => [...subItems, ...completion]),
  ]
  return {
    narrative: blocks.map(({ text }) => ({ text })),
    goals,
    tasks: tasks.map(({ name, budget, expenditure }) => ({ name, budget, expenditure })),
    indicators: indicators.map(({ task, ...row }) => ({ ...row, task: task === undefined ? '' : rows.tasks?.[task] })),
    problems: problems.map(({ text, measures: tied }) => ({
      text,
      measures: tied.flatMap((index) => rows.measures?.[index] ?? []).join(' '),
    })),
    measures,
  }
}

/** The evaluation's cells of which its document says another thing, such as an actual value that a formula gives. */
export function typedBeside(evaluation: Evaluation, document: EvaluationDocument): Texts {
  const said = new Map(cellsOfDocument(document, rowIdsOf(evaluation)))
  const text = (address: CellAddress) => {
    const value = cellOf(evaluation, address)
    return value === null ? '' : writeCellValue(value)
  }
  return Object.fromEntries(
    addressesOf(evaluation).flatMap((address) => (text(address) === said.get(address) ? [] : [[address, text(address)]])),
  )
}
