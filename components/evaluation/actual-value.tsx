import type { FigureName } from '@/lib/domain/cells/funds'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import type { LiveScores } from '@/lib/forms/live-scores'
import { figureLabel } from '@/lib/messages/cell-labels'
import { NOT_APPLICABLE } from '@/lib/messages/labels'
import { score as sayScore } from '@/lib/messages/numbers'
import { CellInput } from './cell-input'
import { CellMarks } from './cell-marks'
import { hrefFromIndicators } from './live-score'
import { useLiveEvaluation } from './use-live-scores'

type Props = { address: string; result: IndicatorScore | undefined; live: LiveScores }

/** 实际完成值: typed, or said as the scheme's formula gives it from the department's own figures. */
export function ActualValue({ address, result, live }: Props) {
  const computed = result?.computed ?? null
  if (computed === null) return <CellInput address={address} label="实际完成值" placeholder="如 85%" required />
  return <ComputedValue address={address} id={result?.id ?? ''} computed={computed} live={live} />
}

type Computed = NonNullable<IndicatorScore['computed']>

function ComputedValue({ address, id, computed, live }: { address: string; id: string; computed: Computed; live: LiveScores }) {
  const { evaluation, score } = useLiveEvaluation(live)
  const { unit = '', inputs = [] } = explainScore(evaluation, score, { kind: 'indicator', id }) ?? {}
  const missing = inputs.flatMap((input) => (input.kind === 'figure' && evaluation.figures[input.name] === undefined ? [input] : []))
  return (
    <div id={address} tabIndex={-1}>
      <p className="text-sm font-medium">实际完成值</p>
      <p className="mt-1 tabular-nums">
        {computed.kind === 'number' ? (
          `${sayScore(computed.value)}${unit}`
        ) : computed.kind === 'notApplicable' ? (
          NOT_APPLICABLE
        ) : computed.kind === 'blank' ? (
          <Missing figures={missing} />
        ) : (
          '不能计算，请给自评分'
        )}
      </p>
      <p className="text-sm text-muted">由收支数据按方案公式计算</p>
      <div className="mt-1">
        <CellMarks address={address} />
      </div>
    </div>
  )
}

/** The figures of the formula that are 未填, each with the way to its cell. */
function Missing({ figures }: { figures: readonly { at: string; name: FigureName }[] }) {
  return (
    <>
      所用数据未填：
      {figures.map(({ at, name }, index) => (
        <span key={at}>
          {index === 0 ? '' : '、'}
          <a href={hrefFromIndicators(at)} className="text-action underline underline-offset-4">
            {figureLabel(name)}
          </a>
        </span>
      ))}
    </>
  )
}
