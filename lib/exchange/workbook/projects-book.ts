import { projectCell } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { rowNames } from '@/lib/messages/cell-texts'
import { type Book, type BookRow, type BookSheet, type RecordLine, ROW_KEYS, TABLE_MARK } from './book'
import { choicesOf, recordOf, type Scored, withTextsSaid } from './evaluation-book'
import { emptyRow } from './parts'
import { contentsSheet, type Listed } from './sheets/contents'
import { coverTable } from './sheets/cover'
import { fundsSheet } from './sheets/funds'
import { indicatorsSheet } from './sheets/indicators'
import { listSheet, problemsSheet } from './sheets/lists'
import { textsSheet } from './sheets/texts'

type Asked = { by: string; at: string; say: (project: Scored) => (text: string) => string }

/** Signs of a record in one line: a cell holds 32,767, and each may become two. */
const IN_A_LINE = 12_000

/**
 * The workbook of all projects of a department's year: a first sheet that says whose and which, then one for each with its funds, goals,
 * indicators, problems, texts and who answers for it one below the other. Tables and rows are called within a sheet as in a project's own workbook, behind the project's id.
 */
export function projectsBook(department: Evaluation, projects: readonly Scored[], { by, at, say }: Asked): Book {
  const sheets: BookSheet[] = []
  const listed: Listed[] = []
  const { id, departmentName, year, revision } = department
  const told = Object.entries({ evaluation: id, department: departmentName, year: String(year), revision: String(revision), by, at })
  const record: RecordLine[] = told.map(([name, text]) => ['book', name, text])
  for (const [index, scored] of projects.entries()) {
    const project = scored.evaluation
    const sheet = sheetOfProject(scored, index, say(scored))
    const lines: RecordLine[] = [
      ['book', 'name', project.projectName ?? ''],
      ...Object.entries(rowNames(project)).map(([row, name]): RecordLine => ['name', row, name]),
      ...recordOf(sheet),
    ]
    record.push(...inLines(JSON.stringify(lines)).map((part): RecordLine => ['project', project.id, part]))
    const code = department.projects.find(({ id: one }) => one === project.id)?.code ?? null
    listed.push({ project, code, sheet: sheet.name, total: sheet.rows.findIndex(({ key }) => key === 'funds/total') + 1 })
    sheets.push({ ...sheet, rows: sheet.rows.map((row) => ofProject(project.id, row)) })
  }
  const first = projects[0]?.evaluation
  // By whose rules they are is the department's scheme: the words to choose from are the same for all
  return {
    sheets: [contentsSheet(department, listed), ...sheets],
    choices: first === undefined ? {} : { ...choicesOf(first), measures: { words: [], strict: false } },
    record,
  }
}

function inLines(text: string): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length; from += IN_A_LINE) lines.push(text.slice(from, from + IN_A_LINE))
  return lines
}

function sheetOfProject({ evaluation: project, score }: Scored, index: number, say: (text: string) => string): BookSheet {
  const parts = [
    fundsSheet(project, score),
    listSheet(project, 'goals'),
    indicatorsSheet(project, score),
    problemsSheet(project),
    textsSheet(project),
  ].map((part) => part.rows)
  const rows: BookRow[] = []
  for (const part of [...parts, coverTable(project)]) {
    const above = rows.length
    rows.push(...part.map((row) => betweenTables(movedDown(row, above))), emptyRow)
  }
  return withTextsSaid({ name: sheetName(project.projectName ?? '', index), rows, widths: WIDTHS, frozen: { rows: 1, columns: 0 } }, say)
}

/** What stands between two tables is no row of the one above. */
const betweenTables = (row: BookRow): BookRow => (row.key === undefined && row.cells.length > 0 ? { ...row, key: ROW_KEYS.computed } : row)

/** Wide enough for texts of goals and for indicators. */
const WIDTHS = [13, 4, 40, 40, 17, 17, 12, 11, 40, 12, 12, 12, 30, 12, 30]

/** What a sheet may be called: 31 signs at most, some not at all; the number keeps two of one name apart. */
const sheetName = (name: string, index: number): string =>
  `${index + 1} ${[...name.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 24).join('')}`.trim()

/** A row so much further down: the cells that its formulas name are as well. What is quoted in them names none. */
const movedDown = (row: BookRow, by: number): BookRow => ({
  ...row,
  cells: row.cells.map((cell) => (cell?.formula === undefined ? cell : { ...cell, formula: shifted(cell.formula, by) })),
})

const shifted = (formula: string, by: number): string =>
  formula.replace(/"(?:[^"]|"")*"|(\$?[A-Z]{1,2}\$?)(\d+)(?![\d(])/g, (all, column?: string, row?: string) =>
    column === undefined ? all : `${column}${Number(row) + by}`,
  )

const UNNAMED: ReadonlySet<string> = new Set(Object.values(ROW_KEYS))

/** With the project before the name of a table or row. */
function ofProject(id: string, row: BookRow): BookRow {
  const { key } = row
  if (key === undefined || UNNAMED.has(key)) return row
  const named = (at: string): string => projectCell({ project: id, at })
  return { ...row, key: key.startsWith(TABLE_MARK) ? `${TABLE_MARK}${named(key.slice(TABLE_MARK.length))}` : named(key) }
}
