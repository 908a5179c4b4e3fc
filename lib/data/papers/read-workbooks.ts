import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { holding, may } from '@/lib/data/change/change'
import { database } from '@/lib/data/database/database'
import { idFrom } from '@/lib/data/database/new-id'
import { visibleTo } from '@/lib/data/people/visibility'
import { isAskedFor } from '@/lib/domain/cells/funds'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import {
  FOREIGN_FORMAT,
  type ForeignBook,
  type ForeignSheet,
  parseForeignBook,
  parseTableMapping,
  type TableMapping,
} from '@/lib/exchange/workbook/foreign/foreign-book'
import { columnsBelow } from '@/lib/exchange/workbook/foreign/headings'
import { mappedCells } from '@/lib/exchange/workbook/foreign/mapped-cells'
import { unitSaid } from '@/lib/exchange/workbook/foreign/meanings'
import { parseReadBook, type ReadBook } from '@/lib/exchange/workbook/read-book-format'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type BroughtAnswer, type BroughtFile, keepBrought, type NamedFile, takeInFile } from './brought-files'

/**
 * A workbook that was brought for an evaluation: one of ours that was filled in, or another program's (`foreign`). `hash`: SHA-256 of
 * its file; `at`: when (ISO).
 */
export type BroughtBook = { hash: string; name: string; byName: string; at: string } & (
  | { book: ReadBook; foreign: null }
  | { book: null; foreign: ForeignBook }
)

/** The workbook that was brought last; null where there is none, the viewer may not see the evaluation, or another release read it otherwise. */
export async function findBroughtBook(viewer: Viewer, evaluationId: string): Promise<BroughtBook | null> {
  const row = await database().readWorkbook.findFirst({ where: { evaluationId, evaluation: visibleTo(viewer) } })
  if (row === null) return null
  const brought = { hash: row.fileHash, name: row.name, byName: row.byName, at: row.at.toISOString() }
  const book = parseReadBook(row.content)
  if (book !== null) return { ...brought, book, foreign: null }
  const foreign = parseForeignBook(row.content)
  return foreign && { ...brought, book: null, foreign }
}

/**
 * Reads a workbook for an evaluation, and keeps the file with what differs in it, or with its tables, in place of an earlier one. Nothing
 * of it stands in the form before somebody accepts it. Refused as `takeInFile` is, and `workbook-of-another`.
 */
export const takeInBook = (viewer: Viewer, evaluationId: string, brought: BroughtFile): Promise<BroughtAnswer> =>
  takeInFile(viewer, evaluationId, 'workbook', brought, async (file, read) => {
    if ('foreign' in read)
      return keepBook(viewer, evaluationId, file, {
        format: FOREIGN_FORMAT,
        sheets: read.foreign,
        mapping: null,
        cells: [],
        troubles: [],
      })
    const { book } = read
    return book.evaluation === evaluationId
      ? keepBook(viewer, evaluationId, file, book)
      : refused('workbook-of-another', { department: book.department, year: book.year })
  })

const keepBook = (viewer: Viewer, evaluationId: string, file: NamedFile, book: ReadBook | ForeignBook): Promise<Decision<null>> =>
  keepBrought(viewer, evaluationId, file, async ({ tx, viewer: by }, brought) => {
    const row = { ...brought, content: book as Prisma.InputJsonObject }
    await tx.readWorkbook.upsert({ where: { evaluationId }, create: { evaluationId, ...row }, update: row, select: { evaluationId: true } })
    await audit(tx, by, { action: 'workbooks.read', evaluationId, payload: { workbook: file.name, hash: file.hash } })
    return accepted(null)
  })

/** Mappings that are looked through. */
const MOST_KNOWN = 40

/** What was said before of tables, for the department or by the viewer: the department's first, the latest of each first. */
export async function knownMappings(viewer: Viewer, { departmentId }: Evaluation): Promise<TableMapping[]> {
  const rows = await database().tableMapping.findMany({
    where: { OR: [{ departmentId }, { byId: viewer.userId }] },
    orderBy: { at: 'desc' },
    take: MOST_KNOWN,
  })
  const own = rows.filter((row) => row.departmentId === departmentId)
  return [...own, ...rows.filter((row) => row.departmentId !== departmentId)].flatMap(({ mapping }) => parseTableMapping(mapping) ?? [])
}

/**
 * Says which columns and rows of another program's workbook are which figures: from now on it differs from the form cell by cell, and a
 * table of the same headings is understood so the next time. Gives how many cells it names. Refused: `not-permitted`, `locked`,
 * `acted-elsewhere`, `workbook-replaced`; `table-says-nothing`, where it names no figure that the evaluation has: what was said before
 * stays.
 */
export const mapBook = (viewer: Viewer, evaluationId: string, hash: string, asked: TableMapping): Promise<Decision<number>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const { tx, evaluation } = held
    const row = await tx.readWorkbook.findUnique({ where: { evaluationId } })
    const foreign = row?.fileHash === hash ? parseForeignBook(row.content) : null
    if (row === null || foreign === null) return refused('workbook-replaced')
    const { kind, scheme } = evaluation
    const found = mappedCells(foreign.sheets, asked, (name) =>
      isAskedFor(name, kind, scheme.figureGroups) ? textAt(evaluation, `funds/${name}`) : null,
    )
    if (found.cells.length === 0) return refused('table-says-nothing')
    const mapping = withCorrection(foreign.sheets, asked)
    const content: ForeignBook = { ...foreign, mapping, ...found }
    await tx.readWorkbook.update({ where: { evaluationId }, data: { content: content as Prisma.InputJsonObject } })
    const key = { departmentId: evaluation.departmentId, headings: headingsOf(foreign.sheets, mapping) }
    const said = { mapping: mapping as Prisma.InputJsonObject, byId: held.viewer.userId, at: new Date() }
    await tx.tableMapping.upsert({ where: { departmentId_headings: key }, create: { ...key, ...said }, update: said })
    await audit(tx, held.viewer, { action: 'workbooks.map', evaluationId, payload: { workbook: row.name, hash } })
    return accepted(found.cells.length)
  })

/** With whether its unit is another than the sheet says. */
function withCorrection(sheets: readonly ForeignSheet[], { corrected: _, ...mapping }: TableMapping): TableMapping {
  const there = unitSaid(sheets.find(({ name }) => name === mapping.sheet)?.rows ?? [])
  return there === null || there === mapping.unit ? mapping : { ...mapping, corrected: true }
}

/** The headings of a table as one text of a fixed length. */
function headingsOf(sheets: readonly ForeignSheet[], { sheet: name, head }: TableMapping): string {
  const sheet = sheets.find((one) => one.name === name)
  return idFrom(...columnsBelow(sheet?.rows ?? [], head).map(({ key }) => key))
}

/** Puts the workbook away; what of it was accepted stays. Refused: `not-permitted`, `locked`, `acted-elsewhere`, `workbook-replaced`. */
export const putBookAway = (viewer: Viewer, evaluationId: string, hash: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const row = await held.tx.readWorkbook.findUnique({ where: { evaluationId } })
    if (row?.fileHash !== hash) return refused('workbook-replaced')
    await held.tx.readWorkbook.delete({ where: { evaluationId } })
    await audit(held.tx, held.viewer, { action: 'workbooks.refuse', evaluationId, payload: { workbook: row.name, hash } })
    return accepted(null)
  })
