'use client'
import { useState } from 'react'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { LiveScores } from '@/lib/forms/live-scores'
import { score as sayScore } from '@/lib/messages/numbers'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { useCellForm } from './cell-form-context'
import { hrefFromIndicators } from './live-score'
import { ExplanationText, explanationSummary } from './score-explanation'
import { useLiveEvaluation, useLiveRow } from './use-live-scores'

/** 得分 as typed, opening into where it comes from; that is found out when it is opened. */
export function ScoreBox({ id, live }: { id: string; live: LiveScores }) {
  const { readOnly } = useCellForm()
  const [open, setOpen] = useState(false)
  const points = useLiveRow(live, id)?.result.score ?? null
  return (
    <div className="rounded bg-sunken px-3 py-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm text-muted">{readOnly ? '得分' : '得分（试算）'}</span>
        <span className="text-xl font-semibold tabular-nums">{points === null ? '—' : sayScore(points)}</span>
      </p>
      <details className="group text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={explanationSummary}>计分说明</summary>
        {open ? <Explained id={id} live={live} /> : null}
      </details>
    </div>
  )
}

function Explained({ id, live }: { id: string; live: LiveScores }) {
  const { evaluation, score } = useLiveEvaluation(live)
  const explanation = explainScore(evaluation, score, { kind: 'indicator', id })
  return explanation === null ? (
    <p className="mt-2 text-muted">尚未填写。</p>
  ) : (
    <ExplanationText explanation={sayExplanation(explanation)} hrefOf={hrefFromIndicators} />
  )
}
