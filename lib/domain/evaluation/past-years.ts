import type { AddressText } from '@/lib/domain/cells/addresses'
import { type FigureName, isAskedFor } from '@/lib/domain/cells/funds'
import type { Refusal } from '@/lib/domain/decision/decision'
import { mayStandIn } from './cell-change'
import { type CellValue, writeCellValue } from './cell-value'
import type { Evaluation } from './evaluation'
import { textAt } from './evaluation-cells'

/**
 * 往年数据: figures of departments' past years, taken in at once from a list. Each line has those of one department in one year; only what
 * is 未填 there is filled, and nothing of a year that is still at work.
 */
export type PastYearLine = {
  /** Place in the list as people count it, from 1. */
  line: number
  code: string
  year: number
  figures: readonly { name: FigureName; value: CellValue }[]
}

/** The department of a code with its years that the list may meet. `mine`: the viewer administers it. */
export type KnownPastYears = {
  name: string
  mine: boolean
  /** The newest year of which it has a self-evaluation; null: it has none. */
  newest: number | null
  /** By year. */
  evaluations: ReadonlyMap<number, Evaluation>
}

/** What a line comes to: the cells that it fills, those that say the same already, and those that its scheme does not have. */
export type PastYearOutcome = {
  line: number
  code: string
  name: string
  year: number
  evaluationId: string | null
  fills: readonly { address: AddressText; value: CellValue }[]
  same: number
  unasked: number
  /** What stands there otherwise, as it is typed: it is never overwritten. */
  differing: readonly { name: FigureName; now: string; typed: string }[]
  refusals: readonly Refusal[]
}

/** Compares a list with what is there. Meant to be carried out only where no outcome is wrong (`isWrong`). */
export function planPastYears(lines: readonly PastYearLine[], known: ReadonlyMap<string, KnownPastYears>): PastYearOutcome[] {
  const first = new Map<string, number>()
  return lines.map((one) => {
    const key = `${one.code} ${one.year}`
    const before = first.get(key)
    if (before === undefined) first.set(key, one.line)
    const twice: Refusal[] = before === undefined ? [] : [{ code: 'past-year-twice', facts: { line: `${before}` } }]
    return outcomeOf(one, known.get(one.code), twice)
  })
}

export const isWrong = ({ differing, refusals }: Pick<PastYearOutcome, 'differing' | 'refusals'>): boolean =>
  differing.length + refusals.length > 0

function outcomeOf(
  { line, code, year, figures }: PastYearLine,
  known: KnownPastYears | undefined,
  twice: readonly Refusal[],
): PastYearOutcome {
  const base = { line, code, name: known?.mine ? known.name : '', year, fills: [], same: 0, unasked: 0, differing: [] }
  const refusal = refusalOf(code, year, known)
  const evaluation = known?.evaluations.get(year)
  if (refusal !== null || evaluation === undefined)
    return { ...base, evaluationId: null, refusals: [...twice, ...(refusal === null ? [] : [refusal])] }
  const compared = figures.map((figure) => compare(figure, evaluation))
  const of = <K extends Compared['kind']>(kind: K) => compared.filter((one): one is Extract<Compared, { kind: K }> => one.kind === kind)
  return {
    ...base,
    evaluationId: evaluation.id,
    fills: of('fills').map(({ address, value }) => ({ address, value })),
    same: of('same').length,
    unasked: of('unasked').length,
    differing: of('differing').map(({ name, now, typed }) => ({ name, now, typed })),
    refusals: [...twice, ...of('refused').map((one) => one.refusal)],
  }
}

/** Why nothing of the year is taken in; null where something may be. */
function refusalOf(code: string, year: number, known: KnownPastYears | undefined): Refusal | null {
  if (!known?.mine) return { code: 'past-year-department', facts: { code } }
  const evaluation = known.evaluations.get(year)
  const facts = { year: `${year}` }
  if (known.newest !== null && year >= known.newest) return { code: 'past-year-current', facts }
  if (evaluation === undefined) return { code: 'past-year-not-open', facts }
  return evaluation.status === 'draft' ? null : { code: 'past-year-locked', facts }
}

type Compared =
  | { kind: 'fills'; address: AddressText; value: CellValue }
  | { kind: 'same' }
  | { kind: 'unasked' }
  | { kind: 'differing'; name: FigureName; now: string; typed: string }
  | { kind: 'refused'; refusal: Refusal }

function compare({ name, value }: PastYearLine['figures'][number], evaluation: Evaluation): Compared {
  const address: AddressText = `funds/${name}`
  if (!isAskedFor(name, evaluation.kind, evaluation.scheme.figureGroups)) return { kind: 'unasked' }
  const [now, typed] = [textAt(evaluation, address), writeCellValue(value)]
  if (now === typed) return { kind: 'same' }
  if (now !== '') return { kind: 'differing', name, now, typed }
  const allowed = mayStandIn(evaluation, address, value)
  return allowed.ok ? { kind: 'fills', address, value } : { kind: 'refused', refusal: allowed.refusal }
}
