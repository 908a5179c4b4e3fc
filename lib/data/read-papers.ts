import 'server-only'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type EvaluationDocument, parseDocument } from '@/lib/exchange/document-format'
import type { Prisma } from '@/lib/generated/prisma/client'
import { audit } from './audit'
import { type BroughtAnswer, type BroughtFile, takeInFile } from './brought-files'
import { holding, may } from './change'
import { database } from './database'
import type { IncomingFile } from './files/file-folder'
import { type FileContent, keepFile, openFile } from './files/stored-files'
import { visibleTo } from './visibility'

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

const keepPaper = (
  viewer: Viewer,
  evaluationId: string,
  file: IncomingFile & { name: string },
  document: EvaluationDocument,
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const { tx } = held
    // Never served as what it says it is
    const kept = await keepFile(tx, file, 'application/octet-stream')
    if (!kept.ok) return kept
    const now = { fileHash: file.hash, name: file.name, byId: held.viewer.userId, byName: held.viewer.name, at: new Date() }
    const row = { ...now, document: document as Prisma.InputJsonObject }
    await tx.readPaper.upsert({ where: { evaluationId }, create: { evaluationId, ...row }, update: row, select: { evaluationId: true } })
    await audit(tx, held.viewer, { action: 'papers.read', evaluationId, payload: { paper: file.name, hash: file.hash } })
    return accepted(null)
  })
