import 'server-only'
import { database } from '@/lib/data/database/database'
import { allOf } from '@/lib/data/database/json-rows'
import { departmentsAre } from '@/lib/data/people/visibility'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'

/** What entries of the log call an evaluation and its rows by, without what is in them. */
export type NamedEvaluation = NamedRows & { id: string; departmentName: string; projectName: string | null; year: number }

/** Those of the evaluations that the viewer may see, by id: a few dozen, of one page of the log. */
export async function namedEvaluations(viewer: Viewer, ids: readonly string[]): Promise<Map<string, NamedEvaluation>> {
  if (ids.length === 0) return new Map()
  const found = await database().$queryRaw<StoredNames[]>`
    SELECT e.id, e.department_name AS "departmentName", e.project_name AS "projectName", r.year, ${rows('indicators', 'id, name')} AS indicators,
      ${rows('key_tasks', 'id, name')} AS tasks, ${rows('goals', LISTED)} AS goals,
      ${rows('problems', LISTED)} AS problems, ${rows('measures', LISTED)} AS measures,
      ${rows('narrative_blocks', 'id, section, task_id "taskId"')} AS blocks
    FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN departments d ON d.id = e.department_id
    WHERE e.id = ANY (${ids}) AND ${departmentsAre(viewer)}`
  return new Map(found.map((names) => [names.id, named(names)]))
}

type StoredNames = Omit<NamedEvaluation, 'narrative' | 'tasks'> & {
  tasks: { id: string; name: string }[]
  blocks: { id: string; section: string; taskId: string | null }[]
}

/** Of rows that may lead in the others, with the text that says so. */
const LISTED = `id, mark, CASE WHEN mark = '无' THEN runs END AS text`

const rows = (table: string, columns: string): Prisma.Sql =>
  Prisma.raw(allOf(`SELECT ${columns} FROM ${table} WHERE evaluation_id = e.id ORDER BY position, id`))

function named({ blocks, tasks, ...names }: StoredNames): NamedEvaluation {
  const of = (section: NarrativeSection | 'subItems' | 'completion', taskId: string | null) =>
    blocks.filter((block) => block.section === section && block.taskId === taskId)
  return {
    ...names,
    narrative: Object.fromEntries(NARRATIVE_SECTIONS.map((section) => [section, of(section, null)])) as Record<
      NarrativeSection,
      ReturnType<typeof of>
    >,
    tasks: tasks.map((task) => ({ ...task, subItems: of('subItems', task.id), completion: of('completion', task.id) })),
  }
}
