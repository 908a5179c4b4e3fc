import 'server-only'
import type { AuditAction, AuditPayloads } from '@/lib/domain/audit-payloads'
import { canonicalJson } from '@/lib/domain/canonical-json'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Transaction } from './database'

/** Who acts: a viewer, or the system itself (`null`), such as at set-up. Who is not known has no `userId` and a name that is empty. */
export type Actor = (Pick<Viewer, 'name' | 'address'> & { userId: string | null }) | null

/** Longest address that is kept: what a reverse proxy passes on may be anything. */
const LONGEST_ADDRESS = 100

/** What was done; `subject` is what it was done to: a row, a user's id … The payload is plain JSON and stored canonically. */
export type AuditRecord = {
  [Action in AuditAction]: { action: Action; evaluationId?: string; subject?: string; payload: AuditPayloads[Action] }
}[AuditAction]

/** Writes one entry of the 操作日志 within the transaction of the change that it records: both are kept, or neither. Gives its number. */
export const audit = async (tx: Transaction, actor: Actor, record: AuditRecord): Promise<bigint> =>
  (await auditAll(tx, actor, [record]))[0] ?? 0n

/** The same for several entries, in this order; gives their numbers. */
export async function auditAll(tx: Transaction, actor: Actor, records: readonly AuditRecord[]): Promise<bigint[]> {
  const kept = records.map(({ action, evaluationId, subject, payload }) => [
    action,
    evaluationId ?? null,
    subject ?? '',
    canonicalJson(payload),
  ])
  const column = (place: number) => kept.map((record) => record[place] ?? null)
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    INSERT INTO audit_entries (at, actor_id, actor_name, client_address, action, evaluation_id, subject, payload)
    SELECT ${new Date()}::timestamptz, ${actor?.userId ?? null}::text, ${actor?.name ?? ''}::text,
      ${actor?.address?.slice(0, LONGEST_ADDRESS) ?? null}::text, given.action, given.evaluation_id, given.subject, given.payload
    FROM unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::text[])
      WITH ORDINALITY AS given (action, evaluation_id, subject, payload, place)
    ORDER BY given.place RETURNING number`
  return rows.map(({ number }) => number)
}
