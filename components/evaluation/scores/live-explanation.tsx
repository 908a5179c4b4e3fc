'use client'
import { useState } from 'react'
import type { ExplainedSubject } from '@/lib/domain/explanation/explained'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { ExplanationText, explanationSummary } from './score-explanation'
import { useLiveEvaluation } from './use-live-scores'

type Explained = { live: LiveScores; subject: ExplainedSubject; hrefOf: (at: string) => string }

/** Where a score comes from that follows what is typed: found out when it is opened, so that it costs a key nothing. */
export function LiveExplanation({ label, ...explained }: Explained & { label: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="group text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={explanationSummary}>{label}</summary>
      {open ? <Explanation {...explained} /> : null}
    </details>
  )
}

function Explanation({ live, subject, hrefOf }: Explained) {
  const { evaluation, score } = useLiveEvaluation(live)
  const explanation = explainScore(evaluation, score, subject)
  if (explanation === null) return <p className="mt-2 text-muted">尚未填写。</p>
  return <ExplanationText explanation={sayExplanation(explanation)} hrefOf={hrefOf} />
}
