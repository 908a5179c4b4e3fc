import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database, type Transaction } from '@/lib/data/database/database'
import { departmentsAre } from '@/lib/data/people/visibility'
import { writingAs } from '@/lib/data/people/writing'
import { schemeOf } from '@/lib/data/schemes/schemes'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { checkDeadlines, type Deadlines } from '@/lib/domain/review/deadlines'
import { REVIEW_NODES, type ReviewNode, type ReviewStatus } from '@/lib/domain/review/review'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { Prisma, SchemeVersion } from '@/lib/generated/prisma/client'
import { departmentsToOpen, keptChoice, type RoundDepartments } from './round-departments'
import { openPlaces } from './round-opening'

/** Departments of a round that follow one scheme version. `name` is empty where the round has this group only. */
export type RoundGroupRecord = {
  id: string
  name: string
  schemeVersionId: string
  schemeId: string
  schemeName: string
  schemeVersion: number
  /** false: not checked against its regulation, shown as 示例. */
  verified: boolean
}

/** 自评任务 with the evaluations in it that the viewer may see. */
export type RoundRecord = {
  id: string
  year: number
  name: string
  /** By name; at least one. */
  groups: readonly RoundGroupRecord[]
  /** Those that any of its schemes switches on. */
  nodes: readonly ReviewNode[]
  openedAt: string
  deadlines: Deadlines
  /** How many of the departments' evaluations stand in each status. */
  progress: Readonly<Record<ReviewStatus, number>>
  /** Of all its departments: those whose evaluation is still to be made by a job. */
  pending: number
}

/** A published scheme version that a round may follow. */
export type SchemeChoice = {
  id: string
  schemeId: string
  version: number
  name: string
  region: string
  verified: boolean
  nodes: readonly ReviewNode[]
  /** Days that each node has after the round opens. */
  deadlines: Scheme['deadlines']
}

const SHOWN = {
  id: true,
  year: true,
  name: true,
  openedAt: true,
  deadlines: true,
  groups: { select: { id: true, name: true, schemeVersion: true }, orderBy: { name: 'asc' } },
} as const satisfies Prisma.RoundSelect
const WITH_PENDING = { ...SHOWN, _count: { select: { pending: true } } } as const

/** Rounds of 自评; the other stages have their own pages. */
const SELF_EVALUATION = { stage: 'selfEvaluation' } as const satisfies Prisma.RoundWhereInput

const nodesOf = (groups: readonly { schemeVersion: SchemeVersion }[]): ReviewNode[] => {
  const on = new Set(groups.flatMap(({ schemeVersion }) => schemeOf(schemeVersion).nodes))
  return REVIEW_NODES.filter((node) => on.has(node))
}

/** Of the departments `d`: those whose rounds the viewer keeps as administrator. */
const keptBy = (viewer: Viewer) => departmentsAre(viewer, ['administrator'])

/** All rounds of 自评, newest first, with the progress of the departments that the viewer administers. Empty for everybody else. */
export async function listRounds(viewer: Viewer): Promise<RoundRecord[]> {
  return hasRoleAnywhere(viewer, 'administrator') ? roundsWhere(viewer, {}) : []
}

/** A round of 自评; null when there is none or the viewer is no administrator. */
export async function findRound(viewer: Viewer, id: string): Promise<RoundRecord | null> {
  return hasRoleAnywhere(viewer, 'administrator') ? ((await roundsWhere(viewer, { id }))[0] ?? null) : null
}

async function roundsWhere(viewer: Viewer, where: { id?: string }): Promise<RoundRecord[]> {
  const rounds = await database().round.findMany({
    where: { ...where, ...SELF_EVALUATION },
    select: WITH_PENDING,
    orderBy: [{ year: 'desc' }, { openedAt: 'desc' }],
  })
  const counts = await database().$queryRaw<{ roundId: string; status: ReviewStatus; count: number }[]>`
    SELECT e.round_id AS "roundId", e.status, count(*)::int AS count
    FROM evaluations e LEFT JOIN departments d ON d.id = e.department_id
    WHERE e.kind = 'department' AND e.round_id = ANY (${rounds.map(({ id }) => id)}) AND ${keptBy(viewer)}
    GROUP BY 1, 2`
  return rounds.map(({ groups, openedAt, deadlines, _count, ...round }) => {
    const count = (status: ReviewStatus) => counts.find((c) => c.roundId === round.id && c.status === status)?.count ?? 0
    return {
      ...round,
      groups: groups.map(({ id, name, schemeVersion }) => ({
        id,
        name,
        schemeVersionId: schemeVersion.id,
        schemeId: schemeVersion.schemeId,
        schemeName: schemeVersion.name,
        schemeVersion: schemeVersion.version,
        verified: schemeOf(schemeVersion).verified,
      })),
      nodes: nodesOf(groups),
      openedAt: openedAt.toISOString(),
      deadlines: deadlines as Deadlines,
      pending: _count.pending,
      progress: {
        draft: count('draft'),
        submitted: count('submitted'),
        returned: count('returned'),
        approved: count('approved'),
        published: count('published'),
      },
    }
  })
}

/** The published scheme versions, by name, newest version first. Schemes are no secret among administrators. */
export async function listSchemeChoices(viewer: Viewer): Promise<SchemeChoice[]> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return []
  const versions = await database().schemeVersion.findMany({
    where: { publishedAt: { not: null } },
    orderBy: [{ schemeId: 'asc' }, { version: 'desc' }],
  })
  return versions.map((version) => {
    const { region, verified, nodes, deadlines } = schemeOf(version)
    return { id: version.id, schemeId: version.schemeId, version: version.version, name: version.name, region, verified, nodes, deadlines }
  })
}

