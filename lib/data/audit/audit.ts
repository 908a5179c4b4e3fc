import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import { canonicalJson } from '@/lib/domain/json/canonical-json'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditAction, AuditPayloads } from '@/lib/domain/record/audit-payloads'
import { Prisma } from '@/lib/generated/prisma/client'

/** Who acts: a viewer, or the system itself (`null`), such as at set-up. Who is not known has no `userId` and a name that is empty. */
export type Actor = (Pick<Viewer, 'name' | 'address'> & { userId: string | null }) | null

/** Longest address that is kept: what a reverse proxy passes on may be anything. */
const LONGEST_ADDRESS = 100

/** What was done; `subject` is what it was done to: a row, a user's id … The payload is plain JSON and stored canonically. */
export type AuditRecord = {
  [Action in AuditAction]: { action: Action; evaluationId?: string; subject?: string; payload: AuditPayloads[Action] }
}[AuditAction]

/** Writes one entry of the 操作日志 within the transaction of the change that it records: both are kept, or neither. Gives its number. */
export async function audit(tx: Transaction, actor: Actor, record: AuditRecord): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`${STEADY} ${entryOf(actor, record)}`
  if (row === undefined) throw new Error('an entry of the log was not written')
  return row.number
}

/** Writes entries about one evaluation, in this order and in one statement. */
export async function auditAll(tx: Transaction, actor: Actor, records: readonly AuditRecord[], evaluationId: string): Promise<void> {
  if (records.length === 0) return
  await tx.$executeRaw`${entriesOf(
    actor,
    records.map((record) => ({ ...record, evaluationId })),
  )}`
}

/** The entry as a statement, which may be part of the one that changes what it tells of. */
export const entryOf = (actor: Actor, record: AuditRecord): Prisma.Sql => entriesOf(actor, [record])

function entriesOf(actor: Actor, records: readonly AuditRecord[]): Prisma.Sql {
  const address = actor?.address?.slice(0, LONGEST_ADDRESS) ?? null
  const rows = records.map(
    ({ action, evaluationId, subject, payload }) => Prisma.sql`
      (${new Date()}::timestamptz, ${actor?.userId ?? null}, ${actor?.name ?? ''}, ${address},
        ${action}, ${evaluationId ?? null}, ${subject ?? ''}, ${canonicalJson(payload)})`,
  )
  return Prisma.sql`
    INSERT INTO audit_entries (at, actor_id, actor_name, client_address, action, evaluation_id, subject, payload)
    VALUES ${Prisma.join(rows)}
    RETURNING number`
}
