import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import { decimal, rowsWritten, storeTies } from '@/lib/data/evaluation/kept-rows'
import { type NextRevisions, singleRevisionsWritten } from '@/lib/data/evaluation/revisions'
import { type AddressText, type CellAddress, parseAddress, rowText } from '@/lib/domain/cells/addresses'
import { LIST_NAMES, type ListName } from '@/lib/domain/cells/cells'
import { type FigureName, figureParts } from '@/lib/domain/cells/funds'
import type { Cover, Evaluation } from '@/lib/domain/evaluation/evaluation'
import { rowsOf } from '@/lib/domain/evaluation/evaluation-cells'
import { Prisma } from '@/lib/generated/prisma/client'

/** Cells of an evaluation that are to be kept: as it is to be, which of them changed, and the revisions that they have from now on. */
export type ChangedCells = { evaluation: Evaluation; addresses: readonly AddressText[]; next?: NextRevisions }

/**
 * Keeps cells. The rows behind them are written whole, which is safe because the evaluation is locked meanwhile, those of a list in one
 * statement. Without `next` their revisions stay as they are.
 */
export async function storeCells(tx: Transaction, changed: ChangedCells): Promise<void> {
  await storeApart(tx, changed)
  for (const statement of cellsWritten(changed)) await tx.$executeRaw`${STEADY} ${statement}`
}

/** Keeps what no statement of `cellsWritten` does: the cover stands in the evaluation's own row, ties in a table of their own. */
export async function storeApart(tx: Transaction, { evaluation, addresses }: ChangedCells): Promise<void> {
  const cells = addresses.flatMap((address) => parseAddress(address) ?? [])
  if (cells.some(({ part }) => part === 'cover'))
    await tx.evaluation.update({ where: { id: evaluation.id }, data: coverColumns(evaluation.cover), select: { id: true } })
  const problems = rowsAmong('problems', cells)
  for (const problem of evaluation.problems) if (problems.has(problem.id)) await storeTies(tx, problem)
}

/**
 * The statements that keep cells, each by itself or all as parts of one. `scores`: 得分 of the indicators, written with those of which a
 * cell is kept; without them they stay.
 */
export function cellsWritten({ evaluation, addresses, next }: ChangedCells, scores?: ReadonlyMap<string, string | null>): Prisma.Sql[] {
  const cells = addresses.flatMap((address) => parseAddress(address) ?? [])
  const figures = cells.flatMap((cell) => (cell.part === 'funds' ? [cell.figure] : []))
  const lists = LIST_NAMES.flatMap((list) => {
    const changed = rowsAmong(list, cells)
    const rows = rowsOf(evaluation, list).filter(({ id }) => changed.has(id))
    const besideOf = ({ id }: { id: string }) => ({
      ...(next ? { revisions: next.kept.get(rowText({ list, row: id })) ?? [] } : {}),
      ...(scores && list === 'indicators' ? { score: scores.get(id) ?? null } : {}),
    })
    return rows.length === 0 ? [] : [rowsWritten(list, rows, besideOf)]
  })
  return [...figuresWritten(evaluation, figures), ...lists, ...(next ? singleRevisionsWritten(evaluation.id, next) : [])]
}

/** The rows of a list of which a cell is among these. */
const rowsAmong = (list: ListName, cells: readonly CellAddress[]): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => (cell.part === list && 'row' in cell ? [cell.row] : [])))

function figuresWritten({ id, figures }: Evaluation, names: readonly FigureName[]): Prisma.Sql[] {
  const places = names.map((name) => ({ ...figureParts(name), figure: figures[name] }))
  const [gone, filled] = [places.filter(({ figure }) => figure === undefined), places.filter(({ figure }) => figure !== undefined)]
  const at = (some: typeof places) => Prisma.sql`${some.map(({ item }) => item)}::text[], ${some.map(({ column }) => column)}::text[]`
  const values = filled.map(({ figure }) => (figure?.state === 'filled' ? decimal(figure.value) : null))
  const reasons = filled.map(({ figure }) => (figure?.state === 'notApplicable' ? figure.reason : null))
  return [
    ...(gone.length === 0
      ? []
      : [Prisma.sql`DELETE FROM amounts WHERE evaluation_id = ${id} AND (item, "column") IN (SELECT * FROM unnest(${at(gone)}))`]),
    ...(filled.length === 0
      ? []
      : [
          Prisma.sql`INSERT INTO amounts (evaluation_id, item, "column", value, not_applicable_reason)
            SELECT ${id}, * FROM unnest(${at(filled)}, ${values}::numeric[], ${reasons}::text[])
            ON CONFLICT (evaluation_id, item, "column") DO UPDATE
            SET value = excluded.value, not_applicable_reason = excluded.not_applicable_reason`,
        ]),
  ]
}

const coverColumns = (cover: Cover) => ({
  annexNumber: cover.annexNumber,
  signature: cover.signature,
  signedOn: cover.date === '' ? null : new Date(`${cover.date}T00:00:00Z`),
  preparer: cover.preparer,
  principal: cover.principal,
  financePrincipal: cover.financePrincipal,
  phone: cover.phone,
})
