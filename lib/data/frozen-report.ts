import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import { database } from './database'
import { visibleTo } from './visibility'

/** The report as it was approved. `pdf` are the bytes that are served ever since; `pdfHash` is their SHA-256 in hex. */
export type FrozenReport = { revision: number; document: unknown; pdf: Uint8Array; pdfHash: string; at: string }

/** `null` when the evaluation was not approved yet, there is none, or the viewer may not see it. */
export async function findFrozenReport(viewer: Viewer, evaluationId: string): Promise<FrozenReport | null> {
  const row = await database().frozenReport.findFirst({ where: { evaluationId, evaluation: visibleTo(viewer) } })
  return row && { revision: row.revision, document: row.document, pdf: row.pdf, pdfHash: row.pdfHash, at: row.at.toISOString() }
}
