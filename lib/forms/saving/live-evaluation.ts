import type { AddressText } from '@/lib/domain/cells/addresses'
import { type ColumnOf, LISTS } from '@/lib/domain/cells/cells'
import { FIGURE_ITEMS, isFigureName } from '@/lib/domain/cells/funds'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { readAgain } from '@/lib/domain/evaluation/evaluation-cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { withCellOfRow } from '@/lib/domain/evaluation/row-cells'
import { emptyIndicator } from '@/lib/domain/evaluation/rows'
import { fromJson, toJson } from '@/lib/domain/json/quantities-json'
import { plain, quantity } from '@/lib/domain/quantities'
import { isFrozen } from '@/lib/domain/review/review'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { readCellValue } from '@/lib/forms/cells/cells'
import { idsWithNew, type NewRow } from './new-rows'

/**
 * What the browser needs beside the typed texts to compute sums, rate and scores as one types, with the very functions
 * that decide on the server: plain values only.
 */
export type EvaluationFrame = {
  scheme: Scheme
  year: number
  indicators: readonly FrameRow[]
  /** The scores of an approved evaluation, as a JSON text: they are what was approved; null where scores follow what is typed. */
  settled: string | null
}
/** What nobody types of an indicator: whether the scheme gives it, and what was approved. `approvedMaxScore` as decimal text. */
export type FrameRow = Pick<Indicator, 'id' | 'fixedId' | 'approvedTarget' | 'approvedAs'> & { approvedMaxScore: string | null }

export const frameOf = ({ scheme, year, status, indicators }: Evaluation, score: EvaluationScore | null = null): EvaluationFrame => ({
  scheme,
  year,
  settled: score !== null && isFrozen(status) ? JSON.stringify(toJson(score)) : null,
  indicators: indicators.map(({ id, fixedId, approvedTarget, approvedMaxScore, approvedAs }) => ({
    id,
    fixedId,
    approvedTarget,
    approvedMaxScore: approvedMaxScore && plain(approvedMaxScore),
    approvedAs,
  })),
})

/** What is typed in a cell at this moment; empty where nothing is. */
export type TextOf = (address: AddressText) => string

const COLUMNS = Object.keys(LISTS.indicators) as ColumnOf<'indicators'>[]
const FIGURES = Object.entries(FIGURE_ITEMS)
  .flatMap(([item, { columns }]) => columns.map((column) => `${item}/${column}`))
  .filter(isFigureName)

/** The frame's indicators with those that were added and in which something is typed by now, in their places. */
export function rowsWithNew({ indicators }: EvaluationFrame, added: readonly NewRow[], textOf: TextOf): readonly FrameRow[] {
  const begun = added.filter(
    ({ list, id }) => list === 'indicators' && COLUMNS.some((column) => textOf(`indicators/${id}/${column}`) !== ''),
  )
  if (begun.length === 0) return indicators
  const stored = new Map(indicators.map((row) => [row.id, row]))
  const fresh = { fixedId: null, approvedTarget: null, approvedMaxScore: null, approvedAs: null }
  return idsWithNew([...stored.keys()], begun, { list: 'indicators' }).map((id) => stored.get(id) ?? { id, ...fresh })
}

/** The scores to show for what is typed. */
export const liveScore = ({ settled }: EvaluationFrame, evaluation: Evaluation): EvaluationScore =>
  settled === null ? scoreEvaluation(evaluation) : (fromJson(JSON.parse(settled)) as EvaluationScore)

/** Figures and indicators as they are typed at this moment; what cannot be read counts as 未填. Everything else is empty. */
export function evaluationAsTyped(frame: EvaluationFrame, texts: Readonly<Record<string, string>>): Evaluation {
  const textOf: TextOf = (address) => texts[address] ?? ''
  const indicators = frame.indicators.map((row) => indicatorAsTyped(row, textOf))
  return { ...blankEvaluation(frame), figures: figuresAsTyped(textOf), indicators }
}

/** The figures as they are typed. */
export const figuresAsTyped = (textOf: TextOf): Evaluation['figures'] =>
  Object.fromEntries(
    FIGURES.flatMap((name) => {
      const value = typedIn(`funds/${name}`, textOf)
      return value?.kind === 'figure' && value.figure !== null ? [[name, value.figure] as const] : []
    }),
  )

/** One indicator as it is typed: its cells first, then target and actual are read once, in what surrounds them. */
export function indicatorAsTyped({ approvedMaxScore, ...row }: FrameRow, textOf: TextOf): Indicator {
  const approved = approvedMaxScore === null ? null : quantity(approvedMaxScore)
  const empty: Indicator = { ...emptyIndicator(row.id), ...row, approvedMaxScore: approved }
  return readAgain(
    COLUMNS.reduce((before, column) => {
      const value = typedIn(`indicators/${row.id}/${column}`, textOf)
      return value === null ? before : withCellOfRow(before, { field: column, ...LISTS.indicators[column] }, value)
    }, empty),
  )
}

/** What is typed in a cell; null where it is empty or cannot be read. */
function typedIn(address: AddressText, textOf: TextOf): CellValue | null {
  const text = textOf(address)
  const value = text === '' ? null : readCellValue(address, text)
  return value?.ok ? value.value : null
}

/** The evaluation that the frame is of, with nothing typed in it. */
export const blankEvaluation = ({ scheme, year }: EvaluationFrame): Evaluation => ({
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
  authorityName: null,
  departmentName: '',
  departmentCode: '',
  projectName: null,
  scheme,
  status: 'draft',
  node: 'entry',
  revision: 0,
  reconstructed: false,
  figures: {},
  narrative: emptyNarrative(),
  goals: [],
  tasks: [],
  indicators: [],
  problems: [],
  measures: [],
  projects: [],
  cover: { annexNumber: '', signature: '', date: '', preparer: '', principal: '', phone: '', financePrincipal: '' },
  evidence: [],
})
