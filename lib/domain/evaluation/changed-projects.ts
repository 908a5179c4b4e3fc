import type { AddressText } from '@/lib/domain/cells/addresses'
import { changedSince } from './changed-since'
import type { Evaluation } from './evaluation'

/** A project as it was: what it was called, and the texts of all its cells. */
export type FormerProject = { projectId: string; name: string; cells: Iterable<readonly [string, string]> }

/**
 * How a project of a department's year differs from what it was: it came, it went, or cells of it say something else (in printed order).
 * `project` is its evaluation as it is now, `before` what it was called then; null where there is none.
 */
export type ProjectChange =
  | { kind: 'added'; project: Evaluation; before: null }
  | { kind: 'removed'; project: null; before: string }
  | { kind: 'changed'; project: Evaluation; before: string; cells: readonly AddressText[] }

/** The projects that differ from what they were, in their order now; those that went come last. One only called otherwise has changed in no cell. */
export function changedProjects(now: readonly Evaluation[], then: readonly FormerProject[]): ProjectChange[] {
  const former = new Map(then.map((one) => [one.projectId, one]))
  const there = new Set(now.map(({ id }) => id))
  return [
    ...now.flatMap((project): ProjectChange[] => {
      const before = former.get(project.id)
      if (before === undefined) return [{ kind: 'added', project, before: null }]
      const cells = [...changedSince(project, before.cells).keys()]
      if (cells.length === 0 && before.name === project.projectName) return []
      return [{ kind: 'changed', project, before: before.name, cells }]
    }),
    ...then.flatMap(({ projectId, name }): ProjectChange[] =>
      there.has(projectId) ? [] : [{ kind: 'removed', project: null, before: name }],
    ),
  ]
}
