import { findEvaluation } from '@/lib/data/evaluations'
import { type FrozenReport, findFrozenReport } from '@/lib/data/frozen-report'
import { assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReportDocument } from '@/lib/domain/report-document'
import { reportDocument } from '@/lib/report/report-document'
import { storedReport } from '@/lib/report/stored-report'

/** The papers as they were frozen at approval, or as they would be printed now. Null where the viewer may not see them, or it is no self-evaluation. */
export async function findPapers(
  viewer: Viewer,
  evaluationId: string,
): Promise<{ evaluation: Evaluation; document: ReportDocument; frozen: FrozenReport | null } | null> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null || evaluation.stage !== 'selfEvaluation') return null
  const frozen = await findFrozenReport(viewer, evaluationId)
  const document = frozen === null ? reportDocument(evaluation, assess(evaluation)) : storedReport(frozen.document)
  return { evaluation, document, frozen }
}
