import { COVER_CELLS, type CoverCell } from '@/lib/domain/cells/cells'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isFormB } from '@/lib/domain/evaluation/sections'
import type { BookRow, BookSheet } from '@/lib/exchange/workbook/book'
import { COLUMN_KEYS } from '@/lib/exchange/workbook/book'
import { emptyRow, headRows, inputCell, LABEL, label, noteRow, tableRow, titleRow } from '@/lib/exchange/workbook/parts'
import { coverLabels } from '@/lib/messages/column-labels'
import { kindLabels, scopeLabels } from '@/lib/messages/labels'
import { schemeName } from '@/lib/messages/scheme-name'
import { BOOK_GUIDE, bookHeadings, bookSheets, bookTitle } from '@/lib/messages/workbook'

/** 基本信息: whose workbook it is and how it is filled in, then the cover's cells. */
export function coverSheet(evaluation: Evaluation): BookSheet {
  const { departmentName, departmentCode, year, kind, scope, scheme, projectName } = evaluation
  const told: [string, string][] = [
    ['部门名称', departmentName],
    ['预算编码', departmentCode],
    ['年度', String(year)],
    projectName === null ? ['评价范围', `${kindLabels[kind]}（${scopeLabels[scope]}）`] : ['项目名称', projectName],
    ['评价方案', schemeName(scheme)],
  ]
  const rows: BookRow[] = [
    titleRow(bookTitle(evaluation, bookSheets.cover)),
    ...BOOK_GUIDE.map(noteRow),
    emptyRow,
    ...told.map(([name, text]): BookRow => ({ cells: [label(name), null, { look: 'label', text }] })),
    emptyRow,
    ...coverTable(evaluation),
  ]
  return { name: bookSheets.cover, rows, widths: [18, 4, 60], frozen: { rows: 1, columns: 0 } }
}

/** The cover's cells: 财务负责人 only where the form has it. */
export const coverTable = (evaluation: Evaluation): BookRow[] => [
  ...headRows('cover', [
    [LABEL, bookHeadings.item],
    [COLUMN_KEYS.whole, bookHeadings.content],
  ]),
  ...(Object.keys(COVER_CELLS) as CoverCell[])
    .filter((name) => name !== 'financePrincipal' || isFormB(evaluation))
    .map((name) => tableRow(`cover/${name}`, [label(coverLabels[name]), inputCell(evaluation, `cover/${name}`)])),
]
