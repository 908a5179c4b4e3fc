import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database } from '@/lib/data/database/database'
import { type FileContent, openFile } from '@/lib/data/files/stored-files'
import { visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type EvaluationDocument, parseDocument } from '@/lib/exchange/document-format'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type BroughtAnswer, type BroughtFile, keepBrought, type NamedFile, takeInFile } from './brought-files'

/** A finished report that was read for an evaluation. `hash`: SHA-256 of its file; `at`: when (ISO). */
export type ReadPaper = { hash: string; name: string; byName: string; at: string; document: EvaluationDocument }

const where = (viewer: Viewer, evaluationId: string) => ({ evaluationId, evaluation: visibleTo(viewer) })

/** The paper that was read last; null where there is none, the viewer may not see the evaluation, or another release read it otherwise. */
export async function findReadPaper(viewer: Viewer, evaluationId: string): Promise<ReadPaper | null> {
  const row = await database().readPaper.findFirst({ where: where(viewer, evaluationId) })
  if (row === null) return null
  const parsed = parseDocument(row.document)
  if (!parsed.ok) return null
  return { hash: row.fileHash, name: row.name, byName: row.byName, at: row.at.toISOString(), document: parsed.document }
}

/** The file of the paper that was read last. `null` as above; refused as `file-missing`, `file-altered`, `file-unreadable`. */
export async function openReadPaper(viewer: Viewer, evaluationId: string): Promise<{ name: string; file: Decision<FileContent> } | null> {
  const row = await database().readPaper.findFirst({ where: where(viewer, evaluationId), select: { fileHash: true, name: true } })
  return row && { name: row.name, file: await openFile(row.fileHash) }
}

/**
 * Reads a finished report for an evaluation, and keeps the file with what was understood of it in place of an earlier one. Nothing of
 * it stands in the form before somebody accepts it. Refused as `takeInFile` is.
 */
export const takeInPaper = (viewer: Viewer, evaluationId: string, brought: BroughtFile): Promise<BroughtAnswer> =>
  takeInFile(viewer, evaluationId, 'report', brought, (file, { document }) => keepPaper(viewer, evaluationId, file, document))

const keepPaper = (viewer: Viewer, evaluationId: string, file: NamedFile, document: EvaluationDocument): Promise<Decision<null>> =>
  keepBrought(viewer, evaluationId, file, async ({ tx, viewer: by }, brought) => {
    const row = { ...brought, document: document as Prisma.InputJsonObject }
    await tx.readPaper.upsert({ where: { evaluationId }, create: { evaluationId, ...row }, update: row, select: { evaluationId: true } })
    await audit(tx, by, { action: 'papers.read', evaluationId, payload: { paper: file.name, hash: file.hash } })
    return accepted(null)
  })
