import 'server-only'
import { cache } from 'react'
import { findProjects } from '@/lib/data/change/projects'
import { findReturnedProjects, findReturnedSubmission } from '@/lib/data/evaluation/history'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { changedProjects, type ProjectChange } from '@/lib/domain/evaluation/changed-projects'
import { changedSince } from '@/lib/domain/evaluation/changed-since'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'

/**
 * What cells said in the submission that was sent back, by address, where they say something else since; empty unless it was returned.
 * Of a project: as it was handed in with its department; where it was not, every cell that is filled in.
 */
export const changedSinceReturn = cache(async (viewer: Viewer, evaluation: Evaluation): Promise<ReadonlyMap<AddressText, string>> => {
  if (evaluation.status !== 'returned') return new Map()
  const cells =
    evaluation.parentId === null ? (await findReturnedSubmission(viewer, evaluation.id))?.cells : await ofProject(viewer, evaluation)
  return cells === undefined ? new Map() : changedSince(evaluation, cells)
})

async function ofProject(viewer: Viewer, { id, parentId }: Evaluation): Promise<[string, string][] | undefined> {
  const kept = parentId === null ? null : await findReturnedProjects(viewer, parentId, id)
  return kept === null ? undefined : (kept[0]?.cells ?? [])
}

/** The same of the projects of a department, by their ids: what their cells said as they were handed in with it. */
export async function projectCellsSinceReturn(
  viewer: Viewer,
  { id, status }: Evaluation,
  projects: readonly Evaluation[],
): Promise<ReadonlyMap<string, ReadonlyMap<AddressText, string>>> {
  const then = status === 'returned' ? await findReturnedProjects(viewer, id) : null
  if (then === null) return new Map()
  const kept = new Map(then.map(({ projectId, cells }) => [projectId, cells]))
  return new Map(projects.map((project) => [project.id, changedSince(project, kept.get(project.id) ?? [])]))
}

/** The projects of a department that came, went or changed since it was sent back; none unless it was returned. */
export const projectsChangedSinceReturn = cache(async (viewer: Viewer, evaluation: Evaluation): Promise<readonly ProjectChange[]> => {
  if (evaluation.status !== 'returned' || evaluation.kind === 'project') return []
  const then = await findReturnedProjects(viewer, evaluation.id)
  return then === null ? [] : changedProjects(await findProjects(viewer, evaluation), then)
})
