import { cellSpec, itemAt, parseAddress } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { rowNames } from '@/lib/messages/cell-texts'
import { type Book, type BookChoices, type BookRow, type BookSheet, COLUMN_KEYS, type RecordLine, ROW_KEYS, TABLE_MARK } from './book'
import { coverSheet } from './sheets/cover'
import { fundsSheet } from './sheets/funds'
import { indicatorsSheet } from './sheets/indicators'
import { listSheet, problemsSheet } from './sheets/lists'
import { textsSheet } from './sheets/texts'

type Asked = { by: string; at: string; say: (text: string) => string }

/** An evaluation with the score that it shows: of an approved one what it was approved with. */
export type Scored = { evaluation: Evaluation; score: EvaluationScore }

/** The workbook of an evaluation as it stands: `by` whom and when (`at`, ISO) it was asked for. `say`: how texts name the data in them. */
export function evaluationBook({ evaluation, score }: Scored, { by, at, say }: Asked): Book {
  const sheets = [
    coverSheet(evaluation),
    fundsSheet(evaluation, score),
    listSheet(evaluation, 'goals'),
    ...(evaluation.kind === 'project' ? [] : [listSheet(evaluation, 'tasks')]),
    indicatorsSheet(evaluation, score),
    problemsSheet(evaluation),
    ...(evaluation.kind === 'project' ? [textsSheet(evaluation)] : []),
  ].map((sheet) => withTextsSaid(sheet, say))
  const { id, departmentName, year, revision } = evaluation
  const told = Object.entries({ evaluation: id, department: departmentName, year: String(year), revision: String(revision), by, at })
  const record: RecordLine[] = [
    ...told.map(([name, text]): RecordLine => ['book', name, text]),
    ...Object.entries(rowNames(evaluation)).map(([row, name]): RecordLine => ['name', row, name]),
    ...sheets.flatMap(recordOf),
  ]
  return { sheets, choices: choicesOf(evaluation), record }
}

/** The sheet with its texts as `say` has them. */
export const withTextsSaid = (sheet: BookSheet, say: Asked['say']): BookSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell?.input && cell.text && cellSpec(cell.input)?.kind === 'text' ? { ...cell, text: say(cell.text) } : cell,
    ),
  })),
})

/** What may be chosen in cells of the evaluation. */
export function choicesOf(evaluation: Evaluation): Record<string, BookChoices> {
  const { scheme, indicators, tasks, measures } = evaluation
  const names = rowNames(evaluation)
  const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word !== '')
  return {
    dimensions: { words: distinct(scheme.dimensions.map(({ name }) => name)), strict: true },
    groups: { words: distinct(scheme.dimensions.flatMap(({ groups }) => groups.map(({ name }) => name))), strict: false },
    units: { words: distinct([...indicators.map(({ unit }) => unit), ...COMMON_UNITS]), strict: false },
    tasks: { words: tasks.map(({ id }) => names[id] ?? ''), strict: true },
    measures: { words: measures.map(({ id }) => names[id] ?? ''), strict: false },
    bands: { words: scheme.qualitativeBands.map((band) => band.label), strict: false },
  }
}

const COMMON_UNITS = ['个', '人', '人次', '次', '场', '期', '件', '宗', '户', '%', '天', '小时', '万元', '平方米', '公里']

/** What is written on a sheet, as it is remembered. */
export function recordOf({ rows }: BookSheet): RecordLine[] {
  const lines: RecordLine[] = []
  let columns: BookRow | null = null
  let table = ''
  for (const row of rows) {
    const key = row.key ?? ''
    if (key.startsWith(TABLE_MARK)) {
      columns = row
      table = key.slice(TABLE_MARK.length)
      lines.push(['list', table, columnNames(row).join(' ')])
    } else if (key === ROW_KEYS.heading) lines.push(...headingsOf(table, columns, row))
    else if (standsAlone(key)) lines.push(...labelOf(columns, row))
    for (const cell of row.cells) if (cell?.input) lines.push([cell.given ? 'given' : 'cell', cell.input, cell.text ?? ''])
  }
  return lines
}

/** Figures and lines of the cover are known by their labels: no list has their rows. */
const standsAlone = (key: string): boolean => itemAt(key) !== null || parseAddress(key)?.part === 'cover'

const columnNames = ({ cells }: BookRow): string[] => cells.flatMap((cell) => cell?.text ?? [])

const headingsOf = (table: string, columns: BookRow | null, { cells }: BookRow): RecordLine[] =>
  (columns?.cells ?? []).flatMap((column, index): RecordLine[] =>
    column?.text === undefined || column.text === COLUMN_KEYS.label ? [] : [['label', `${table}#${column.text}`, cells[index]?.text ?? '']],
  )

function labelOf(columns: BookRow | null, { key = '', cells }: BookRow): RecordLine[] {
  const at = columns?.cells.findIndex((column) => column?.text === COLUMN_KEYS.label) ?? -1
  return at < 0 ? [] : [['label', key, cells[at]?.text ?? '']]
}
