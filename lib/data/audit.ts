import 'server-only'
import { canonicalJson } from '@/lib/domain/canonical-json'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Transaction } from './database'

/** Who acts: a viewer, or the system itself (`null`), such as at set-up. */
export type Actor = Pick<Viewer, 'userId' | 'name'> | null

export type AuditRecord = {
  /** `cells.save`, `review.submit`, `users.disable` … */
  action: string
  evaluationId?: string
  /** What was acted on: a row, a user's id … */
  subject?: string
  /** Before and after, as plain JSON; stored canonically. */
  payload: unknown
}

/** Writes one entry of the 操作日志 within the transaction of the change that it records: both are kept, or neither. */
export async function audit(tx: Transaction, actor: Actor, { action, evaluationId, subject, payload }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: new Date(),
      actorId: actor?.userId ?? null,
      actorName: actor?.name ?? '',
      action,
      evaluationId: evaluationId ?? null,
      subject: subject ?? '',
      payload: canonicalJson(payload),
    },
    select: { number: true },
  })
}
