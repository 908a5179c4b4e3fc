import 'server-only'
import { database } from '@/lib/data/database/database'
import { selfEvaluations, visibleTo } from '@/lib/data/people/visibility'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Prisma } from '@/lib/generated/prisma/client'

/** An indicator as a subject had it in an earlier year, in texts. */
export type EarlierIndicator = {
  year: number
  lineId: string
  libraryId: string | null
  dimension: string
  group: string
  name: string
  unit: string
  target: string
  actual: string
}

const columns = {
  lineId: true,
  libraryId: true,
  dimension: true,
  group: true,
  name: true,
  unit: true,
  target: true,
  actual: true,
  evaluation: { select: { round: { select: { year: true } } } },
} satisfies Prisma.IndicatorSelect

/** The subject's own indicators of earlier years' self-evaluations that the viewer may see, the newest year first. The scheme's own are left out. */
export async function listEarlierIndicators(viewer: Viewer, { subjectId, year }: Evaluation): Promise<EarlierIndicator[]> {
  const rows = await database().indicator.findMany({
    where: {
      fixedId: null,
      name: { not: '' },
      evaluation: { AND: [visibleTo(viewer), { subjectId, round: { stage: 'selfEvaluation', year: { lt: year } } }] },
    },
    select: columns,
    orderBy: [{ evaluation: { round: { year: 'desc' } } }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_EARLIER,
  })
  return rows.map(({ evaluation, ...row }) => ({ ...row, year: evaluation.round.year }))
}

/** Rows of more years than anybody compares with. */
const MOST_EARLIER = 1500
/** Targets of one name that are looked at, and years back. */
const MOST_PEERS = 400
const YEARS = 3

/**
 * What other departments aim at under the same names in the last three years, the newest first: those whose self-evaluation is public, and
 * those that the viewer may see. Nobody is named.
 */
export async function listPeerTargets(
  viewer: Viewer,
  { subjectId, kind, year }: Evaluation,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (names.length === 0) return new Map()
  const open: Prisma.EvaluationWhereInput = { OR: [{ status: 'published', reconstructed: false }, visibleTo(viewer)] }
  const rows = await database().indicator.findMany({
    where: {
      name: { in: [...names] },
      target: { not: '' },
      evaluation: {
        AND: [open, selfEvaluations(), { subjectId: { not: subjectId }, kind, round: { year: { gt: year - YEARS, lte: year } } }],
      },
    },
    select: { name: true, target: true, evaluation: { select: { subjectId: true } } },
    orderBy: [{ evaluation: { round: { year: 'desc' } } }, { id: 'asc' }],
    take: MOST_PEERS,
  })
  // A department counts once, by its newest target
  const newest = new Map(rows.toReversed().map((row) => [`${row.evaluation.subjectId}\n${row.name}`, row]))
  const targets = new Map<string, string[]>()
  for (const { name, target } of newest.values()) targets.set(name, [...(targets.get(name) ?? []), target.trim()])
  return targets
}
