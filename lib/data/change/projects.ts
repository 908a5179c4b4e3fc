import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import { database, type Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { loadEvaluation, loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import { asSeenBy } from '@/lib/data/evaluation/seen-by'
import { departmentsOf, maySee, visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { filledCells } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReviewNode } from '@/lib/domain/review/review'
import { type Held, holding, keep, may } from './change'
import { ofUnfinished } from './project-steps'

/** 项目自评: the projects of a department's year. Each has an evaluation of its own, which stands and goes with the department's. */

/** More projects than any department has in a year. */
const MOST_PROJECTS = 500

/** A project that is new, or one that the department has had in another year. */
export type WantedProject = { name: string; code: string | null } | { subjectId: string }

/**
 * Puts a project under a department's evaluation, and gives the id of its own. A code that the department has used already stands for
 * that project where it is called the same. Refused: `not-permitted`, `locked`, `acted-elsewhere`, `project-name-taken`,
 * `project-code-taken`, `projects-too-many`.
 */
export const addProject = (viewer: Viewer, evaluationId: string, wanted: WantedProject): Promise<Decision<string>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = mayList(held)
    if (!permitted.ok) return permitted
    const { tx, evaluation } = held
    if (evaluation.projects.length >= MOST_PROJECTS) return refused('projects-too-many', { most: String(MOST_PROJECTS) })
    const found = await subjectFor(tx, evaluation, wanted)
    if (!found.ok) return found
    const { name, code } = found.value
    if (evaluation.projects.some((other) => other.name === name)) return refused('project-name-taken', { name })
    const id = await openProject(tx, evaluation, found.value)
    const after: Evaluation = {
      ...evaluation,
      projects: [...evaluation.projects, { id, code, name, initialBudget: null, adjustedBudget: null, actualExpenditure: null }],
    }
    await keep(held, permitted.value, after, { action: 'projects.add', subject: id, payload: { name, projectCode: code } })
    return accepted(id)
  })

/** Only a department has projects. */
function mayList(held: Held): ReturnType<typeof may> {
  return held.evaluation.kind === 'department' ? may(held, 'enter') : refused('not-permitted')
}

/** A project of the department's evaluation held, and at which node it may be changed there. */
function listedProject(held: Held, projectId: string): Decision<{ node: ReviewNode; project: Evaluation['projects'][number] }> {
  const permitted = mayList(held)
  if (!permitted.ok) return permitted
  const project = held.evaluation.projects.find(({ id }) => id === projectId)
  return project === undefined ? refused('not-permitted') : accepted({ node: permitted.value, project })
}

/** Whose evaluation is opened; `id` null: a project that the department has not had yet. */
export type ProjectSubject = { id: string | null; name: string; code: string | null }

async function subjectFor(tx: Transaction, { departmentId }: Evaluation, wanted: WantedProject): Promise<Decision<ProjectSubject>> {
  const known = 'subjectId' in wanted ? { id: wanted.subjectId } : wanted.code === null ? { name: wanted.name } : { code: wanted.code }
  const found = await tx.subject.findFirst({
    where: { kind: 'project', departmentId, ...known },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, code: true },
  })
  if (found === null) return 'subjectId' in wanted ? refused('not-permitted') : accepted({ id: null, ...wanted })
  const { id, code } = found
  const name = found.name ?? ''
  if ('name' in wanted && wanted.name !== name) return refused('project-code-taken', { code: code ?? '', name })
  return accepted({ id, code, name })
}

/** An evaluation with nothing in it, by the rules and at the place of the department's, and checked where that is. */
export async function openProject(tx: Transaction, department: Evaluation, subject: ProjectSubject): Promise<string> {
  const { name, code } = subject
  const { departmentId, year } = department
  const subjectId = subject.id ?? newId()
  if (subject.id === null)
    await tx.subject.create({ data: { id: subjectId, kind: 'project', departmentId, name, code, fromYear: year }, select: { id: true } })
  const { groupId, schemeVersionId, checkedAt } = await tx.evaluation.findUniqueOrThrow({
    where: { id: department.id },
    select: { groupId: true, schemeVersionId: true, checkedAt: true },
  })
  const id = newId()
  const { roundId, scope, departmentName, departmentCode, status, node, reconstructed } = department
  const place = { roundId, groupId, schemeVersionId, scope, departmentId, departmentName, departmentCode, status, node, reconstructed }
  await tx.evaluation.create({
    data: { id, ...place, checkedAt, kind: 'project', subjectId, parentId: department.id, projectName: name, signature: departmentName },
    select: { id: true },
  })
  const loaded = await loadEvaluation(tx, id)
  if (loaded === null) throw new Error(`no evaluation ${id}`)
  await storeProjection(tx, id, projectionOf(loaded.evaluation, []))
  return id
}

/**
 * Takes a project from a department's evaluation, with all that stands in its own, which the log keeps; one that no other year has is
 * gone. Refused: `not-permitted` (also where it is no project of this evaluation), `locked`, `acted-elsewhere`.
 */
