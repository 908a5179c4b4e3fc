import { columnsOf, LIST_NAMES, type ListName, TASK_SOURCES } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import { NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, rowsOf, singleAddresses, textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { taskSourceLabels } from '@/lib/messages/labels'
import type { EvaluationDocument } from './document-format'
import type { DocumentTask } from './document-rows'

/**
 * A document that the product wrote, read cell by cell. A document knows no ids of rows: kept beside it, they give each
 * of its cells the address that it had in the evaluation.
 */

/** The ids of an evaluation's rows by list, in printed order. A list that is missing has none. */
export type RowIds = Readonly<Partial<Record<ListName, readonly string[]>>>

export const rowIdsOf = (evaluation: Evaluation): RowIds =>
  Object.fromEntries(LIST_NAMES.map((list) => [list, rowsOf(evaluation, list).map(({ id }) => id)]))

/** Texts of cells by their addresses, as forms write them. An address may be one that only an earlier release knew. */
type Texts = Readonly<Record<string, string>>

/** Every cell's address and text in printed order, empty ones too. `typed` are the cells of which the document says another thing. */
export function cellsOfDocument(document: EvaluationDocument, rows: RowIds, typed: Texts = {}): [string, string][] {
  const singles = textsOfSingles(document)
  const texts = textsOfLists(document, rows)
  return [
    ...new Map([
      ...singleAddresses.map((address): [string, string] => [address, singles[address] ?? '']),
      ...LIST_NAMES.flatMap((list) =>
        (rows[list] ?? []).flatMap((row, index) =>
          columnsOf(list).map(({ column }): [string, string] => [`${list}/${row}/${column}`, texts[list][index]?.[column] ?? '']),
        ),
      ),
      ...Object.entries(typed),
    ]),
  ]
}

function textsOfSingles({ cover, figures = [] }: EvaluationDocument): Texts {
  return Object.fromEntries([
    ...Object.entries(cover ?? {}).map(([name, text]) => [`cover/${name}`, text]),
    ...figures.map(({ name, amount, notApplicable }) => [`funds/${name}`, amount ?? `${NOT_APPLICABLE_PREFIX}${notApplicable}`]),
  ])
}

/** A task's cells: of the sources of its funds those that the product knows. */
function textsOfTask({ name, budget, expenditure, reason, sources = [] }: DocumentTask): TextsOfRow {
  const bySource = TASK_SOURCES.flatMap((source) => {
    const found = sources.find((one) => one.name === taskSourceLabels[source])
    return [
      [`${source}Budget`, found?.budget],
      [`${source}Expenditure`, found?.expenditure],
    ]
  })
  return { name, budget, expenditure, reason, ...Object.fromEntries(bySource) }
}

type TextsOfRow = Readonly<Record<string, string | undefined>>

function textsOfLists(document: EvaluationDocument, rows: RowIds): Record<ListName, TextsOfRow[]> {
  const { sections = {}, tasks = [], goals = [], indicators = [], problems = [], measures = [] } = document
  const blocks = [
    ...NARRATIVE_SECTIONS.flatMap((section) => sections[section] ?? []),
    ...tasks.flatMap(({ subItems, completion }) => [...subItems, ...completion]),
  ]
  return {
    narrative: blocks.map(({ text, mark, basis }) => ({ text, mark, basis })),
    goals,
    tasks: tasks.map(textsOfTask),
    indicators: indicators.map(({ task, ...row }) => ({ ...row, task: task === undefined ? '' : rows.tasks?.[task] })),
    problems: problems.map(({ text, mark, measures: tied }) => ({
      text,
      mark,
      measures: tied.flatMap((index) => rows.measures?.[index] ?? []).join(' '),
    })),
    measures,
  }
}

/** The evaluation's cells of which its document says another thing, such as an actual value that a formula gives. */
export function typedBeside(evaluation: Evaluation, document: EvaluationDocument): Texts {
  const said = new Map(cellsOfDocument(document, rowIdsOf(evaluation)))
  const differing = addressesOf(evaluation).filter((address) => textAt(evaluation, address) !== said.get(address))
  return Object.fromEntries(differing.map((address) => [address, textAt(evaluation, address)]))
}
