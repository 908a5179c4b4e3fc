import 'server-only'
import { database } from '@/lib/data/database/database'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { schemeOf } from './schemes'

/** One version of a scheme as the administrators' list shows it. */
export type SchemeVersionSummary = {
  /** Of the version, not of the scheme. */
  id: string
  schemeId: string
  version: number
  name: string
  region: string
  /** false: shown as 示例. */
  verified: boolean
  /** ISO time; null is a draft. */
  publishedAt: string | null
  /** How many rounds follow it. */
  rounds: number
}

/** A version in full. `revision` grows with each edit of a draft. */
export type SchemeVersion = SchemeVersionSummary & { scheme: Scheme; revision: number }

const SHOWN = { include: { _count: { select: { groups: true } } } } as const

type Stored = Awaited<ReturnType<typeof stored>>[number]
const stored = (where: { id?: string }) =>
  database().schemeVersion.findMany({ where, ...SHOWN, orderBy: [{ schemeId: 'asc' }, { version: 'desc' }] })

function versionFrom(row: Stored): SchemeVersion {
  const scheme = schemeOf(row)
  return {
    id: row.id,
    schemeId: row.schemeId,
    version: row.version,
    name: row.name,
    region: scheme.region,
    verified: scheme.verified,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    rounds: row._count.groups,
    scheme,
    revision: row.revision,
  }
}

/** Bundled schemes in their own order, those made here after them. */
const place = ({ schemeId }: SchemeVersion): number => {
  const index = bundledSchemes.findIndex(({ id }) => id === schemeId)
  return index < 0 ? bundledSchemes.length : index
}

/** All versions of all schemes by scheme, newest version first; empty for who is no administrator. */
export async function listSchemeVersions(viewer: Viewer): Promise<SchemeVersion[]> {
  return hasRoleAnywhere(viewer, 'administrator') ? (await stored({})).map(versionFrom).sort((a, b) => place(a) - place(b)) : []
}

/** One version; null where there is none or the viewer is no administrator. */
export async function findSchemeVersion(viewer: Viewer, id: string): Promise<SchemeVersion | null> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return null
  const [row] = await stored({ id })
  return row === undefined ? null : versionFrom(row)
}
