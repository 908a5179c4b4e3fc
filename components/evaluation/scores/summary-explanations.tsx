import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { ScoreExplanationPanel } from './score-explanation'

const labels = { execution: '执行得分说明', total: '总分说明', grade: '等级说明' } as const
type Kind = keyof typeof labels

type Props = {
  evaluation: Evaluation
  score: EvaluationScore
  /** Where an input's cell is read or filled in. */
  hrefOf: (at: string) => string
  kinds?: readonly Kind[]
}

/** Where 执行得分, 总分 and 等级 come from. */
export function SummaryExplanations({ evaluation, score, hrefOf, kinds = ['execution', 'total', 'grade'] }: Props) {
  return kinds.map((kind) => {
    const explanation = explainScore(evaluation, score, { kind })
    return explanation === null ? null : (
      <ScoreExplanationPanel key={kind} explanation={sayExplanation(explanation)} label={labels[kind]} hrefOf={hrefOf} />
    )
  })
}