export const removeProject = (viewer: Viewer, evaluationId: string, projectId: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const listed = listedProject(held, projectId)
    if (!listed.ok) return listed
    const { tx, evaluation } = held
    const { node, project } = listed.value
    const record = await dropProject(tx, project)
    const after: Evaluation = { ...evaluation, projects: evaluation.projects.filter(({ id }) => id !== projectId) }
    await keep(held, node, after, record)
    return accepted(null)
  })

/**
 * Calls a project otherwise in a department's evaluation and from then on; its other years keep the name that they had, on the same line.
 * Refused: `not-permitted` (also where it is no project of this evaluation), `locked`, `acted-elsewhere`, `project-name-taken`.
 */
export const renameProject = (viewer: Viewer, evaluationId: string, projectId: string, name: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const listed = listedProject(held, projectId)
    if (!listed.ok) return listed
    const { tx, evaluation } = held
    const { node, project } = listed.value
    if (project.name === name) return accepted(null)
    if (evaluation.projects.some((other) => other.name === name)) return refused('project-name-taken', { name })
    // What it says of itself may be right now, or wrong
    await tx.$executeRaw`UPDATE evaluations SET project_name = ${name}, revision = revision + 1, changed_at = ${new Date()} WHERE id = ${projectId}`
    await tx.$executeRaw`
      UPDATE subjects SET name = ${name} WHERE id = (SELECT subject_id FROM evaluations WHERE id = ${projectId}) AND NOT EXISTS (
        SELECT FROM evaluations e JOIN rounds r ON r.id = e.round_id WHERE e.subject_id = subjects.id AND r.year > ${evaluation.year})`
    const loaded = await loadEvaluation(tx, projectId, 'content')
    if (loaded === null) throw new Error(`no evaluation ${projectId}`)
    await storeProjection(tx, projectId, projectionOf(loaded.evaluation, loaded.stored.explanations))
    const projects = evaluation.projects.map((one) => (one.id === projectId ? { ...one, name } : one))
    const record = { action: 'projects.rename', subject: projectId, payload: { name, before: project.name } } as const
    await keep(held, node, { ...evaluation, projects }, record)
    return accepted(null)
  })

/** Deletes a project of a department's evaluation that is held. Gives what the log keeps of it. */
export async function dropProject(tx: Transaction, { id, name, code }: Evaluation['projects'][number]): Promise<AuditRecord> {
  const loaded = await loadEvaluation(tx, id, 'content')
  if (loaded === null) throw new Error(`no evaluation ${id}`)
  const { subjectId } = loaded.evaluation
  await tx.$executeRaw`DELETE FROM evaluations WHERE id = ${id}`
  await tx.$executeRaw`DELETE FROM subjects s WHERE s.id = ${subjectId} AND NOT EXISTS (SELECT FROM evaluations e WHERE e.subject_id = s.id)`
  return { action: 'projects.remove', subject: id, payload: { name, projectCode: code, cells: filledCells(loaded.evaluation) } }
}

/** The department's projects that keep it from being handed in, by id; none where the viewer may not see them. */
export async function listUnfinished(viewer: Viewer, { id, projects }: Pick<Evaluation, 'id' | 'projects'>): Promise<ReadonlySet<string>> {
  if (projects.length === 0) return new Set()
  const found = await database().evaluation.findMany({ where: { AND: [visibleTo(viewer), ofUnfinished(id)] }, select: { id: true } })
  return new Set(found.map((project) => project.id))
}

/** Projects to choose from: more are found by their names. */
const MOST_OFFERED = 200

/** The department's projects of other years that are not listed in this one, each with the last year that has it. */
export async function listEarlierProjects(
  viewer: Viewer,
  { id, departmentId }: Evaluation,
): Promise<{ subjectId: string; name: string; code: string | null; year: number | null }[]> {
  const subjects = await database().subject.findMany({
    where: { kind: 'project', departmentId, department: departmentsOf(viewer), evaluations: { none: { parentId: id } } },
    orderBy: [{ code: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_OFFERED,
    select: {
      id: true,
      name: true,
      code: true,
      evaluations: { orderBy: { round: { year: 'desc' } }, take: 1, select: { round: { select: { year: true } } } },
    },
  })
  return subjects.map(({ id: subjectId, name, code, evaluations: [last] }) => ({
    subjectId,
    name: name ?? '',
    code,
    year: last?.round.year ?? null,
  }))
}

/** The evaluations of a department's projects in their order, whole; none where the viewer may not see them. */
export async function findProjects(viewer: Viewer, { projects }: Pick<Evaluation, 'projects'>): Promise<Evaluation[]> {
  const loaded = await loadEvaluations(
    database(),
    projects.map(({ id }) => id),
    'content',
  )
  return loaded.flatMap(({ evaluation }) => (maySee(viewer, evaluation) ? [asSeenBy(viewer, evaluation)] : []))
}
