'use client'
import { useDeferredValue, useMemo } from 'react'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring'
import { type EvaluationFrame, evaluationAsTyped } from '@/lib/forms/live-evaluation'
import { gradeLabels } from '@/lib/messages/labels'
import { percent, score as sayScore, shortNumber } from '@/lib/messages/numbers'
import { useCellForm } from './cell-form'

/** Scores of what is typed at this moment, by the functions that decide on the server. */
export function useLiveScore(frame: EvaluationFrame): EvaluationScore {
  const texts = useDeferredValue(useCellForm().texts)
  return useMemo(() => scoreEvaluation(evaluationAsTyped(frame, texts)), [frame, texts])
}

/** 执行率, 得分 and 等级 as one types. */
export function LiveScore({ frame, show }: { frame: EvaluationFrame; show: 'execution' | 'all' }) {
  const { executionRate, executionScore, executionMaxScore, total, grade } = useLiveScore(frame)
  const figures = [
    { label: '预算执行率', value: executionRate === null ? '—' : percent(executionRate) },
    {
      label: '预算执行得分',
      value:
        executionScore === null
          ? '—'
          : `${sayScore(executionScore)}${executionMaxScore === null ? '' : ` / ${shortNumber(executionMaxScore)}`}`,
    },
    ...(show === 'all'
      ? [
          { label: '总分', value: total === null ? '—' : sayScore(total) },
          { label: '等级', value: grade === null ? '—' : gradeLabels[grade] },
        ]
      : []),
  ]
  return (
    <dl aria-label="按当前填写试算" className="mb-4 flex flex-wrap gap-x-8 gap-y-2 rounded border border-line bg-surface px-4 py-3">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
      <p className="self-end text-sm text-muted">随填写即时试算，保存后以系统计算为准。</p>
    </dl>
  )
}
