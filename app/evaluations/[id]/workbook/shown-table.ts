import 'server-only'
import type { Meanings, ShownTable } from '@/components/workbook/mapping-form'
import { type FigureName, figureParts, figuresAskedFor, itemOf } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { columnLetters } from '@/lib/exchange/workbook/book'
import type { Said, UnderstoodTable } from '@/lib/exchange/workbook/foreign/guess'
import { saidOf } from '@/lib/exchange/workbook/foreign/headings'
import { type Query, queryText } from '@/lib/forms/query'
import { SAID_OF_TABLE } from '@/lib/forms/read-workbooks'
import { figureLabel } from '@/lib/messages/column-labels'
import { figureColumnLabels, figureItemLabels } from '@/lib/messages/form-labels'

/** Rows that one may say something of: those that were understood, and of the others the first. */
const MOST_ROWS = 120

/** What the address says of the table that is meant. Rows are counted from 1 there. */
export function saidOfTable(query: Query): Said {
  const sheet = queryText(query, SAID_OF_TABLE.sheet)
  const head = /^\d{1,4}$/.exec(queryText(query, SAID_OF_TABLE.head))?.[0]
  const shape = queryText(query, SAID_OF_TABLE.shape)
  return {
    ...(sheet === '' ? {} : { sheet }),
    ...(head === undefined ? {} : { head: Math.max(0, Number(head) - 1) }),
    ...(shape === 'items' || shape === 'line' ? { shape } : {}),
  }
}

/** A table as it is shown to be understood, with what its parts may mean: the figures that the evaluation has. */
export function shownTable(table: UnderstoodTable, { kind, scheme }: Pick<Evaluation, 'kind' | 'scheme'>): ShownTable {
  const figures = figuresAskedFor(kind, scheme.figureGroups)
  const { sheet, head, unit, unitThere } = table
  const ofColumns = table.shape === 'line' ? figures.map((name) => ({ name, label: figureLabel(name) })) : columnsOf(figures)
  const ofRows = [...new Set(figures.map(itemOf))].map((name) => ({ name, label: figureItemLabels[name] }))
  const columns = table.columns.map(({ key, heading, index, sample }) => ({
    key,
    name: heading,
    place: `${columnLetters(index)} 列`,
    sample,
    meaning: offered(ofColumns, saidOf<string>(table.meaning.columns, key)),
  }))
  const base = { sheet: sheet.name, head, unit, unitThere, columns, columnMeanings: ofColumns }
  if (table.shape === 'line') return { ...base, shape: 'line', lines: table.lines, line: table.meaning.line }
  const rows = table.labels.map(({ key, label, row, column, sample }) => ({
    key,
    name: label,
    place: `${columnLetters(column)}${row + 1}`,
    sample,
    meaning: offered(ofRows, saidOf(table.meaning.rows, key)),
  }))
  const others = new Set(rows.filter(({ meaning }) => meaning === '').slice(0, MOST_ROWS))
  return { ...base, shape: 'items', rows: rows.filter((row) => row.meaning !== '' || others.has(row)), rowMeanings: ofRows }
}

/** What can be meant; nothing where it cannot. */
const offered = (meanings: Meanings, name: string | undefined): string => meanings.find((meaning) => meaning.name === name)?.name ?? ''

/** Columns that tables have: what has one amount only is filled from what was spent. */
const columnsOf = (figures: readonly FigureName[]): Meanings =>
  [...new Set(figures.map((name) => figureParts(name).column))]
    .filter((column) => column !== 'amount' && column !== 'count')
    .map((name) => ({ name, label: figureColumnLabels[name] }))
