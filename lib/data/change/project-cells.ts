import 'server-only'
import { database } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import { loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { type CellRevision, revisionsFrom } from '@/lib/data/evaluation/revisions'
import { asSeenBy } from '@/lib/data/evaluation/seen-by'
import { ARE_SELF_EVALUATIONS, departmentsAre, maySee } from '@/lib/data/people/visibility'
import { isReviewCell } from '@/lib/domain/cells/addresses'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { heldBy, holding, may, tellDepartment } from './change'
import { type CellChange, type Saved, saveHeld } from './save-cells'

/** Cells of the projects of a department's year, read and saved together. */

/** A project with the revisions of its cells that were ever written, by address. */
export type ProjectWithRevisions = { project: Evaluation; revisions: ReadonlyMap<string, CellRevision> }

/** The projects of a department's year in their order; none where the viewer may not see them. */
export async function findProjectsWithRevisions(
  viewer: Viewer,
  { projects }: Pick<Evaluation, 'projects'>,
): Promise<ProjectWithRevisions[]> {
  const loaded = await loadEvaluations(
    database(),
    projects.map(({ id }) => id),
  )
  return loaded
    .filter(({ evaluation }) => maySee(viewer, evaluation))
    .map(({ evaluation, stored }) => ({ project: asSeenBy(viewer, evaluation), revisions: revisionsFrom(stored) }))
}

/**
 * The same projects in the year before, by the ids of this year's, where the viewer may see them: their figures and indicators alone, which
 * stand beside this year's. A project that is new is not among them.
 */
export async function findProjectsLastYear(viewer: Viewer, projects: readonly Evaluation[]): Promise<ReadonlyMap<string, Evaluation>> {
  const [first] = projects
  if (first === undefined) return new Map()
  const found = await database().$queryRaw<{ id: string; subjectId: string }[]>`${STEADY}
    SELECT DISTINCT ON (e.subject_id) e.id, e.subject_id AS "subjectId"
    FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN departments d ON d.id = e.department_id
    WHERE e.subject_id = ANY(${projects.map(({ subjectId }) => subjectId)}) AND r.year = ${first.year - 1}
      AND ${ARE_SELF_EVALUATIONS} AND ${departmentsAre(viewer)}
    ORDER BY e.subject_id, e.department_code, e.id`
  const loaded = await loadEvaluations(
    database(),
    found.map(({ id }) => id),
    'figures',
  )
  const before = new Map(loaded.map(({ evaluation }) => [evaluation.subjectId, asSeenBy(viewer, evaluation)]))
  return new Map(projects.flatMap(({ id, subjectId }) => (before.has(subjectId) ? [[id, before.get(subjectId) as Evaluation]] : [])))
}

/** More cells than any form has. */
const MOST_CELLS = 6000

/**
 * Saves cells of several projects of a department's evaluation in one transaction, each as `saveCells` does; gives what became of them
 * by project; one that is no project of this evaluation, or not any more, is left out. Refused as a whole: `not-permitted` (also where a
 * cell is the reviewers'), `locked`, `acted-elsewhere`, `too-many-cells`.
 */
export const saveProjectCells = (
  viewer: Viewer,
  evaluationId: string,
  changes: ReadonlyMap<string, readonly CellChange[]>,
): Promise<Decision<ReadonlyMap<string, Saved>>> =>
  // Who holds a department's evaluation holds its projects: every change of one waits for that
  holding(viewer, evaluationId, async (department) => {
    const permitted = may(department, 'enter')
    if (!permitted.ok) return permitted
    const all = [...changes.values()].flat()
    if (all.length > MOST_CELLS) return refused('too-many-cells', { most: String(MOST_CELLS) })
    const own = new Set(department.evaluation.projects.map(({ id }) => id))
    if (all.some(({ address }) => isReviewCell(address))) return refused('not-permitted')
    const { tx } = department
    const saved = new Map<string, Saved>()
    let { actedAt } = department
    let changed = false
    for (const loaded of await loadEvaluations(
      tx,
      [...changes.keys()].filter((id) => own.has(id)),
    )) {
      const { id, revision } = loaded.evaluation
      const held = { ...heldBy(tx, department.viewer, loaded), actedAt, withOthers: true as const }
      const one = await saveHeld(held, permitted.value, changes.get(id) ?? [])
      saved.set(id, one)
      if (one.revision === revision) continue
      changed = true
      actedAt = permitted.value
    }
    if (changed) await tellDepartment(tx, evaluationId)
    return accepted(saved)
  })
