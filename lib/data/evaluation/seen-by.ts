import 'server-only'
import { departmentsAre } from '@/lib/data/people/visibility'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { FROZEN_STATUSES, REVIEW_SEEN_BY, seesReview } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'

/** What reviewers give is told to their own side at once, and to everybody else when it is decided: by whatever way an evaluation is read. */

const withheld = new WeakMap<Evaluation, Evaluation>()

/** An evaluation as the viewer may have it before them: without the reviewers' scores and grounds where they do not see them yet; the same for as long as the whole is. */
export function asSeenBy(viewer: Viewer, evaluation: Evaluation): Evaluation {
  if (seesReview(viewer, evaluation)) return evaluation
  const known = withheld.get(evaluation)
  if (known !== undefined) return known
  const indicators = evaluation.indicators.map((row) => ({ ...row, reviewScore: null, reviewGrounds: '' }))
  const without = { ...evaluation, indicators }
  withheld.set(evaluation, without)
  return without
}

/**
 * Whether evaluations `e` of departments `d`, all of which the viewer may see, have a reviewed total that the viewer sees: for lists that
 * the database sorts and counts. Whoever reviews or administers all that they see is asked for nothing more of each department.
 */
export const isSeenReviewed = (viewer: Viewer): Prisma.Sql =>
  viewer.memberships.every(({ role }) => REVIEW_SEEN_BY.includes(role))
    ? Prisma.sql`(e.reviewed_total IS NOT NULL)`
    : Prisma.sql`(e.reviewed_total IS NOT NULL AND (e.status = ANY (${FROZEN_STATUSES}::review_status[]) OR ${departmentsAre(viewer, REVIEW_SEEN_BY)}))`
