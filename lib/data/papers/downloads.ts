import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditPayloads } from '@/lib/domain/record/audit-payloads'

/** Writes down that the viewer takes something away, before they get it: what is not written down is not handed out. */
export const noteDownload = (viewer: Viewer, evaluationId: string, taken: AuditPayloads['papers.download']): Promise<Decision<null>> =>
  writingAs(viewer, null, async (tx, viewer) => {
    await audit(tx, viewer, { action: 'papers.download', evaluationId, payload: taken })
    return accepted(null)
  })
