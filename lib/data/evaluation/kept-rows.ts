import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { columnsOf, type ListName, type RowCellKind } from '@/lib/domain/cells/cells'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { Problem } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import type { Held } from '@/lib/domain/evaluation/row-cells'
import { fixed, hasAtMostDecimals, type Quantity } from '@/lib/domain/quantities'
import { Prisma } from '@/lib/generated/prisma/client'

/** In which table a list's rows stand. A cell's column is called as its field, but for text, which is kept as `runs`. */
export const TABLES = {
  narrative: 'narrative_blocks',
  goals: 'goals',
  tasks: 'key_tasks',
  indicators: 'indicators',
  problems: 'problems',
  measures: 'measures',
} as const satisfies Record<ListName, string>

/** Digits for a column with so many decimals. Throws where that would round: what cannot be kept exactly is refused before. */
export function decimal(value: Quantity | null, decimals = 2): string | null {
  if (value === null) return null
  if (!hasAtMostDecimals(value, decimals)) throw new Error(`more than ${decimals} decimals`)
  return fixed(value, decimals)
}

/** How a cell of each kind is kept. Ties to several rows stand in a table of their own. */
const KEPT: { [K in Exclude<RowCellKind, 'rowIds'>]: (held: Held[K]) => unknown } = {
  money: decimal,
  points: decimal,
  share: (share) => decimal(share, 6),
  line: (text) => text,
  text: (runs) => runs,
  remark: (text) => text,
  reading: ({ text }) => text,
  date: (iso) => (iso === '' ? null : iso),
  rowId: (id) => id,
  mark: (mark) => mark,
}

type Row = { id: string }
type Kept = Readonly<Record<string, unknown>>

/** A row's cells, and what is kept beside them, by the names of the model's fields. */
function keptRow(list: ListName, row: Row): Kept {
  const held = row as unknown as Readonly<Record<string, never>>
  const cells = columnsOf(list).flatMap(({ field, kind }) =>
    kind === 'rowIds' ? [] : [[keptAs(field), (KEPT[kind] as (held: never) => unknown)(held[field] as never)]],
  )
  return { ...besideCells(list, row), ...Object.fromEntries(cells) }
}

function besideCells(list: ListName, row: Row): Kept {
  if (list === 'narrative') {
    const { kind, level } = row as NarrativeBlock
    return { kind, level }
  }
  if (list !== 'indicators') return {}
  const { lineId, libraryId, fixedId, approvedTarget, approvedMaxScore, approvedAs, planIndicatorId } = row as Indicator
  return { lineId, libraryId, fixedId, approvedTarget, approvedMaxScore: decimal(approvedMaxScore), approvedAs, planIndicatorId }
}

/** An indicator as the database keeps it, without its id and place. */
export const indicatorColumns = (row: Indicator) =>
  keptRow('indicators', row) as Omit<Prisma.IndicatorCreateManyInput, 'id' | 'evaluationId' | 'position'>

/** What the model calls a field of a row. */
export const keptAs = (field: string): string => (field === 'text' ? 'runs' : field)

export const columnName = (field: string): string => `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
const byColumn = (row: Kept): Kept =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field).slice(1, -1), value]))

/**
 * The statement that writes the cells of rows that are there already, which may be part of another; `besideOf`: what else is written with a
 * row, such as the revisions of its cells.
 */
export function rowsWritten(list: ListName, rows: readonly Row[], besideOf: (row: Row) => Kept = () => ({})): Prisma.Sql {
  const kept = rows.map((row): Kept => ({ ...keptRow(list, row), ...besideOf(row) }))
  const set = Object.keys(kept[0] ?? {}).map((field) => `${columnName(field)} = given.${columnName(field)}`)
  const given = JSON.stringify(kept.map((row, index) => ({ id: rows[index]?.id, ...byColumn(row) })))
  const table = Prisma.raw(TABLES[list])
  return Prisma.sql`
    UPDATE ${table} AS stored SET ${Prisma.raw(set.join(', '))}
    FROM jsonb_populate_recordset(NULL::${table}, ${given}::jsonb) AS given WHERE stored.id = given.id`
}

/** Adds rows to a list of the evaluation; their order is written apart. `beside` is what the list they stand in says of all of them. */
export async function insertRows(tx: Transaction, evaluationId: string, list: ListName, rows: readonly (Row & { beside: Kept })[]) {
  const kept = rows.map(({ beside, ...row }) => ({ id: row.id, evaluationId, position: 0, ...beside, ...keptRow(list, row) }))
  const [first] = kept
  if (first === undefined) return
  const columns = Object.keys(first).map(columnName).join(', ')
  await tx.$executeRawUnsafe(
    `INSERT INTO ${TABLES[list]} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${TABLES[list]}, $1::jsonb)`,
    JSON.stringify(kept.map(byColumn)),
  )
  if (list === 'problems') for (const problem of rows) await storeTies(tx, problem as Row as Problem)
}

/** Removes rows, those of a list in one statement; what belongs to them goes with them. */
export async function deleteRows(tx: Transaction, rows: readonly { list: ListName; row: string }[]): Promise<void> {
  for (const list of new Set(rows.map((at) => at.list))) {
    const ids = rows.filter((at) => at.list === list).map(({ row }) => row)
    await tx.$executeRawUnsafe(`DELETE FROM ${TABLES[list]} WHERE id = ANY($1::text[])`, ids)
  }
}

/** Keeps the measures that a problem is tied to. */
export async function storeTies(tx: Transaction, { id, measureIds }: Problem): Promise<void> {
  await tx.problemMeasure.deleteMany({ where: { problemId: id } })
  if (measureIds.length > 0) await tx.problemMeasure.createMany({ data: measureIds.map((measureId) => ({ problemId: id, measureId })) })
}
