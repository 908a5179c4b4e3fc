import 'server-only'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { type TrialResult, tryScheme } from '@/lib/domain/scoring/scheme-trial'
import { database } from './database'
import { loadEvaluation } from './evaluation-rows'
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
  for (const { id } of rows) {
    const loaded = await loadEvaluation(database(), id)
    if (loaded === null) continue
    const { departmentName, reconstructed, scheme } = loaded.evaluation
    const result = tryScheme(loaded.evaluation, version.scheme)
    tried.push({ ...result, evaluationId: id, departmentName, scheme, reconstructed })
  }
  return tried
}
