import type { ReactNode } from 'react'
import { SummaryExplanations } from '@/components/evaluation/scores/summary-explanations'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { Tag } from '@/components/ui/tag'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { onItsGrounds } from '@/lib/domain/evaluation/indicator'
import { equals, type Points } from '@/lib/domain/quantities'
import { gradeName, gradeOf } from '@/lib/domain/scoring/grade'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { RECONSTRUCTED_EXPLANATION, RECONSTRUCTED_MARK, UNVERIFIED_MARK } from '@/lib/messages/labels'
import { score as scoreText, shortNumber } from '@/lib/messages/numbers'
import { rateText } from '@/lib/report/data-text'
import { anchorOf } from './reading'

type Props = { evaluation: Evaluation; score: EvaluationScore; reviewed: Points | null }

/** What an approval would make of it, before it is given. */
export function sayResult({ scheme }: Evaluation, { total }: EvaluationScore, reviewed: Points | null): string {
  const result = reviewed ?? total
  if (result === null) return '总分未得出。'
  const grade = gradeOf(result, scheme)
  const own = total === null || equals(result, total) ? '' : `（自评 ${scoreText(total)} 分）`
  return `复核结果：${scoreText(result)} 分${own}${grade === null ? '' : `，等级“${gradeName(grade, scheme)}”`}。`
}

/** Rate, score and grade at the head of the page; the reviewed total where it differs. */
export function ReviewSummary({ evaluation, score, reviewed }: Props) {
  const { scheme } = evaluation
  const differs = reviewed !== null && (score.total === null || !equals(reviewed, score.total))
  const reviewedGrade = gradeOf(reviewed, scheme)
  const given = evaluation.indicators.filter(({ reviewScore, reviewGrounds }) => onItsGrounds(reviewScore, reviewGrounds) !== null).length
  return (
    <>
      {evaluation.reconstructed && (
        <Notice tone="warning" title={RECONSTRUCTED_MARK} className="mb-4 hidden print:block">
          {RECONSTRUCTED_EXPLANATION}
        </Notice>
      )}
      <Section>
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Figure label="预算执行率">{rateText(score) || '未得出'}</Figure>
          <Figure label={`预算执行得分${score.executionMaxScore === null ? '' : `（满分 ${shortNumber(score.executionMaxScore)}）`}`}>
            {score.executionScore === null ? '—' : scoreText(score.executionScore)}
          </Figure>
          <Figure label="自评得分">{score.total === null ? '未得出' : `${scoreText(score.total)} 分`}</Figure>
          <Figure label="等级">{score.grade === null ? '未得出' : gradeName(score.grade, scheme)}</Figure>
          {differs && reviewed !== null && (
            <>
              <Figure label={`复核后得分（${given} 项给出复核分）`}>{scoreText(reviewed)} 分</Figure>
              <Figure label="复核后等级">{reviewedGrade === null ? '—' : gradeName(reviewedGrade, scheme)}</Figure>
            </>
          )}
        </dl>
        <p className="mt-3 text-sm text-muted">
          评价方案：{scheme.name}（第 {scheme.version} 版）{scheme.verified ? null : <Tag>{UNVERIFIED_MARK}</Tag>}
        </p>
        <div className="mt-3 grid gap-2">
          <SummaryExplanations evaluation={evaluation} score={score} hrefOf={(at) => `#${anchorOf(at, evaluation)}`} />
        </div>
      </Section>
    </>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-xl font-semibold tabular-nums">{children}</dd>
    </div>
  )
}
