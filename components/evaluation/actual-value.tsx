import type { Figures } from '@/lib/domain/cells/funds'
import type { ScoreExplanation } from '@/lib/domain/explanation/explained'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { figureLabel } from '@/lib/messages/cell-labels'
import { NOT_APPLICABLE } from '@/lib/messages/labels'
import { score as sayScore } from '@/lib/messages/numbers'
import { CellInput } from './cell-input'
import { CellMarks } from './cell-marks'
import { hrefFromIndicators } from './live-score'

type Props = { address: string; result: IndicatorScore | undefined; explanation: ScoreExplanation | null; figures: Figures }

/** 实际完成值: typed, or said as the scheme's formula gives it from the department's own figures. */
export function ActualValue({ address, result, explanation, figures }: Props) {
  const computed = result?.computed ?? null
  if (computed === null) return <CellInput address={address} label="实际完成值" placeholder="如 85%" required />
  return (
    <div id={address} tabIndex={-1}>
      <p className="text-sm font-medium">实际完成值</p>
      <p className="mt-1 tabular-nums">
        {computed.kind === 'number' ? (
          `${sayScore(computed.value)}${explanation?.unit ?? ''}`
        ) : computed.kind === 'notApplicable' ? (
          NOT_APPLICABLE
        ) : computed.kind === 'blank' ? (
          <Missing explanation={explanation} figures={figures} />
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
function Missing({ explanation, figures }: Pick<Props, 'explanation' | 'figures'>) {
  const inputs = explanation?.inputs ?? []
  const missing = inputs.flatMap((input) => (input.kind === 'figure' && figures[input.name] === undefined ? [input] : []))
  return (
    <>
      所用数据未填：
      {missing.map(({ at, name }, index) => (
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