/** `carry`: each evaluation takes over what its department's of the year before has (沿用上年). */
export type RoundOpening = RoundDepartments & { year: number; name: string; schemeVersionId: string; deadlines: Deadlines; carry?: boolean }

/**
 * Opens a year for chosen departments by a published scheme version: each gets its evaluation with the scheme's fixed
 * indicators, where there are many by a job that is asked for here (`wakeJobs` begins it).
 */
export async function openRound(viewer: Viewer, opening: RoundOpening): Promise<Decision<string>> {
  const { year, name, schemeVersionId, deadlines, carry = false, ...departments } = opening
  return writingAs(viewer, lockRounds, async (tx, viewer) => {
    if (!hasRoleAnywhere(viewer, 'administrator')) return refused('not-permitted')
    const version = await tx.schemeVersion.findUnique({ where: { id: schemeVersionId } })
    if (version === null || version.publishedAt === null) return refused('scheme-not-published')
    const scheme = schemeOf(version)
    const inOrder = checkDeadlines(deadlines, scheme.nodes)
    if (!inOrder.ok) return inOrder
    if (await tx.round.findUnique({ where: { year_name: { year, name } }, select: { id: true } })) {
      return refused('round-name-taken', { year: String(year), name })
    }
    const places = await departmentsToOpen(tx, viewer, null, departments)
    if (!places.ok) return places
    const groups = { create: { schemeVersionId } }
    const { id, groups: made } = await tx.round.create({ data: { year, name, deadlines, groups }, select: SHOWN })
    const groupId = made[0]?.id ?? ''
    await openPlaces(tx, viewer, { roundId: id, year, name, groupId, schemeVersionId, scheme, carry }, places.value, (opened) => ({
      action: 'rounds.open',
      subject: id,
      payload: {
        before: null,
        after: {
          year,
          name,
          schemeVersionId,
          deadlines,
          ...(carry ? { carry } : {}),
          ...(opened ?? keptChoice(departments, places.value)),
        },
      },
    }))
    return accepted(id)
  })
}

/**
 * Opens a round for further departments, in the group of this name (absent: the only one). Gives how many evaluations are
 * left to a job, as when a round is opened. Refused: a department that is in it already, by name (one evaluation per
 * department and round), and `round-group-not-found` where the round has no such group.
 */
export async function addDepartmentsToRound(
  viewer: Viewer,
  roundId: string,
  added: RoundDepartments & { group?: string },
): Promise<Decision<{ count: number; pending: number }>> {
  return writingAs(viewer, lockRounds, async (tx, viewer) => {
    if (!hasRoleAnywhere(viewer, 'administrator')) return refused('not-permitted')
    const round = await tx.round.findUnique({ where: { id: roundId, ...SELF_EVALUATION }, select: SHOWN })
    if (round === null) return refused('round-not-found')
    const { year, name, groups } = round
    const group = groups.find((one) => one.name === (added.group ?? ''))
    if (group === undefined) return refused('round-group-not-found')
    const places = await departmentsToOpen(tx, viewer, roundId, added)
    if (!places.ok) return places
    const [already] = await tx.$queryRaw<{ name: string }[]>`
      SELECT department_name AS name FROM evaluations
      WHERE round_id = ${roundId} AND kind = 'department' AND department_id = ANY (${added.departmentIds}) LIMIT 1`
    if (already) return refused('round-department-already-in', already)
    const { id: groupId, schemeVersion } = group
    const opening = { roundId, year, name, groupId, schemeVersionId: schemeVersion.id, scheme: schemeOf(schemeVersion) }
    const pending = await openPlaces(tx, viewer, opening, places.value, (opened) => ({
      action: 'rounds.add-departments',
      subject: roundId,
      payload: { before: null, after: { ...(opened ?? keptChoice(added, places.value)), ...(added.group ? { group: added.group } : {}) } },
    }))
    return accepted({ count: places.value.length, pending })
  })
}

/** Sets the deadlines of a round. Only for who administers every department in it. */
export async function setDeadlines(viewer: Viewer, roundId: string, deadlines: Deadlines): Promise<Decision<void>> {
  return writingAs(viewer, lockRounds, async (tx, viewer) => {
    const round = await tx.round.findUnique({ where: { id: roundId, ...SELF_EVALUATION }, select: SHOWN })
    if (round === null || !(await keepsAll(tx, viewer, roundId))) return refused('round-not-found')
    const inOrder = checkDeadlines(deadlines, nodesOf(round.groups))
    if (!inOrder.ok) return inOrder
    await tx.round.update({ where: { id: roundId }, data: { deadlines } })
    await audit(tx, viewer, {
      action: 'rounds.set-deadlines',
      subject: roundId,
      payload: { before: round.deadlines as Deadlines, after: deadlines },
    })
    return accepted(undefined)
  })
}

/** Whether the viewer may set the round's deadlines: administers every department in it. */
export const maySetDeadlines = (viewer: Viewer, roundId: string): Promise<boolean> => keepsAll(database(), viewer, roundId)

/** Whether the viewer administers every department in the round, those whose evaluation is still to be made among them. */
export async function keepsAll(tx: Transaction, viewer: Viewer, roundId: string): Promise<boolean> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return false
  const [row] = await tx.$queryRaw<{ others: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM (
        SELECT department_id FROM evaluations WHERE round_id = ${roundId} UNION ALL SELECT department_id FROM pending_departments WHERE round_id = ${roundId}
      ) e JOIN departments d ON d.id = e.department_id WHERE NOT ${keptBy(viewer)}
    ) AS others`
  return row?.others === false
}

/** Opening rounds waits for one another: a department is in a round once. */
export const lockRounds = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(6, 0)`
