import 'server-only'
import { database } from '@/lib/data/database/database'
import type { AuditAction } from '@/lib/domain/record/audit-payloads'
import { type SchemeDifference, schemeDifferences } from '@/lib/domain/schemes/scheme-difference'
import { readScheme } from '@/lib/exchange/scheme-format'
import type { AuditLine } from './audit-log'

/** What the ids in entries about administration stand for today: its page where it has one, and its name. */
export type Named = { href: string; name: string }
export type Names = Readonly<Record<string, Named>>

/** Ids of one entry that are looked up: one of long ago may hold those of a whole province. */
const MOST_NAMED = 60

/** Users, departments, rounds and versions of schemes (by row id and by `scheme/version`) that the entries of a page of the log are about. */
export async function namesIn(entries: readonly AuditLine[]): Promise<Names> {
  const ids = [...new Set(entries.flatMap((entry) => idsIn(entry).slice(0, MOST_NAMED)))]
  if (ids.length === 0) return {}
  const where = { id: { in: ids } }
  const schemeIds = ids.filter((id) => id.includes('/')).map((id) => id.split('/')[0] ?? '')
  const [users, departments, rounds, versions] = await Promise.all([
    database().user.findMany({ where, select: { id: true, name: true } }),
    database().department.findMany({ where, select: { id: true, name: true } }),
    database().round.findMany({ where, select: { id: true, name: true } }),
    database().schemeVersion.findMany({
      where: { OR: [where, { schemeId: { in: schemeIds } }] },
      select: { id: true, schemeId: true, version: true, name: true },
    }),
  ])
  const names = (path: string, rows: readonly { id: string; name: string }[]): [string, Named][] =>
    rows.map(({ id, name }) => [id, { href: `${path}/${id}`, name }])
  return Object.fromEntries([
    ...names('/users', users),
    ...names('/departments', departments),
    ...names('/rounds', rounds),
    ...versions.flatMap(({ id, schemeId, version, name }) => {
      const named = { href: `/schemes/${id}`, name: `${name} 第 ${version} 版` }
      return [id, `${schemeId}/${version}`].map((key): [string, Named] => [key, named])
    }),
  ])
}

/** What an edit of a scheme changed; empty for any other entry. */
export function schemeEditIn({ action, payload }: AuditLine): SchemeDifference[] {
  if (action !== ('schemes.edit' satisfies AuditAction)) return []
  const { before, after } = JSON.parse(payload) as { before?: unknown; after?: unknown }
  const [left, right] = [readScheme(before), readScheme(after)]
  return left.ok && right.ok ? schemeDifferences(left.scheme, right.scheme) : []
}

/** The words before and after that may be ids. Entries about an evaluation are said by its rows. */
function idsIn({ evaluationId, subject, payload }: AuditLine): string[] {
  if (evaluationId !== null) return []
  const { before, after } = JSON.parse(payload) as { before?: unknown; after?: unknown }
  return [subject, ...[before, after].flatMap(wordsIn)]
}

function wordsIn(value: unknown): string[] {
  const values = typeof value === 'object' && value !== null ? Object.values(value).flat() : [value]
  return values.filter((word): word is string => typeof word === 'string' && word.length <= 80)
}
