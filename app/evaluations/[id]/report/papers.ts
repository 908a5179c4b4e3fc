import { findProjects } from '@/lib/data/change/projects'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { type FrozenReport, findFrozenReport } from '@/lib/data/evaluation/frozen-report'
import { assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReportDocument } from '@/lib/domain/report-document'
import { paperOfProject, reportDocument } from '@/lib/report/report-document'
import { storedReport } from '@/lib/report/stored-report'

type Papers = { evaluation: Evaluation; document: ReportDocument; frozen: FrozenReport | null }

/**
 * The papers as they were frozen at approval (a project's with its department's), or as they would be printed now. `withProjects`: with
 * the forms of its projects, where they are not frozen yet. Null where the viewer may not see them, or it is no self-evaluation.
 */
export async function findPapers(
  viewer: Viewer,
  evaluationId: string,
  { withProjects }: { withProjects: boolean },
): Promise<Papers | null> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null || evaluation.stage !== 'selfEvaluation') return null
  const frozen = await findFrozenReport(viewer, evaluation.parentId ?? evaluation.id)
  const stored = frozen === null ? null : storedReport(frozen.document)
  const kept = stored && evaluation.kind === 'project' ? paperOfProject(stored, evaluation) : stored
  if (kept !== null) return { evaluation, document: kept, frozen }
  const projects = withProjects ? await findProjects(viewer, evaluation) : []
  const document = reportDocument(
    evaluation,
    assess(evaluation),
    projects.map((project) => ({ evaluation: project, score: assess(project).score })),
  )
  return { evaluation, document, frozen: null }
}
