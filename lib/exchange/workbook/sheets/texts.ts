import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isFormB } from '@/lib/domain/evaluation/sections'
import { type BookRow, type BookSheet, ROW_KEYS } from '@/lib/exchange/workbook/book'
import { emptyRow, freeCell, headRows, inputCell, label, tableRow, titleRow } from '@/lib/exchange/workbook/parts'
import { narrativeSectionLabel } from '@/lib/messages/form-labels'
import { bookHeadings, bookSheets, bookTitle } from '@/lib/messages/workbook'
import { preparedRows } from './lists'

/** Paragraphs that are prepared behind those of a section. */
const PREPARED = 2

/** The sections of text that a project's form has. */
const sectionsIn = (project: Evaluation): readonly NarrativeSection[] =>
  isFormB(project) ? ['deviation', 'implementation', 'conclusion'] : ['deviation']

/** 文字说明 of a project: a table for each of its sections, a paragraph a row. */
export const textsSheet = (project: Evaluation): BookSheet => ({
  name: bookSheets.texts,
  rows: [
    titleRow(bookTitle(project, bookSheets.texts)),
    ...sectionsIn(project).flatMap((section) => [...textTable(project, section), emptyRow]),
  ],
  widths: [8, 4, 100],
  frozen: { rows: 1, columns: 1 },
})

function textTable(project: Evaluation, section: NarrativeSection): BookRow[] {
  const blocks = project.narrative[section]
  return [
    ...headRows(section, [
      ['', bookHeadings.number],
      ['text', narrativeSectionLabel(section, project.kind)],
    ]),
    ...blocks.map(({ id }, index) => tableRow(`narrative/${id}`, [label(String(index + 1)), inputCell(project, `narrative/${id}/text`)])),
    ...preparedRows(blocks.length, PREPARED).map((number) =>
      tableRow(ROW_KEYS.free, [label(String(number)), freeCell('narrative/new/text')]),
    ),
  ]
}
