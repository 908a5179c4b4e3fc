import 'server-only'
import { database } from '@/lib/data/database/database'
import { actualReadingOf, targetReadingOf } from '@/lib/data/evaluation/readings'
import { visibleTo } from '@/lib/data/people/visibility'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { quantity } from '@/lib/domain/quantities'
import { actualWithReason } from '@/lib/domain/scoring/actual-with-reason'
import type { UnitReport } from '@/lib/domain/scoring/unit-reports'
import type { Prisma } from '@/lib/generated/prisma/client'

const HANDED_IN: readonly string[] = ['submitted', 'approved', 'published']

/** Units whose reports are read while a page waits: some 12,000 indicators. */
const MOST_UNITS = 200

/**
 * What the units below a consolidated evaluation have in its round: those that stood below when they were opened. A unit that
 * is consolidated itself stands for those below it. null where there is nothing to consolidate, and where the viewer may not
 * see every one of them: a sum of some units would be taken for that of all, and one of all would tell what they may not see.
 * `too-many`: more than `MOST_UNITS` stand below.
 */
export async function findUnitReports(viewer: Viewer, evaluation: Evaluation): Promise<readonly UnitReport[] | 'too-many' | null> {
  if (evaluation.scope !== 'consolidated') return null
  const { departmentPath } = await database().evaluation.findUniqueOrThrow({
    where: { id: evaluation.id },
    select: { departmentPath: true },
  })
  const below: Prisma.EvaluationWhereInput = {
    roundId: evaluation.roundId,
    kind: 'department',
    id: { not: evaluation.id },
    departmentPath: { startsWith: departmentPath },
  }
  const visible = { AND: [below, visibleTo(viewer)] }
  const [all, count] = await Promise.all([database().evaluation.count({ where: below }), database().evaluation.count({ where: visible })])
  if (count === 0 || count < all) return null
  if (count > MOST_UNITS) return 'too-many'
  const seen = await database().evaluation.findMany({ where: visible, select: columns, orderBy: { id: 'asc' } })
  const consolidated = seen.filter(({ scope }) => scope === 'consolidated').map(({ departmentPath: path }) => path)
  return seen
    .filter(({ departmentPath: path }) => !consolidated.some((above) => above !== path && path.startsWith(above)))
    .map(({ status, amounts, indicators }) => ({
      handedIn: HANDED_IN.includes(status),
      funds: exact(amounts[0]?.value ?? null),
      rows: indicators.map(({ actualReading, maxScore, score, ...row }) => ({
        ...row,
        actual: actualWithReason(
          { text: row.actual, reading: actualReadingOf(actualReading, status, row.actual, row) },
          targetReadingOf(row.targetReading, status, row.target, row),
          row.deviationReason,
        ),
        maxScore: exact(maxScore),
        score: exact(score),
      })),
    }))
}

const columns = {
  status: true,
  scope: true,
  departmentPath: true,
  // 资金额度, by which rates weigh.
  amounts: { where: { item: 'total', column: 'adjustedBudget' }, select: { value: true } },
  indicators: {
    select: {
      fixedId: true,
      dimension: true,
      group: true,
      name: true,
      unit: true,
      nature: true,
      target: true,
      targetReading: true,
      actual: true,
      actualReading: true,
      deviationReason: true,
      maxScore: true,
      score: true,
    },
  },
} satisfies Prisma.EvaluationSelect

const exact = (stored: Prisma.Decimal | null) => (stored === null ? null : quantity(stored.toFixed()))
