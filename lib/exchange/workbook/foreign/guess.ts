import type { FigureColumn, FigureItem, FigureName } from '@/lib/domain/cells/funds'
import type { ForeignSheet, TableMapping, TableShape } from './foreign-book'
import { columnsBelow, headOf, isAmount, isName, labelsBelow, plainWords, saidOf, type TableColumn, type TableLabel } from './headings'
import { columnNamed, figureNamed, itemNamed, unitSaid } from './meanings'

/** What somebody has said of a table so far. `line`: the row that holds all figures. */
export type Said = { sheet?: string; head?: number; shape?: TableShape; unit?: TableMapping['unit']; line?: number }

/** What is said now, and where nothing is said of it, what was said before of the same sheet of this very workbook. */
export function saidBefore(said: Said, mapping: TableMapping | null): Said {
  if (mapping === null || (said.sheet ?? mapping.sheet) !== mapping.sheet) return said
  const { sheet, head, shape, unit } = mapping
  return { sheet, head, shape, unit, ...(mapping.shape === 'line' ? { line: mapping.line } : {}), ...said }
}

/** Whose figures are looked for. */
export type Whose = { name: string; code: string }
/** A row that may hold all figures, by the names that stand in it. */
export type TableLine = { index: number; label: string }

/**
 * A table as it is understood for now: what it consists of, and what that probably means. `unit`: null where nothing says it; `unitThere`:
 * the one that stands on the sheet, which a person may have corrected.
 */
export type UnderstoodTable = {
  sheet: ForeignSheet
  head: number
  unit: TableMapping['unit'] | null
  unitThere: TableMapping['unit'] | null
  columns: readonly TableColumn[]
  /** What was said before of a table with the same headings, and is meant again; null where there is none. */
  known: TableMapping | null
} & (
  | { shape: 'items'; labels: readonly TableLabel[]; meaning: { columns: Record<string, FigureColumn>; rows: Record<string, FigureItem> } }
  | { shape: 'line'; lines: readonly TableLine[]; meaning: { columns: Record<string, FigureName>; line: number | null } }
)

/**
 * The table that somebody means, and what its headings and names say: as it was said before (`known`, the likeliest first) of a table
 * with the same headings, else what words usually mean. null: there is no table.
 */
export function understood(
  sheets: readonly ForeignSheet[],
  said: Said,
  known: readonly TableMapping[],
  whose: Whose,
): UnderstoodTable | null {
  const asked = sheets.find(({ name }) => name === said.sheet)
  const all = (asked === undefined ? sheets : [asked]).map((sheet) => tableOn(sheet, said, known, whose))
  return all.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null
}

/** How many figures it would give; what was said before goes first, and of that the sheet that is called as it was, in another year. */
const weightOf = (table: UnderstoodTable): number =>
  (table.known === null ? 0 : plainSheet(table.known.sheet) === plainSheet(table.sheet.name) ? 2 * KNOWN : KNOWN) + figuresIn(table)
const KNOWN = 1_000_000
const plainSheet = (name: string): string => plainWords(name).replace(/\d{4}年?度?/g, '')
const figuresIn = ({ shape, meaning }: UnderstoodTable): number =>
  Object.keys(meaning.columns).length * (shape === 'items' ? Object.keys(meaning.rows).length : 1)

function tableOn(sheet: ForeignSheet, said: Said, mappings: readonly TableMapping[], whose: Whose): UnderstoodTable {
  const probable = Math.min(said.head ?? headOf(sheet.rows), Math.max(0, sheet.rows.length - 1))
  const found = new Map<number, readonly TableColumn[]>()
  const columnsAt = (at: number): readonly TableColumn[] => {
    const columns = found.get(at) ?? columnsBelow(sheet.rows, at)
    found.set(at, columns)
    return columns
  }
  // Where the headings were said to end before they may end again, whatever seems so
  const [known = null, head = probable] =
    mappings
      .filter(({ shape }) => (said.shape ?? shape) === shape)
      .flatMap((mapping) => (said.head === undefined ? [mapping.head, probable] : [probable]).map((at) => [mapping, at] as const))
      .find(([mapping, at]) => isKnown(mapping, sheet.rows, at, columnsAt(at))) ?? []
  const columns = columnsAt(head)
  const labels = labelsBelow(sheet.rows, head)
  const unitThere = unitSaid(sheet.rows)
  const unit = said.unit ?? (known?.corrected ? known.unit : null) ?? unitThere ?? known?.unit ?? null
  const base = { sheet, head, columns, unit, unitThere, known }
  const items = itemsOf(base, labels, known?.shape === 'items' ? known : null)
  const line = lineOf(base, known?.shape === 'line' ? known : null, whose, said.line)
  const shape = said.shape ?? known?.shape ?? (figuresIn(items) >= figuresIn(line) ? 'items' : 'line')
  return shape === 'items' ? items : line
}

