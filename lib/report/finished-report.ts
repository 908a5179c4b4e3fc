import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ReportDocument } from '@/lib/domain/report-document'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import type { Assessed } from './data-text'
import { reportPdf } from './pdf'
import { reportDocument } from './report-document'

/**
 * What approval freezes: the papers of this revision and of its projects as approved ones (no 草稿 on them), and their PDF.
 * Refused as `reportPdf` is, so that nothing is approved that cannot be printed.
 */
export async function finishedReport(
  evaluation: Evaluation,
  assessment: { score: EvaluationScore },
  projects: readonly Assessed[] = [],
): Promise<Decision<{ revision: number; document: ReportDocument; pdf: Uint8Array }>> {
  const document = reportDocument({ ...evaluation, status: 'approved' }, assessment, projects)
  const pdf = await reportPdf(document, 'both')
  return pdf.ok ? accepted({ revision: evaluation.revision, document, pdf: pdf.value }) : pdf
}
