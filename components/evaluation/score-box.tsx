'use client'
import type { ScoreExplanation } from '@/lib/domain/explanation/explained'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { score as sayScore } from '@/lib/messages/numbers'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { useCellForm } from './cell-form-context'
import { hrefFromIndicators } from './live-score'
import { ScoreExplanationPanel } from './score-explanation'

/** 得分 as typed, opening into where it comes from. */
export function ScoreBox({ explanation, result }: { explanation: ScoreExplanation | null; result: IndicatorScore | undefined }) {
  const { readOnly } = useCellForm()
  const points = result?.score ?? null
  return (
    <div className="rounded bg-sunken px-3 py-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm text-muted">{readOnly ? '得分' : '得分（试算）'}</span>
        <span className="text-xl font-semibold tabular-nums">{points === null ? '—' : sayScore(points)}</span>
      </p>
      {explanation === null ? null : (
        <ScoreExplanationPanel explanation={sayExplanation(explanation)} label="计分说明" hrefOf={hrefFromIndicators} />
      )}
    </div>
  )
}
