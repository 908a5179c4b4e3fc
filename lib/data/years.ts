import 'server-only'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { database } from './database'
import { loadEvaluations } from './evaluation-rows'
import { selfEvaluations, visibleTo } from './visibility'

/** As many years as stand side by side. */
const MOST_YEARS = 5

/** The self-evaluations of a subject of the same scope that the viewer may see, the newest first, at most five: figures and indicators alone. */
export async function findYears(viewer: Viewer, { subjectId, scope }: Evaluation): Promise<Evaluation[]> {
  const found = await database().evaluation.findMany({
    where: { AND: [visibleTo(viewer), { subjectId, scope }, selfEvaluations()] },
    orderBy: [{ round: { year: 'desc' } }, { round: { openedAt: 'desc' } }, { id: 'asc' }],
    take: MOST_YEARS,
    select: { id: true },
  })
  const loaded = await loadEvaluations(
    database(),
    found.map(({ id }) => id),
    'figures',
  )
  return loaded.map(({ evaluation }) => evaluation)
}
