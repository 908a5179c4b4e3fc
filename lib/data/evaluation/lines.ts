import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { joinedLines, namedAnew } from '@/lib/domain/evaluation/lines'

/**
 * Puts indicators that were given other names on the lines that they continue: of the subject's evaluations of the same year
 * and the one before, in all stages. Asks the database only where names changed.
 */
export async function joinLines(tx: Transaction, before: Evaluation, after: Evaluation): Promise<void> {
  const named = namedAnew(before.indicators, after.indicators)
  if (named.length === 0) return
  const { id, subjectId, scope, year } = after
  const earlier = await tx.indicator.findMany({
    where: { evaluation: { subjectId, scope, id: { not: id }, round: { year: { in: [year - 1, year] } } } },
    select: { lineId: true, fixedId: true, dimension: true, group: true, name: true },
    orderBy: [{ evaluation: { round: { year: 'desc' } } }, { position: 'asc' }, { id: 'asc' }],
  })
  const joined = joinedLines(named, after.indicators, earlier)
  if (joined.size === 0) return
  await tx.$executeRaw`
    UPDATE indicators SET line_id = joined.line
    FROM unnest(${[...joined.keys()]}::text[], ${[...joined.values()]}::text[]) AS joined (id, line)
    WHERE indicators.id = joined.id`
}
