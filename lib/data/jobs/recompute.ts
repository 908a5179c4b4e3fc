import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { type Loaded, loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { type Projection, projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import type { StoredEvaluation } from '@/lib/data/evaluation/stored-evaluation'
import { FROZEN_STATUSES, isFrozen } from '@/lib/domain/review/review'

/** A stored value that is not what the evaluation's cells give. `frozen`: it was approved so, and stays. */
export type Deviation = { evaluationId: string; field: string; stored: string | null; recomputed: string | null; frozen: boolean }

/** Evaluations taken at a time: enough to ask the database seldom, few enough that memory stays flat and nobody waits long. */
const CHUNK = 50
/** Chunks under way at the same time: while one is computed here, the database gathers the next. */
const AT_ONCE = 2

/** One of `of` equal parts, the first is 1: each may be computed by a process of its own. */
export type Part = { number: number; of: number }

/**
 * Which evaluations are computed anew: of a year, or all, or a part of them; `unapproved`: only those that are not approved, whose
 * stored values may still be put right. With `write` those that went wrong are.
 */
export type Recomputation = { year?: number; unapproved?: boolean; part?: Part; write: boolean }

const chosen = ({ year, unapproved = false }: Pick<Recomputation, 'year' | 'unapproved'>) => ({
  ...(year === undefined ? {} : { round: { year } }),
  ...(unapproved ? { status: { notIn: [...FROZEN_STATUSES] } } : {}),
})

/** How many evaluations that are. */
export const countToRecompute = (which: Pick<Recomputation, 'year' | 'unapproved'>): Promise<number> =>
  database().evaluation.count({ where: chosen(which) })

/**
 * Computes every projection anew from the cells, each evaluation by its own scheme version, and names what differs. What
 * is approved was approved as it stands: it is named, never put right. `tell` hears how many are done.
 */
export async function recompute(
  { part = { number: 1, of: 1 }, write, ...which }: Recomputation,
  tell: (done: number, total: number) => void = () => undefined,
): Promise<{ evaluations: number; deviations: Deviation[] }> {
  const all = await database().evaluation.findMany({ where: chosen(which), select: { id: true }, orderBy: { id: 'asc' } })
  const ids = all.map(({ id }) => id).filter((_, place) => place % part.of === part.number - 1)
  const deviations: Deviation[][] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let from = next; from < ids.length; from = next) {
      next = from + CHUNK
      const chunk = ids.slice(from, next)
      deviations[from / CHUNK] = await inTransaction((tx) => recomputeAll(tx, chunk, write, () => tell(++done, ids.length)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { evaluations: ids.length, deviations: deviations.flat() }
}

/**
 * Computes some evaluations anew and names what differs, within the caller's transaction: with `write` nobody changes them meanwhile.
 * After each, `tell` hears of it and whoever else waits for this process has a turn: a page never waits for more than one.
 */
export async function recomputeAll(
  tx: Transaction,
  ids: readonly string[],
  write: boolean,
  tell: () => void = () => undefined,
): Promise<Deviation[]> {
  // A project is held with its department and after it, as `lockEvaluation` does: it may stand in another chunk
  if (write)
    await tx.$queryRaw`
      SELECT id FROM evaluations WHERE id = ANY (${ids}) OR id IN (SELECT parent_id FROM evaluations WHERE id = ANY (${ids}))
      ORDER BY parent_id NULLS FIRST, id FOR UPDATE`
  const all: Deviation[] = []
  for (const one of await loadEvaluations(tx, ids, 'content')) {
    const { id, status } = one.evaluation
    const now = projectionOf(one.evaluation, one.stored.explanations)
    const deviations = deviationsOf(one, now)
    all.push(...deviations)
    if (write && deviations.length > 0 && !isFrozen(status)) await storeProjection(tx, id, now)
    tell()
    await breathe()
  }
  return all
}

function deviationsOf({ evaluation: { id, status }, stored }: Loaded, { scores, ...columns }: Projection): Deviation[] {
  const storedScores = new Map(stored.indicators.map((row) => [row.id, row.score]))
  const found = [
    ...differences(new Map(Object.entries(storedColumns(stored))), new Map(Object.entries(columns)), ''),
    ...differences(storedScores, scores, 'indicators/'),
  ]
  return found.map((difference) => ({ evaluationId: id, ...difference, frozen: isFrozen(status) }))
}

/** What is stored now of the evaluation itself, in the form of what is computed. */
const storedColumns = (stored: StoredEvaluation): Omit<Projection, 'scores'> => ({
  executionRate: stored.executionRate,
  executionScore: stored.executionScore,
  total: stored.total,
  grade: stored.grade,
  reviewedTotal: stored.reviewedTotal,
  reviewedGrade: stored.reviewedGrade,
  openErrors: stored.openErrors,
  openWarnings: stored.openWarnings,
  explained: stored.explained,
})

type Values = ReadonlyMap<string, string | number | null>

function differences(stored: Values, now: Values, prefix: string) {
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value))
  return [...now]
    .filter(([name, value]) => text(stored.get(name)) !== text(value))
    .map(([name, value]) => ({ field: `${prefix}${name}`, stored: text(stored.get(name)), recomputed: text(value) }))
}
