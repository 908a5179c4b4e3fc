'use client'
import type { ReactNode } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { rowAt } from '@/lib/domain/cells/addresses'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import { gradeName } from '@/lib/domain/scoring/grade'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { fullMarksOf } from '@/lib/domain/scoring/total'
import type { EvaluationFrame } from '@/lib/forms/saving/live-evaluation'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { percent, score as sayScore, shortNumber } from '@/lib/messages/numbers'
import { LiveExplanation } from './live-explanation'
import { useLiveEvaluation, useLiveScores } from './use-live-scores'

const EXECUTION = { kind: 'execution' } as const
const TOTAL = { kind: 'total' } as const
const GRADE = { kind: 'grade' } as const

/** Where a figure or an indicator's cell is filled in, from a form of the evaluation: on the same page, or on that of its part. */
const hrefFrom =
  (section: EntrySection) =>
  (at: string): string => {
    const part = rowAt(at)?.list ?? 'funds'
    return part === section ? `#${at}` : `${part}#${at}`
  }
export const hrefFromIndicators = hrefFrom('indicators')
const hrefFromFunds = hrefFrom('funds')

/** 执行率 and 执行得分 as one types, and where they come from. */
export function LiveExecution({ frame }: { frame: EvaluationFrame }) {
  const live = useLiveScores(frame)
  const { score } = useLiveEvaluation(live)
  return (
    <>
      <ScoreFigures figures={executionFigures(score)} />
      <div className="mb-4">
        <LiveExplanation live={live} subject={EXECUTION} label="执行得分说明" hrefOf={hrefFromFunds} />
      </div>
    </>
  )
}

/** 执行率, 分值 handed out so far, 总分 and 等级 as one types; `children` stand beside the ways to their explanations. */
export function LiveTotals({ live, children }: { live: LiveScores; children: ReactNode }) {
  const { evaluation, score } = useLiveEvaluation(live)
  const { total, grade } = score
  return (
    <>
      <ScoreFigures
        figures={[
          ...executionFigures(score),
          { label: '分值合计', value: `${shortNumber(fullMarksOf(score))} / 100` },
          { label: '总分', value: total === null ? '—' : sayScore(total) },
          { label: '等级', value: grade === null ? '—' : gradeName(grade, evaluation.scheme) },
        ]}
      />
      <div className="mb-2 flex flex-wrap items-start gap-x-6 gap-y-1">
        <LiveExplanation live={live} subject={EXECUTION} label="执行得分说明" hrefOf={hrefFromIndicators} />
        <LiveExplanation live={live} subject={TOTAL} label="总分说明" hrefOf={hrefFromIndicators} />
        <LiveExplanation live={live} subject={GRADE} label="等级说明" hrefOf={hrefFromIndicators} />
        {children}
      </div>
    </>
  )
}

const executionFigures = ({ executionRate, executionScore, executionMaxScore }: EvaluationScore) => [
  { label: '预算执行率', value: executionRate === null ? '—' : percent(executionRate) },
  ...(executionMaxScore === null
    ? []
    : [
        { label: '预算执行得分', value: `${executionScore === null ? '—' : sayScore(executionScore)} / ${shortNumber(executionMaxScore)}` },
      ]),
]

function ScoreFigures({ figures }: { figures: readonly { label: string; value: string }[] }) {
  const { readOnly } = useCellForm()
  return (
    <div className="z-20 mb-2 flex min-h-12 flex-wrap items-center gap-x-8 gap-y-1 rounded border border-line bg-surface px-4 py-1 md:sticky md:top-11">
      <dl aria-label={readOnly ? '执行率和得分' : '按当前填写试算'} className="flex flex-wrap gap-x-6 gap-y-1">
        {figures.map(({ label, value }) => (
          <div key={label} className="flex items-baseline gap-2">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {readOnly ? null : <p className="text-sm text-muted">随填写即时试算，保存后以系统计算为准。</p>}
    </div>
  )
}
