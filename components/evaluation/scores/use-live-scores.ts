'use client'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { useSame } from '@/components/ui/use-same'
import type { EvaluationFrame } from '@/lib/forms/saving/live-evaluation'
import { type LiveEvaluation, type LiveRow, type LiveScores, liveScores } from '@/lib/forms/saving/live-scores'

/** A pause in typing that seems none, and the longest for which steady typing leaves the scores behind, in ms. */
const PAUSE = 150
const LONGEST = 1_500

/** Does what was asked for last at a pause, so that no key waits for it. */
function atPause(): (work: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  return (work) => {
    const now = performance.now()
    if (timer === undefined) since = now
    clearTimeout(timer)
    const run = () => {
      timer = undefined
      work()
    }
    timer = setTimeout(run, Math.max(0, Math.min(PAUSE, since + LONGEST - now)))
  }
}

/** Scores that follow what is typed in the form; they stay the same while one types: see `useLiveRow` and `useLiveEvaluation`. */
export function useLiveScores(given: EvaluationFrame): LiveScores {
  const { store } = useCellForm()
  const frame = useSame(given)
  const live = useMemo(() => liveScores(store, frame, atPause()), [store, frame])
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
