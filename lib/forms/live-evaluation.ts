import { type AddressText, addressOf, parseAddress } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withCell } from '@/lib/domain/evaluation/evaluation-cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyIndicator } from '@/lib/domain/evaluation/rows'
import { plain, quantity } from '@/lib/domain/quantities'
import { fromJson, toJson } from '@/lib/domain/quantities-json'
import { isFrozen } from '@/lib/domain/review/review'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { readCellValue } from './cells'
import { idsWithNew, type NewRow } from './new-rows'

/**
 * What the browser needs beside the typed texts to compute sums, rate and scores as one types, with the very functions
 * that decide on the server: plain values only.
 */
export type EvaluationFrame = {
  scheme: Scheme
  year: number
  indicators: readonly FrameRow[]
  /** The scores of an approved evaluation, as JSON: they are what was approved; null where scores follow what is typed. */
  settled: unknown
}
/** What nobody types of an indicator: whether the scheme gives it, and what was approved. `approvedMaxScore` as decimal text. */
type FrameRow = Pick<Indicator, 'id' | 'fixedId' | 'approvedTarget' | 'approvedAs'> & { approvedMaxScore: string | null }

export const frameOf = ({ scheme, year, status, indicators }: Evaluation, score: EvaluationScore | null = null): EvaluationFrame => ({
  scheme,
  year,
  settled: score !== null && isFrozen(status) ? toJson(score) : null,
  indicators: indicators.map(({ id, fixedId, approvedTarget, approvedMaxScore, approvedAs }) => ({
    id,
    fixedId,
    approvedTarget,
    approvedMaxScore: approvedMaxScore && plain(approvedMaxScore),
    approvedAs,
  })),
})

/** The frame with the indicators that were added and in which something is typed by now, in their places. */
export function withNewRows(frame: EvaluationFrame, added: readonly NewRow[], texts: Readonly<Record<string, string>>): EvaluationFrame {
  const begun = new Set(Object.keys(texts).map((address) => (texts[address] === '' ? '' : address.split('/')[1])))
  const stored = new Map(frame.indicators.map((row) => [row.id, row]))
  const ids = idsWithNew(
    [...stored.keys()],
    added.filter(({ id }) => begun.has(id)),
    { list: 'indicators' },
  )
  if (ids.length === stored.size) return frame
  const fresh = { fixedId: null, approvedTarget: null, approvedMaxScore: null, approvedAs: null }
  return { ...frame, indicators: ids.map((id) => stored.get(id) ?? { id, ...fresh }) }
}

/** The scores to show for what is typed. */
export const liveScore = ({ settled }: EvaluationFrame, evaluation: Evaluation): EvaluationScore =>
  settled === null ? scoreEvaluation(evaluation) : (fromJson(settled) as EvaluationScore)

type Typed = readonly [address: AddressText, text: string]

/** Figures and indicators as they are typed at this moment; what cannot be read counts as 未填. Everything else is empty. */
export function evaluationAsTyped(frame: EvaluationFrame, texts: Readonly<Record<string, string>>): Evaluation {
  const blank = blankEvaluation(frame)
  const funds: Typed[] = []
  const rows = new Map<string, Typed[]>(frame.indicators.map(({ id }) => [id, []]))
  for (const [address, text] of Object.entries(texts)) {
    const cell = text === '' ? null : parseAddress(address)
    if (cell?.part === 'funds') funds.push([addressOf(cell), text])
    if (cell?.part === 'indicators') rows.get(cell.row)?.push([addressOf(cell), text])
  }
  // Each row by itself: putting a cell into a list copies the list.
  const indicators = frame.indicators.flatMap(({ approvedMaxScore, ...row }): readonly Indicator[] => {
    const approved = approvedMaxScore === null ? null : quantity(approvedMaxScore)
    const alone = { ...blank, indicators: [{ ...emptyIndicator(row.id), ...row, approvedMaxScore: approved }] }
    return withTyped(alone, rows.get(row.id) ?? []).indicators
  })
  return { ...withTyped(blank, funds), indicators }
}

const withTyped = (evaluation: Evaluation, typed: readonly Typed[]): Evaluation =>
  typed.reduce((before, [address, text]) => {
    const value = readCellValue(address, text)
    return value.ok ? withCell(before, address, value.value) : before
  }, evaluation)

const blankEvaluation = ({ scheme, year }: EvaluationFrame): Evaluation => ({
  id: '',
  kind: 'department',
  scope: 'own',
  stage: 'selfEvaluation',
  subjectId: '',
  parentId: null,
  roundId: '',
  year,
  departmentId: '',
  departmentPath: '',
  departmentName: '',
  departmentCode: '',
  projectName: null,
  scheme,
  status: 'draft',
  node: 'entry',
  revision: 0,
  reconstructed: false,
  figures: {},
  narrative: { duties: [], deviation: [], conclusion: [], taskOverview: [], achievements: [] },
  goals: [],
  tasks: [],
  indicators: [],
  problems: [],
  measures: [],
  cover: { annexNumber: '', signature: '', date: '', preparer: '', principal: '', phone: '' },
})
