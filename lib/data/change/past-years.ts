import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { loadEvaluation, loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { evaluationHeld } from '@/lib/data/evaluation/projections'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isWrong, type KnownPastYears, type PastYearLine, type PastYearOutcome, planPastYears } from '@/lib/domain/evaluation/past-years'
import { administers } from '@/lib/domain/people/administration'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { heldBy } from './change'
import { saveHeld } from './save-cells'

/** What taking in a list of past years' figures would come to now, for who administers something; null for everybody else. */
export const previewPastYears = (viewer: Viewer, lines: readonly PastYearLine[]): Promise<PastYearOutcome[] | null> =>
  hasRoleAnywhere(viewer, 'administrator') ? knownTo(viewer, lines).then((known) => planPastYears(lines, known)) : Promise.resolve(null)

/**
 * Takes a list in, year by year, each in a transaction of its own with its entry in the log; what is filled already is left as it is, so
 * that the same list may be taken in again. Gives how many years and cells were filled. Refused: `not-permitted`, `past-years-faulty`
 * where a line is wrong, also by what somebody did meanwhile: the lines before it stay taken in.
 */
export async function keepPastYears(viewer: Viewer, lines: readonly PastYearLine[]): Promise<Decision<{ years: number; cells: number }>> {
  const plan = await previewPastYears(viewer, lines)
  if (plan === null) return refused('not-permitted')
  const wrong = plan.filter(isWrong).length
  if (wrong > 0) return refused('past-years-faulty', { count: `${wrong}` })
  const done = { years: 0, cells: 0 }
  for (const [index, { evaluationId, fills }] of plan.entries()) {
    const line = lines[index]
    if (evaluationId === null || fills.length === 0 || line === undefined) continue
    const filled = await fillYear(viewer, evaluationId, line)
    if (!filled.ok) return filled
    done.years += 1
    done.cells += filled.value
  }
  return accepted(done)
}

/** Fills one year, decided anew on what it holds by then. Who does so does not become one of those who fill it in. */
const fillYear = (viewer: Viewer, id: string, line: PastYearLine): Promise<Decision<number>> =>
  writingAs(viewer, evaluationHeld(id), async (tx, viewer): Promise<Decision<number>> => {
    const loaded = await loadEvaluation(tx, id)
    const [outcome] = loaded === null ? [] : planPastYears([line], await knownTo(viewer, [line], tx))
    if (loaded === null || outcome === undefined || outcome.evaluationId !== id || isWrong(outcome))
      return refused('past-years-faulty', { count: '1' })
    const held = heldBy(tx, viewer, loaded)
    const changes = outcome.fills.map(({ address, value }) => ({ address, value, seen: held.revisions.get(address)?.number ?? 0 }))
    const { saved } = await saveHeld({ ...held, actedAt: held.actedAt ?? 'entry' }, 'entry', changes)
    return accepted(saved.length)
  })

/** The departments that a list names, with their self-evaluations of its years: of several of one year the last that was opened. */
async function knownTo(viewer: Viewer, lines: readonly PastYearLine[], tx: Transaction = database()): Promise<Map<string, KnownPastYears>> {
  const departments = await tx.department.findMany({
    where: { code: { in: [...new Set(lines.map(({ code }) => code))] } },
    select: { id: true, code: true, name: true, path: true },
  })
  const opened = await tx.evaluation.findMany({
    where: {
      departmentId: { in: departments.map(({ id }) => id) },
      kind: 'department',
      scope: 'own',
      round: { stage: 'selfEvaluation' },
    },
    select: { id: true, departmentId: true, round: { select: { year: true } } },
    orderBy: { round: { openedAt: 'asc' } },
  })
  const years = new Set(lines.map(({ year }) => year))
  const mine = new Set(departments.filter((one) => administers(viewer, one)).map(({ id }) => id))
  const ids = opened.filter(({ departmentId, round }) => mine.has(departmentId) && years.has(round.year)).map(({ id }) => id)
  const loaded = new Map((await loadEvaluations(tx, ids, 'content')).map(({ evaluation }) => [evaluation.id, evaluation]))
  return new Map(
    departments.map(({ id, code, name }) => {
      const own = opened.filter(({ departmentId }) => departmentId === id)
      const evaluations = own.flatMap((one): [number, Evaluation][] => {
        const evaluation = loaded.get(one.id)
        return evaluation === undefined ? [] : [[one.round.year, evaluation]]
      })
      const newest = own.reduce<number | null>((latest, { round }) => Math.max(latest ?? round.year, round.year), null)
      return [code, { name, mine: mine.has(id), newest, evaluations: new Map(evaluations) }]
    }),
  )
}
