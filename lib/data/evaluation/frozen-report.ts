import 'server-only'
import { database } from '@/lib/data/database/database'
import { checkFile, type FileContent, openFile } from '@/lib/data/files/stored-files'
import { visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'

/** The report as it was approved. `pdfHash` is the SHA-256, in hex, of the bytes that are served ever since. */
export type FrozenReport = { revision: number; document: unknown; pdfHash: string; at: string }

const where = (viewer: Viewer, evaluationId: string) => ({ evaluationId, evaluation: visibleTo(viewer) })

/** `null` when the evaluation was not approved yet, there is none, or the viewer may not see it. */
export async function findFrozenReport(viewer: Viewer, evaluationId: string): Promise<FrozenReport | null> {
  const row = await database().frozenReport.findFirst({ where: where(viewer, evaluationId) })
  return row && { revision: row.revision, document: row.document, pdfHash: row.pdfHash, at: row.at.toISOString() }
}

/** The very bytes, checked against their hash. `null` as above; refused as `file-missing`, `file-altered`, `file-unreadable`. */
export async function openFrozenPdf(viewer: Viewer, evaluationId: string): Promise<Decision<FileContent> | null> {
  const row = await database().frozenReport.findFirst({ where: where(viewer, evaluationId), select: { pdfHash: true } })
  return row && openFile(row.pdfHash)
}

/** Whether the bytes could be given out now. `null` and refused as above. */
export async function checkFrozenPdf(viewer: Viewer, evaluationId: string): Promise<Decision<null> | null> {
  const row = await database().frozenReport.findFirst({ where: where(viewer, evaluationId), select: { pdfHash: true } })
  if (row === null) return null
  const checked = await checkFile(row.pdfHash)
  return checked.ok ? accepted(null) : checked
}
