import { type AddressText, parseAddress } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { isSame } from '@/lib/domain/json/same'
import type { EvaluationScore, IndicatorScore } from '@/lib/domain/scoring/scoring'
import type { CellStore } from './cell-store'
import {
  blankEvaluation,
  type EvaluationFrame,
  type FrameRow,
  figuresAsTyped,
  indicatorAsTyped,
  liveScore,
  rowsWithNew,
} from './live-evaluation'

/** What is typed at this moment with its scores. */
export type LiveEvaluation = { evaluation: Evaluation; score: EvaluationScore }
/** One indicator with its score: the same object until one of them changes. Undefined while nothing is typed in a new row. */
export type LiveRow = { indicator: Indicator; result: IndicatorScore }

export type LiveScores = ReturnType<typeof liveScores>

/**
 * Scores that follow what is typed in a form, by the functions that decide on the server. Only rows in which something was typed
 * are read again; `later` says when, and is told of each key, so that keys are drawn before their scores.
 */
export function liveScores(store: CellStore, frame: EvaluationFrame, later: (work: () => void) => void) {
  const textOf = (address: AddressText) => store.value(address)
  const blank = blankEvaluation(frame)
  const indicators = new Map<string, { row: FrameRow; indicator: Indicator }>()
  let figures: Evaluation['figures'] | null = null
  let live: LiveEvaluation | null = null
  let rows: ReadonlyMap<string, LiveRow> = new Map()
  const listeners = new Set<() => void>()
  const ofRows = new Map<string, Set<() => void>>()
  let waiting = false

  function read(row: FrameRow): Indicator {
    const known = indicators.get(row.id)
    if (known !== undefined && known.row === row) return known.indicator
    const indicator = indicatorAsTyped(row, textOf)
    indicators.set(row.id, { row, indicator })
    return indicator
  }
  function compute(): LiveEvaluation {
    figures ??= figuresAsTyped(textOf)
    const evaluation = { ...blank, figures, indicators: rowsWithNew(frame, store.newRows(), textOf).map(read) }
    const score = liveScore(frame, evaluation)
    const results = new Map(score.indicators.map((result) => [result.id, result]))
    const before = rows
    rows = new Map(
      evaluation.indicators.flatMap((indicator) => {
        const result = results.get(indicator.id)
        if (result === undefined) return []
        const known = before.get(indicator.id)
        const same = known !== undefined && known.indicator === indicator && isSame(known.result, result)
        return [[indicator.id, same ? known : { indicator, result }] as const]
      }),
    )
    return { evaluation, score }
  }
  function follow(): void {
    if (!waiting) return
    waiting = false
    const before = rows
    live = compute()
    for (const listener of [...listeners]) listener()
    // A form of 300 rows has thousands that listen: only those of the rows that changed are told
    for (const [id, here] of ofRows) if (before.get(id) !== rows.get(id)) for (const listener of [...here]) listener()
  }
  function forget(touched: ReadonlySet<string>): void {
    for (const address of touched) {
      const cell = parseAddress(address)
      if (cell?.part === 'funds') figures = null
      if (cell?.part === 'indicators') indicators.delete(cell.row)
    }
    if (touched.size === 0) return
    waiting = true
    later(follow)
  }

  const now = (): LiveEvaluation => {
    live ??= compute()
    return live
  }
  return {
    now,
    /** One indicator with its score. */
    row(id: string): LiveRow | undefined {
      now()
      return rows.get(id)
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Hears of one indicator and its score. */
    subscribeRow(id: string, listener: () => void): () => void {
      const here = ofRows.get(id) ?? new Set()
      ofRows.set(id, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0 && ofRows.get(id) === here) ofRows.delete(id)
      }
    },
    /** Follows the form until the function that it gives is called. What was typed before counts too. */
    follow(): () => void {
      forget(new Set(Object.keys(store.texts())))
      return store.subscribeAll(forget)
    },
  }
}
