import 'server-only'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { type TrialResult, tryScheme } from '@/lib/domain/scoring/scheme-trial'
import { database } from './database'
import { loadEvaluations } from './evaluation-rows'
import { findSchemeVersion } from './scheme-versions'
import { departmentsOf, selfEvaluations } from './visibility'

/** A department's evaluation of a past year under the scheme on trial. */
export type TriedEvaluation = TrialResult & {
  evaluationId: string
  departmentName: string
  /** The one that the evaluation follows. */
  scheme: Pick<Scheme, 'name' | 'version' | 'verified'>
  reconstructed: boolean
}

/** Evaluations loaded by one question to the database. */
const AT_ONCE = 50

/** The years of which the viewer administers evaluations, newest first. */
export async function listTrialYears(viewer: Viewer): Promise<number[]> {
  const rounds = await database().round.findMany({
    where: { stage: 'selfEvaluation', evaluations: { some: { kind: 'department', department: departmentsOf(viewer, ['administrator']) } } },
    select: { year: true },
    distinct: ['year'],
    orderBy: { year: 'desc' },
  })
  return rounds.map(({ year }) => year)
}

/**
 * Scores the year's department evaluations that the viewer administers by the version, beside their own scheme. Nothing
 * is written. `null` where there is no such version or the viewer is no administrator.
 */
export async function trySchemeOnYear(viewer: Viewer, versionId: string, year: number): Promise<TriedEvaluation[] | null> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return null
  const version = await findSchemeVersion(viewer, versionId)
  if (version === null) return null
  const rows = await database().evaluation.findMany({
    where: { kind: 'department', ...selfEvaluations(year), department: departmentsOf(viewer, ['administrator']) },
    select: { id: true },
    orderBy: [{ departmentCode: 'asc' }, { id: 'asc' }],
  })
  const tried: TriedEvaluation[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
    for (const { evaluation } of await loadEvaluations(database(), ids)) {
      const { id, departmentName, reconstructed, scheme } = evaluation
      tried.push({ ...tryScheme(evaluation, version.scheme), evaluationId: id, departmentName, scheme, reconstructed })
    }
  }
  return tried
}
