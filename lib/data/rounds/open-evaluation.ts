import 'server-only'
import { type Actor, type AuditRecord, audit } from '@/lib/data/audit/audit'
import { carryAtOpening } from '@/lib/data/change/carrying'
import type { Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { loadEvaluation } from '@/lib/data/evaluation/evaluation-rows'
import { indicatorColumns } from '@/lib/data/evaluation/kept-rows'
import { projectionColumns, projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import { readAgain } from '@/lib/domain/evaluation/evaluation-cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyIndicator } from '@/lib/domain/evaluation/rows'
import { quantity } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { takeOverPlans } from './plans'
import { departmentSubjects } from './subjects'

/** In which round and group of it evaluations are opened, by which rules, and whether they take over what the year before has (沿用上年). */
export type OpeningRules = { roundId: string; groupId: string; schemeVersionId: string; scheme: Scheme; carry?: boolean }

/** Whose evaluation is opened. `reconstructed`: a case with 示例倒推值, which is never disclosed. */
export type OpenPlace = {
  department: { id: string; name: string; code: string }
  scope: EvaluationScope
  reconstructed?: boolean
}

/**
 * Opens the departments' evaluations within the caller's transaction: with the scheme's fixed indicators and bonus and
 * deduction items, the targets of the approved plan where there is one, each department's present name and code, and that name as 落款单位. Whether the actor may open them is
 * the caller's to decide. Throws where one is open already (一年一评).
 *
 * `record` is the one entry of the log for all of them, which their histories show; absent: it names them and nothing else.
 */
export async function openEvaluations(
  tx: Transaction,
  actor: Actor,
  rules: OpeningRules,
  places: readonly OpenPlace[],
  record: (plans: PlansTakenOver) => AuditRecord = (plans) => openingRecord(rules, places, plans),
): Promise<void> {
  const subjects = await departmentSubjects(
    tx,
    places.map(({ department }) => department.id),
  )
  const opened = places.map((place) => ({
    reconstructed: false,
    ...place,
    id: newId(),
    subjectId: subjects.get(place.department.id) ?? '',
  }))
  for (const scope of new Set(opened.map((one) => one.scope))) {
    const [first, ...others] = opened.filter((one) => one.scope === scope)
    if (first) await openAlike(tx, rules, first, others)
  }
  const plans = await takeOverPlans(
    tx,
    opened.map(({ id }) => id),
  )
  if (rules.carry)
    await carryAtOpening(
      tx,
      opened.map(({ id }) => id),
    )
  const departmentOf = new Map(opened.map(({ id, department }) => [id, department.id]))
  const taken = [...plans].map(([id, plan]) => [departmentOf.get(id) ?? '', plan])
  const number = await audit(tx, actor, record(Object.fromEntries(taken)))
  const ids = opened.map(({ id }) => id)
  await tx.$executeRaw`UPDATE evaluations SET opening_entry = ${number} WHERE id = ANY (${ids}) OR parent_id = ANY (${ids})`
}

/** Ids of the approved 目标申报 that evaluations took over, by their departments' ids. */
export type PlansTakenOver = Readonly<Record<string, string>>

/** Says which departments' evaluations were opened, each by its id. */
export const namedPlaces = (places: readonly OpenPlace[]) => {
  const idsOf = (chosen: readonly OpenPlace[]): string[] => chosen.map(({ department }) => department.id)
  const consolidatedIds = idsOf(places.filter(({ scope }) => scope === 'consolidated'))
  return { count: places.length, departmentIds: idsOf(places), ...(consolidatedIds.length > 0 ? { consolidatedIds } : {}) }
}

const openingRecord = ({ roundId, scheme }: OpeningRules, places: readonly OpenPlace[], plans: PlansTakenOver): AuditRecord => ({
  action: 'evaluations.open',
  subject: roundId,
  payload: { before: null, after: { scheme: `${scheme.id}/${scheme.version}`, ...namedPlaces(places), ...planned(plans) } },
})

/** Nothing is said of plans where there are none. */
export const planned = (plans: PlansTakenOver): { plans?: PlansTakenOver } => (Object.keys(plans).length > 0 ? { plans } : {})

type Opened = Required<OpenPlace> & { id: string; subjectId: string }

/** Nothing is filled in yet: evaluations of one scheme and scope have the projection and the rows of the first. */
async function openAlike(tx: Transaction, rules: OpeningRules, first: Opened, others: readonly Opened[]): Promise<void> {
  const rows = fixedRows(rules.scheme).map((row, index) => ({ ...indicatorColumns(row), position: index + 1, taskId: null }))
  await tx.evaluation.create({ data: evaluationColumns(rules, first), select: { id: true } })
  await tx.indicator.createMany({ data: rows.map((row) => ({ ...row, evaluationId: first.id })) })
  const loaded = await loadEvaluation(tx, first.id)
  if (loaded === null) throw new Error(`no evaluation ${first.id}`)
  const projection = projectionOf(loaded.evaluation, [])
  await storeProjection(tx, first.id, projection)
  if (others.length === 0) return
  await tx.evaluation.createMany({ data: others.map((one) => ({ ...evaluationColumns(rules, one), ...projectionColumns(projection) })) })
  // Copied within the database: a scheme may give dozens of rows to each of thousands
  await tx.$executeRaw`
    INSERT INTO indicators
    SELECT copied.* FROM indicators AS given, unnest(${others.map(({ id }) => id)}::text[]) AS other (id),
      jsonb_populate_record(given, jsonb_build_object('id', replace(gen_random_uuid()::text, '-', ''), 'evaluation_id', other.id)) AS copied
    WHERE given.evaluation_id = ${first.id}`
}

const evaluationColumns = (
  { roundId, groupId, schemeVersionId }: OpeningRules,
  { id, subjectId, department, scope, reconstructed }: Opened,
) => ({
  id,
  roundId,
  groupId,
  subjectId,
  departmentId: department.id,
  scope,
  reconstructed,
  departmentName: department.name,
  departmentCode: department.code,
  schemeVersionId,
  signature: department.name,
})

/** The rows that the scheme gives: its fixed indicators, approved with it, then its bonus and deduction items. */
const fixedRows = (scheme: Scheme): Indicator[] => [
  ...scheme.fixedIndicators.map(({ id, dimension, group, name, unit, maxScore, target }) =>
    readAgain({
      ...emptyIndicator(''),
      lineId: id,
      fixedId: id,
      dimension,
      group,
      name,
      unit,
      maxScore: quantity(maxScore),
      approvedMaxScore: quantity(maxScore),
      approvedTarget: target,
      target: { text: target, reading: { kind: 'blank' } },
    }),
  ),
  ...scheme.adjustments.map(({ id, name, kind }) => ({
    ...emptyIndicator(''),
    lineId: id,
    fixedId: id,
    dimension: kind === 'bonus' ? '加分项' : '减分项',
    name,
  })),
]
