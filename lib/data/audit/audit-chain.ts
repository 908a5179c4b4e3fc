import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/domain/json/canonical-json'
import { Prisma } from '@/lib/generated/prisma/client'

/** An entry of the 操作日志 as its seal covers it, every value as text. */
export type SealedEntry = {
  number: string
  /** UTC, with microseconds: as exact as the database keeps it. */
  at: string
  actorId: string | null
  actorName: string
  clientAddress: string | null
  action: string
  evaluationId: string | null
  subject: string
  payload: string
  departmentPath: string
}

/** The columns of `SealedEntry` out of a row `e` of audit_entries. */
export const SEALED_COLUMNS = Prisma.raw(`e.number::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "at",
  e.actor_id AS "actorId", e.actor_name AS "actorName", e.client_address AS "clientAddress", e.action,
  e.evaluation_id AS "evaluationId", e.subject, e.payload,
  e.department_path AS "departmentPath"`)

/** What stands before the first seal. */
export const BEGINNING: Uint8Array<ArrayBuffer> = new Uint8Array(32)

/**
 * The hash of a seal: SHA-256 over the hash before it and the entry as canonical JSON. Values that an entry lacks are left
 * out, so that a column which later entries have changes no older hash.
 */
export function sealHash(previous: Uint8Array, entry: SealedEntry): Uint8Array<ArrayBuffer> {
  const present = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null))
  return Uint8Array.from(createHash('sha256').update(previous).update(canonicalJson(present)).digest())
}
