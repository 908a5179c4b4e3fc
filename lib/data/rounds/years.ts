import 'server-only'
import { database } from '@/lib/data/database/database'
import { loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { yearsOfSubject } from '@/lib/data/evaluation/evaluations'
import { asSeenBy } from '@/lib/data/evaluation/seen-by'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { besideIn } from '@/lib/domain/evaluation/years'
import type { Viewer } from '@/lib/domain/people/permissions'

/** The self-evaluations that stand beside one of a subject, those that the viewer may see, the newest first: figures and indicators alone. */
export async function findYears(viewer: Viewer, evaluation: Evaluation): Promise<Evaluation[]> {
  const years = besideIn(evaluation, await yearsOfSubject(viewer, evaluation.subjectId))
  const loaded = await loadEvaluations(
    database(),
    years.map(({ id }) => id),
    'figures',
  )
  return loaded.map((one) => asSeenBy(viewer, one.evaluation))
}
