import { hrefFromIndicators } from '@/components/evaluation/scores/live-score'
import { useLiveEvaluation } from '@/components/evaluation/scores/use-live-scores'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { figureLabel } from '@/lib/messages/column-labels'

/** The figures of an indicator's formula that are 未填, each with the way to its cell. */
export function MissingFigures({ id, live }: { id: string; live: LiveScores }) {
  const { evaluation, score } = useLiveEvaluation(live)
  const { inputs = [] } = explainScore(evaluation, score, { kind: 'indicator', id }) ?? {}
  const missing = inputs.flatMap((input) => (input.kind === 'figure' && evaluation.figures[input.name] === undefined ? [input] : []))
  return (
    <p>
      所用数据未填：
      {missing.map(({ at, name }, index) => (
        <span key={at}>
          {index === 0 ? '' : '、'}
          <a href={hrefFromIndicators(at)} className="text-action underline underline-offset-4">
            {figureLabel(name)}
          </a>
        </span>
      ))}
    </p>
  )
}
