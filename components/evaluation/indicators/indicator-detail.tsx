'use client'
import { BesideCell } from '@/components/evaluation/cells/beside-cell'
import { useHasToSay } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { RowButtons } from '@/components/evaluation/rows/row-buttons'
import type { FormRow } from '@/components/evaluation/rows/use-rows'
import { ScoreBox } from '@/components/evaluation/scores/score-box'
import { useLiveRow } from '@/components/evaluation/scores/use-live-scores'
import { Tag } from '@/components/ui/tag'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { type ColumnOf, LISTS } from '@/lib/domain/cells/cells'
import { changeSinceApproval, hasApprovedTargets } from '@/lib/domain/evaluation/indicator'
import { explainScore } from '@/lib/domain/explanation/explanation'
import type { LiveRow, LiveScores } from '@/lib/forms/saving/live-scores'
import type { UnitAggregateText } from '@/lib/messages/unit-aggregates'
import { EvidenceButton } from './evidence-button'
import { FurtherCells } from './further-cells'
import { JudgedCells } from './judged-cells'
import { MissingFigures } from './missing-figures'
import { TargetAdviceLines } from './target-advice'
import { UnitAggregateLine } from './unit-aggregate'

/** `fixed`: given by the scheme. Those and approved ones may not be removed. `aggregate`: what the units below report, where the evaluation is for them too. */
export type IndicatorRow = { id: string; fixed: boolean; mayRemove: boolean; aggregate: UnitAggregateText | null }

type Column = ColumnOf<'indicators'>
const COLUMNS = Object.keys(LISTS.indicators) as Column[]
/** Cells that have a box of their own in the detail. */
const WITH_BOX: ReadonlySet<Column> = new Set([
  'changeReason',
  'coefficient',
  'selfScoreGrounds',
  'nature',
  'standard',
  'sampleSize',
  'satisfied',
])
const BESIDE = COLUMNS.filter((column) => !WITH_BOX.has(column))

type Props = { row: IndicatorRow; place: number; live: LiveScores; buttons: FormRow }

/** What belongs to one indicator beside its cells: what stands at them, where its score comes from, and what is asked for only now and then. */
export function IndicatorDetail({ row, place, live, buttons }: Props) {
  const at = (column: Column): AddressText => `indicators/${row.id}/${column}`
  const scored = useLiveRow(live, row.id)
  const { evaluation, score } = live.now()
  const explanation = scored === undefined ? null : explainScore(evaluation, score, { kind: 'indicator', id: row.id })
  return (
    <div className="grid gap-3">
      {BESIDE.map((column) => (
        <BesideCell key={column} address={at(column)} />
      ))}
      {scored === undefined ? null : <TargetAdviceLines row={scored} live={live} />}
      {scored?.result.computed?.kind === 'blank' ? <MissingFigures id={row.id} live={live} /> : null}
      <UnitAggregateLine address={at('actual')} aggregate={row.aggregate} />
      <div className="max-w-xl">
        <ScoreBox id={row.id} live={live} />
      </div>
      <ChangeReason scored={scored} approved={hasApprovedTargets(evaluation.indicators)} address={at('changeReason')} />
      <FurtherCells at={at} fixed={row.fixed} indicator={scored?.indicator} />
      <JudgedCells at={at} explanation={explanation} indicator={scored?.indicator} bands={evaluation.scheme.qualitativeBands} />
      <EvidenceButton row={row.id} place={place} />
      <div className="flex flex-wrap items-center gap-2">
        {row.fixed ? <Tag>方案指标</Tag> : null}
        <RowButtons name={`指标 ${place}`} cells={COLUMNS.map(at)} row={row.mayRemove ? buttons : { ...buttons, remove: null }} />
      </div>
    </div>
  )
}

const CHANGED = { name: '指标', target: '年度指标值', maxScore: '分值' } as const

/** 调整理由, where the indicator is not what was approved. */
function ChangeReason({ scored, approved, address }: { scored: LiveRow | undefined; approved: boolean; address: AddressText }) {
  const change = scored === undefined ? null : changeSinceApproval(scored.indicator, approved)
  const typed = useHasToSay([address])
  if (change === null && !typed) return null
  return (
    <CellInput
      address={address}
      label="调整理由"
      hint={
        change === null
          ? '现与批复一致。'
          : change.from === ''
            ? '本指标是批复后新增的，请说明。'
            : `批复的${CHANGED[change.column]}为“${change.from}”，与现在填写的不同，请说明。`
      }
      input={{ kind: 'text', rows: 2 }}
      required
    />
  )
}
