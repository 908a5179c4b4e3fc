import 'server-only'
import { database } from '@/lib/data/database/database'
import { schemeOfHash } from '@/lib/data/schemes/schemes'
import { BANDS, type ListTally, tallyOf } from '@/lib/domain/evaluation/evaluation-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Grade, Scheme } from '@/lib/domain/schemes/scheme'
import { gradeName } from '@/lib/domain/scoring/grade'
import { bandFor, from, gradeFor, narrowed, overdue, type YearAsked } from './year-list'

type Group = {
  status: ReviewStatus
  node: ReviewNode
  grade: Grade | null
  band: number
  schemeVersionId: string
  withErrors: boolean
  withWarnings: boolean
  withExplained: boolean
  overdue: boolean
  count: number
}

/** Counts of a year's evaluations that the viewer may see, made by the database: what comes back grows with what is told apart, not with the year. */
export async function tallyYear(viewer: Viewer, asked: YearAsked): Promise<ListTally> {
  const groups = await database().$queryRaw<Group[]>`
    SELECT e.status, e.node, ${gradeFor(viewer)} AS grade, ${bandFor(viewer)} AS band, e.scheme_version_id AS "schemeVersionId",
      e.open_errors > 0 AS "withErrors", e.open_warnings > 0 AS "withWarnings", e.explained > 0 AS "withExplained",
      ${overdue(asked.today)} AS overdue, count(*)::int AS count
    ${from(viewer, asked.year)} ${narrowed(viewer, asked)}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`
  const schemes = await schemesOf(groups.map(({ schemeVersionId }) => schemeVersionId))
  return tallyOf(
    groups.map(({ schemeVersionId, grade, band, ...group }) => {
      const scheme = schemes.get(schemeVersionId)
      return { ...group, grade, gradeName: grade && scheme ? gradeName(grade, scheme) : grade, band: BANDS[band] ?? 'none' }
    }),
  )
}

/** The schemes of a few versions, by the id of the version. */
async function schemesOf(versionIds: readonly string[]): Promise<Map<string, Scheme>> {
  const versions = await database().schemeVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { id: true, bodyHash: true },
  })
  return new Map(await Promise.all(versions.map(async ({ id, bodyHash }) => [id, await schemeOfHash(database(), id, bodyHash)] as const)))
}
