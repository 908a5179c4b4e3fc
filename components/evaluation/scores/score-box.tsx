'use client'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { score as sayScore } from '@/lib/messages/numbers'
import { LiveExplanation } from './live-explanation'
import { hrefFromIndicators } from './live-score'
import { useLiveRow } from './use-live-scores'

/** 得分 as typed, opening into where it comes from; that is found out when it is opened. */
export function ScoreBox({ id, live }: { id: string; live: LiveScores }) {
  const { readOnly } = useCellForm()
  const points = useLiveRow(live, id)?.result.score ?? null
  return (
    <div className="rounded bg-sunken px-3 py-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm text-muted">{readOnly ? '得分' : '得分（试算）'}</span>
        <span className="text-xl font-semibold tabular-nums">{points === null ? '—' : sayScore(points)}</span>
      </p>
      <LiveExplanation live={live} subject={{ kind: 'indicator', id }} label="计分说明" hrefOf={hrefFromIndicators} />
    </div>
  )
}
