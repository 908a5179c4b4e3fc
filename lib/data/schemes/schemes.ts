import 'server-only'
import { createHash } from 'node:crypto'
import { audit } from '@/lib/data/audit/audit'
import { inTransaction, type Transaction } from '@/lib/data/database/database'
import { canonicalJson } from '@/lib/domain/json/canonical-json'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { readScheme } from '@/lib/exchange/scheme-format'
import type { Prisma } from '@/lib/generated/prisma/client'

/** Schemes already read, by the hash of their body: the same hash is the same rules. */
const read = new Map<string, Scheme>()

/** The scheme of a stored version, validated. Throws where the stored body is not a scheme: nothing is scored by half-read rules. */
export function schemeOf(version: { id: string; body: Prisma.JsonValue; bodyHash: string }): Scheme {
  const known = read.get(version.bodyHash)
  if (known) return known
  const parsed = readScheme(version.body)
  if (!parsed.ok) throw new Error(`scheme version ${version.id} cannot be read: ${JSON.stringify(parsed.problems)}`)
  if (read.size > 200) read.clear()
  read.set(version.bodyHash, parsed.scheme)
  return parsed.scheme
}

/** The scheme of a stored version with this hash, read from the database only when it is not known yet. */
export async function schemeOfHash(db: Transaction, id: string, hash: string): Promise<Scheme> {
  return read.get(hash) ?? schemeOf(await db.schemeVersion.findUniqueOrThrow({ where: { id } }))
}

/** SHA-256 of a scheme's canonical body: the same scheme always has the same hash. */
const hashOfScheme = (scheme: Scheme): string => createHash('sha256').update(canonicalJson(scheme)).digest('hex')

/**
 * Stores the schemes that come with the program, published, each version once. A version that is stored already is never
 * touched, whatever the program brings: changed rules come as a version of their own, after those that were made here
 * where these have taken its number.
 */
export async function storeBundledSchemes(): Promise<void> {
  await inTransaction(async (tx) => {
    await lockSchemes(tx)
    for (const bundled of bundledSchemes) await storeBundled(tx, bundled)
  })
}

async function storeBundled(tx: Transaction, bundled: Scheme): Promise<void> {
  await tx.scheme.upsert({ where: { id: bundled.id }, create: { id: bundled.id }, update: {} })
  const stored = await tx.schemeVersion.findMany({ where: { schemeId: bundled.id }, orderBy: { version: 'asc' } })
  const numbered = (version: number): Scheme => ({ ...bundled, version })
  if (stored.some(({ version, bodyHash, publishedAt }) => publishedAt !== null && bodyHash === hashOfScheme(numbered(version)))) return
  const taken = stored.some(({ version }) => version === bundled.version)
  const scheme = numbered(taken ? (stored.at(-1)?.version ?? 0) + 1 : bundled.version)
  await tx.schemeVersion.create({ data: { schemeId: scheme.id, version: scheme.version, ...bodyOf(scheme), publishedAt: new Date() } })
  await audit(tx, null, { action: 'schemes.store', subject: `${scheme.id}/${scheme.version}`, payload: { scheme } })
}

/** Changes of schemes wait for one another: version numbers are given out once. */
export const lockSchemes = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(7, 0)`

/** What of a scheme is stored beside its number. */
export const bodyOf = (scheme: Scheme) => ({
  name: scheme.name,
  body: scheme as unknown as Prisma.InputJsonObject,
  bodyHash: hashOfScheme(scheme),
})
