'use client'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { useLibrary } from '@/components/evaluation/library/use-library'
import { atStake } from '@/lib/domain/explanation/at-stake'
import { adviseOnTarget } from '@/lib/domain/explanation/target-advice'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import type { KnownOfTarget } from '@/lib/forms/library'
import type { LiveRow, LiveScores } from '@/lib/forms/saving/live-scores'
import { sayAdvice, sayStake } from '@/lib/messages/target-advice'

const NOTHING: KnownOfTarget = { history: [], peers: [] }

/** What hangs on a 年度指标值, what is doubtful about it as it is typed, and what it was in earlier years and is with like departments. */
export function TargetAdviceLines({ row, live }: { row: LiveRow; live: LiveScores }) {
  const { readOnly } = useCellForm()
  const { indicator } = row
  const name = indicator.name.trim()
  // A target that was approved, or that the scheme gives, is not the person's to set
  const own = !readOnly && indicator.fixedId === null && indicator.approvedTarget === null
  const { answer } = useLibrary<KnownOfTarget>(own && name !== '' ? { name, row: indicator.id } : null)
  if (!own) return null
  const { evaluation } = live.now()
  const { history, peers } = answer ?? NOTHING
  const stake = atStake(indicator, evaluation)
  const advice = adviseOnTarget(
    indicator.target.reading,
    { ...indicator, year: evaluation.year },
    {
      history: history.flatMap(({ year, actual }) =>
        actual === '' ? [] : [{ year, text: actual, reading: readActual(actual, indicator) }],
      ),
      peers: peers.map((text) => ({ text, reading: readTarget(text, indicator) })),
    },
  )
  if (stake === null && advice.length + history.length + peers.length === 0) return null
  return (
    <div className="grid max-w-3xl gap-1 text-sm">
      {stake === null ? null : <p className="text-muted">{sayStake(stake)}</p>}
      {advice.map((one) => (
        <p key={sayAdvice(one)} className="border-l-4 border-warning pl-2">
          {sayAdvice(one)}
        </p>
      ))}
      {history.length === 0 ? null : (
        <p className="text-muted">
          历年：
          {history.map(({ year, target, actual }) => `${year} 年 ${target || '—'}，完成 ${actual || '—'}`).join('；')}
        </p>
      )}
      {peers.length === 0 ? null : <p className="text-muted">{`同类部门指标值：${[...new Set(peers)].slice(0, 8).join('、')}`}</p>}
    </div>
  )
}
