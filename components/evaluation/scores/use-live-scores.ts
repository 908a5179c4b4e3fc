'use client'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { EvaluationFrame } from '@/lib/forms/saving/live-evaluation'
import { type LiveEvaluation, type LiveRow, type LiveScores, liveScores } from '@/lib/forms/saving/live-scores'

/** Long enough that what was typed is drawn first, short enough to seem at once. */
const SOON = 120
const soon = (work: () => void): void => void setTimeout(work, SOON)

/** Scores that follow what is typed in the form; they stay the same while one types: see `useLiveRow` and `useLiveEvaluation`. */
export function useLiveScores(frame: EvaluationFrame): LiveScores {
  const { store } = useCellForm()
  const live = useMemo(() => liveScores(store, frame, soon), [store, frame])
  useEffect(() => live.follow(), [live])
  return live
}

/** What is typed with its scores; draws again with each of them. */
export const useLiveEvaluation = (live: LiveScores): LiveEvaluation => useSyncExternalStore(live.subscribe, live.now, live.now)

/** One indicator with its score; draws again when they change. Undefined while nothing is typed in a new row. */
export function useLiveRow(live: LiveScores, id: string): LiveRow | undefined {
  const subscribe = useCallback((listener: () => void) => live.subscribeRow(id, listener), [live, id])
  const row = () => live.row(id)
  return useSyncExternalStore(subscribe, row, row)
}
