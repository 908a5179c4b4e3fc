import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { loadEvaluation } from '@/lib/data/evaluation/evaluation-rows'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import { bumpRevisions } from '@/lib/data/evaluation/revisions'
import { asSeenBy } from '@/lib/data/evaluation/seen-by'
import { maySee } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import {
  CARRIED_SECTIONS,
  type Carried,
  type CarriedSection,
  type CarriedSections,
  carriedTexts,
  carriesNothing,
  carry,
} from '@/lib/domain/evaluation/carrying'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { createRows, placesOf, storeOrder } from './added-rows'
import { storeCells } from './cells'
import { holding, keep, may } from './change'
import { openProject } from './projects'

async function carriedOf(tx: Transaction, id: string): Promise<CarriedSections> {
  const row = await tx.evaluation.findUnique({ where: { id }, select: { carried: true } })
  return (row?.carried ?? {}) as CarriedSections
}

/** How many forms of it nobody has confirmed yet. */
export const countCarried = async (tx: Transaction, id: string): Promise<number> => Object.keys(await carriedOf(tx, id)).length

/** The subject's self-evaluation of the year before, of the same scope where there is one; null where there is none. */
async function yearBefore(tx: Transaction, { subjectId, year, scope }: Evaluation): Promise<Evaluation | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM evaluations e JOIN rounds r ON r.id = e.round_id
    WHERE e.subject_id = ${subjectId} AND r.stage = 'selfEvaluation' AND r.year = ${year - 1}
    ORDER BY e.scope = ${scope}::evaluation_scope DESC, r.opened_at DESC, e.id LIMIT 1`
  return found === undefined ? null : ((await loadEvaluation(tx, found.id))?.evaluation ?? null)
}

/** The year from which an evaluation could take something over; null where the viewer sees none. */
export async function yearToCarryFrom(viewer: Viewer, evaluation: Evaluation): Promise<number | null> {
  const found = await database().evaluation.findFirst({
    where: { subjectId: evaluation.subjectId, round: { stage: 'selfEvaluation', year: evaluation.year - 1 } },
    select: { department: { select: { id: true, path: true } } },
  })
  const seen = found && maySee(viewer, { departmentId: found.department.id, departmentPath: found.department.path })
  return seen ? evaluation.year - 1 : null
}

/** The self-evaluation of the year before, for checking what became of its problems; null where the viewer sees none. */
export async function findYearBefore(viewer: Viewer, evaluation: Evaluation): Promise<Evaluation | null> {
  const year = await yearToCarryFrom(viewer, evaluation)
  const before = year === null ? null : await yearBefore(database(), evaluation)
  return before !== null && maySee(viewer, before) ? asSeenBy(viewer, before) : null
}

/** What a form would take over, to be looked at first; null where the viewer sees no such evaluation or none of the year before. */
export async function previewCarry(
  viewer: Viewer,
  evaluationId: string,
  section: CarriedSection,
): Promise<{ evaluation: Evaluation; before: Evaluation; carried: Carried } | null> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  const before = evaluation && (await yearBefore(database(), evaluation))
  if (evaluation === null || before === null || !maySee(viewer, before)) return null
  return { evaluation, before, carried: carry(section, before, evaluation, newId) }
}

/**
 * 沿用上年 of a form, in the viewer's name, to be confirmed afterwards; gives how many cells were filled. Refused: `not-permitted`,
 * `locked`, `acted-elsewhere`, and `nothing-to-carry` (also where the viewer sees nothing of the year before).
 */
export const carrySection = (viewer: Viewer, evaluationId: string, section: CarriedSection): Promise<Decision<number>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const { tx, evaluation } = held
    const before = await yearBefore(tx, evaluation)
    const carried = before !== null && maySee(held.viewer, before) ? carry(section, before, evaluation, newId) : null
    if (before === null || carried === null || carriesNothing(carried)) return refused('nothing-to-carry')
    const texts = carriedTexts(carried)
    await writeCarried(tx, carried)
    await bumpRevisions(
      held,
      texts.map(({ address }) => address),
    )
    await mark(tx, evaluationId, { ...(await carriedOf(tx, evaluationId)), [section]: before.year })
    const cells = texts.map(({ address, text }) => ({ address, after: text }))
    await keep(held, permitted.value, carried.after, { action: 'rows.carry', payload: { section, year: before.year, cells } })
    return accepted(texts.length)
  })

/** Says that a form that was taken over was looked through. Refused: `not-permitted`, `locked`, `acted-elsewhere`. */
export const confirmCarried = (viewer: Viewer, evaluationId: string, section: CarriedSection): Promise<Decision<void>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const { [section]: year, ...others } = await carriedOf(held.tx, evaluationId)
    if (year === undefined) return accepted(undefined)
    await mark(held.tx, evaluationId, others)
    await keep(held, permitted.value, held.evaluation, { action: 'rows.confirm', payload: { section, year } })
    return accepted(undefined)
  })

/** The same of all forms at once, each with its entry of the log. Refused: `not-permitted`, `locked`, `acted-elsewhere`. */
export const confirmAllCarried = (viewer: Viewer, evaluationId: string): Promise<Decision<void>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const carried = await carriedOf(held.tx, evaluationId)
    const records = CARRIED_SECTIONS.flatMap((section) => {
      const year = carried[section]
      return year === undefined ? [] : [{ action: 'rows.confirm', payload: { section, year } } as const]
    })
    if (records.length === 0) return accepted(undefined)
    await mark(held.tx, evaluationId, {})
    await keep(held, permitted.value, held.evaluation, ...records)
    return accepted(undefined)
  })

/**
 * Lets evaluations that have just been opened take over all forms, and departments the projects that go on with theirs, within the transaction that opens them: nobody has written
 * anything yet, and who confirms a form is the first who has a hand in it.
 */
export async function carryAtOpening(tx: Transaction, evaluationIds: readonly string[]): Promise<void> {
  for (const id of evaluationIds) {
    const loaded = await loadEvaluation(tx, id)
    const before = loaded && (await yearBefore(tx, loaded.evaluation))
    if (loaded === null || before === null) continue
    let all: Carried = { after: loaded.evaluation, rows: [], cells: [] }
    const marks: Partial<Record<CarriedSection, number>> = {}
    for (const section of CARRIED_SECTIONS) {
      const carried = carry(section, before, all.after, newId)
      if (carriesNothing(carried)) continue
      all = { after: carried.after, rows: [...all.rows, ...carried.rows], cells: [...all.cells, ...carried.cells] }
      marks[section] = before.year
    }
    if (!carriesNothing(all)) {
      await writeCarried(tx, all)
      await mark(tx, id, marks)
    }
    const projects = await openEarlierProjects(tx, loaded.evaluation, before)
    await carryAtOpening(tx, projects)
    const after = projects.length === 0 ? all.after : (await loadEvaluation(tx, id))?.evaluation
    if (after !== undefined && after !== loaded.evaluation) await storeProjection(tx, id, projectionOf(after, []))
  }
}

/** The projects of the department's year before that go on: each is opened with nothing in it. Gives the ids of their evaluations. */
async function openEarlierProjects(tx: Transaction, department: Evaluation, before: Evaluation): Promise<string[]> {
  if (department.kind === 'project' || department.stage !== 'selfEvaluation') return []
  const subjects = await tx.$queryRaw<{ id: string; name: string; code: string | null }[]>`
    SELECT s.id, s.name, s.code FROM evaluations p JOIN subjects s ON s.id = p.subject_id
    WHERE p.parent_id = ${before.id} AND s.department_id = ${department.departmentId} AND (s.to_year IS NULL OR s.to_year >= ${department.year})
      AND NOT EXISTS (SELECT FROM evaluations own WHERE own.subject_id = s.id AND own.parent_id = ${department.id})
    ORDER BY s.code, s.name, s.id`
  const opened: string[] = []
  for (const subject of subjects) opened.push(await openProject(tx, department, subject))
  return opened
}

async function writeCarried(tx: Transaction, { after, rows, cells }: Carried): Promise<void> {
  await createRows(
    tx,
    after,
    rows.map(({ place, id }) => ({ row: place, id })),
  )
  for (const place of placesOf(rows.map(({ place }) => place))) await storeOrder(tx, after, place)
  await storeCells(tx, { evaluation: after, addresses: cells })
}

const mark = (tx: Transaction, id: string, carried: CarriedSections) =>
  tx.evaluation.update({ where: { id }, data: { carried }, select: { id: true } })
