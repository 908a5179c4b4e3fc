import 'server-only'
import { administersEverything } from '@/lib/domain/people/administration'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import type { Prisma } from '@/lib/generated/prisma/client'
import { database } from './database'
import { departmentsOf } from './visibility'

/** An entry of the 操作日志; what it says happened stands in `payload`, as canonical JSON. */
export type AuditLine = {
  number: string
  at: string
  actorName: string
  action: string
  evaluationId: string | null
  subject: string
  payload: string
}

/** Which entries a list shows; absent means any. `from` and `until` are moments, the second one excluded. */
export type AuditFilter = { action?: string; actor?: string; from?: Date; until?: Date }

/**
 * Entries newest first, `pageSize` of those before `before` (a number; null: from the newest). Who administers the whole
 * tree sees all, other administrators those about their departments' evaluations and by their users. Empty for everybody else.
 */
export async function listAuditEntries(
  viewer: Viewer,
  { action, actor, from, until }: AuditFilter,
  { before, pageSize }: { before: bigint | null; pageSize: number },
): Promise<{ entries: AuditLine[]; next: string | null }> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return { entries: [], next: null }
  const where: Prisma.AuditEntryWhereInput = {
    AND: [
      await within(viewer),
      action ? { action: { startsWith: action } } : {},
      actor ? { actorName: { contains: actor.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } : {},
      from ? { at: { gte: from } } : {},
      until ? { at: { lt: until } } : {},
      before === null ? {} : { number: { lt: before } },
    ],
  }
  const rows = await database().auditEntry.findMany({ where, orderBy: { number: 'desc' }, take: pageSize + 1 })
  const entries = rows
    .slice(0, pageSize)
    .map(({ number, at, actorId: _, ...row }) => ({ ...row, number: String(number), at: at.toISOString() }))
  return { entries, next: rows.length > pageSize ? (entries.at(-1)?.number ?? null) : null }
}

async function within(viewer: Viewer): Promise<Prisma.AuditEntryWhereInput> {
  if (administersEverything(viewer)) return {}
  const department = departmentsOf(viewer, ['administrator'])
  const [evaluations, users] = await Promise.all([
    database().evaluation.findMany({ where: { department }, select: { id: true } }),
    database().user.findMany({ where: { memberships: { some: {}, every: { department } } }, select: { id: true } }),
  ])
  return { OR: [{ evaluationId: { in: evaluations.map(({ id }) => id) } }, { actorId: { in: users.map(({ id }) => id) } }] }
}
