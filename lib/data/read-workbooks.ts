import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { parseReadBook, type ReadBook } from '@/lib/exchange/workbook/read-book-format'
import type { Prisma } from '@/lib/generated/prisma/client'
import { audit } from './audit'
import { type BroughtAnswer, type BroughtFile, keepBrought, type NamedFile, takeInFile } from './brought-files'
import { holding, may } from './change'
import { database } from './database'
import { visibleTo } from './visibility'

/** A filled-in workbook that was brought for an evaluation. `hash`: SHA-256 of its file; `at`: when (ISO). */
export type BroughtBook = { hash: string; name: string; byName: string; at: string; book: ReadBook }

/** The workbook that was brought last; null where there is none, the viewer may not see the evaluation, or another release read it otherwise. */
export async function findBroughtBook(viewer: Viewer, evaluationId: string): Promise<BroughtBook | null> {
  const row = await database().readWorkbook.findFirst({ where: { evaluationId, evaluation: visibleTo(viewer) } })
  const book = row && parseReadBook(row.content)
  return book && { hash: row.fileHash, name: row.name, byName: row.byName, at: row.at.toISOString(), book }
}

/**
 * Reads a filled-in workbook for an evaluation, and keeps the file with what differs in it in place of an earlier one. Nothing of it
 * stands in the form before somebody accepts it. Refused as `takeInFile` is, and `workbook-of-another`.
 */
export const takeInBook = (viewer: Viewer, evaluationId: string, brought: BroughtFile): Promise<BroughtAnswer> =>
  takeInFile(viewer, evaluationId, 'workbook', brought, async (file, { book }) =>
    book.evaluation === evaluationId
      ? keepBook(viewer, evaluationId, file, book)
      : refused('workbook-of-another', { department: book.department, year: book.year }),
  )

const keepBook = (viewer: Viewer, evaluationId: string, file: NamedFile, book: ReadBook): Promise<Decision<null>> =>
  keepBrought(viewer, evaluationId, file, async ({ tx, viewer: by }, brought) => {
    const row = { ...brought, content: book as Prisma.InputJsonObject }
    await tx.readWorkbook.upsert({ where: { evaluationId }, create: { evaluationId, ...row }, update: row, select: { evaluationId: true } })
    await audit(tx, by, { action: 'workbooks.read', evaluationId, payload: { workbook: file.name, hash: file.hash } })
    return accepted(null)
  })

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