/** Whether the table has the headings, and of items a name, of which something was said before. */
const isKnown = (known: TableMapping, rows: ForeignSheet['rows'], head: number, columns: readonly TableColumn[]): boolean =>
  Object.keys(known.columns).length > 0 &&
  Object.keys(known.columns).every((key) => columns.some((column) => column.key === key)) &&
  (known.shape === 'line' || labelsBelow(rows, head).some(({ key }) => Object.hasOwn(known.rows, key)))

type Base = Omit<UnderstoodTable, 'shape' | 'meaning' | 'labels' | 'lines'>

function itemsOf(
  base: Base,
  labels: readonly TableLabel[],
  known: Extract<TableMapping, { shape: 'items' }> | null,
): UnderstoodTable & { shape: 'items' } {
  const columns: Record<string, FigureColumn> = {}
  for (const { key, heading } of base.columns) {
    const column = known === null ? columnNamed(heading) : (saidOf(known.columns, key) ?? null)
    if (column !== null) columns[key] = column
  }
  const knownRows = known?.rows ?? {}
  const rows: Record<string, FigureItem> = {}
  const taken = new Map<FigureItem, { key: string; rank: number }>()
  for (const { key, label } of labels) {
    const before = saidOf(knownRows, key)
    const named = before === undefined ? (known === null ? itemNamed(label) : null) : { item: before, rank: -1 }
    const other = named && taken.get(named.item)
    if (named === null || (other && other.rank <= named.rank)) continue
    if (other) delete rows[other.key]
    rows[key] = named.item
    taken.set(named.item, { key, rank: named.rank })
  }
  return { ...base, shape: 'items', labels, meaning: { columns, rows } }
}

function lineOf(
  base: Base,
  known: Extract<TableMapping, { shape: 'line' }> | null,
  whose: Whose,
  said?: number,
): UnderstoodTable & { shape: 'line' } {
  const { sheet, head } = base
  const lines = sheet.rows.flatMap((row, index) => {
    if (index <= head || !row.some(isAmount)) return []
    const names = [...new Set(row.filter(isName))]
    return [{ index, label: names.slice(0, 3).join(' ') || `第 ${index + 1} 行` }]
  })
  const title = [sheet.name, ...sheet.rows.slice(0, head).flat()].join(' ')
  const columns: Record<string, FigureName> = {}
  const taken = new Map<FigureName, { key: string; rank: number }>()
  for (const { key, heading } of base.columns) {
    const before = known === null ? undefined : saidOf(known.columns, key)
    const named = known === null ? figureNamed(heading, title) : before === undefined ? null : { name: before, rank: -1 }
    const other = named && taken.get(named.name)
    if (named === null || (other && other.rank <= named.rank)) continue
    if (other) delete columns[other.key]
    columns[key] = named.name
    taken.set(named.name, { key, rank: named.rank })
  }
  const line = lines.find(({ index }) => index === said)?.index ?? ownLine(sheet, lines, whose)
  return { ...base, shape: 'line', lines, meaning: { columns, line } }
}

/** The row of the department, by its code or name; else the only one, or the one that sums up. null: a person has to say. */
function ownLine({ rows }: ForeignSheet, lines: readonly TableLine[], { name, code }: Whose): number | null {
  const own = plainWords(name)
  const said = (index: number, is: (text: string) => boolean): boolean => (rows[index] ?? []).some((text) => is(plainWords(text)))
  const by = (is: (text: string) => boolean) => lines.filter(({ index }) => said(index, is))
  for (const found of [by((text) => text === own), by((text) => text === code), by((text) => text.replace(/^\d+/, '') === own)])
    if (found.length === 1) return found[0]?.index ?? null
  if (lines.length === 1) return lines[0]?.index ?? null
  const sums = by((text) => /^(?:合计|总计|本年合计)$/.test(text))
  // A list of departments has a sum, too: that is not this department's
  const isList = lines.length > 1 && rows.some((row) => row.some((text) => /^(?:单位|部门)名称$/.test(plainWords(text))))
  return sums.length === 1 && !isList ? (sums[0]?.index ?? null) : null
}
