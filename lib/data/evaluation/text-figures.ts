import 'server-only'
import { type LedgerLine, ledgerOfEvaluation } from '@/lib/domain/checks/narrative/figure-ledger'
import type { Viewer } from '@/lib/domain/people/permissions'
import { findEvaluation } from './evaluations'

/** Every figure of an evaluation's text with what became of it, in its order; `null` when there is none or the viewer may not see it. */
export async function listTextFigures(viewer: Viewer, evaluationId: string): Promise<LedgerLine[] | null> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  return evaluation === null ? null : ledgerOfEvaluation(evaluation)
}
