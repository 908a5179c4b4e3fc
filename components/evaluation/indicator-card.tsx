'use client'
import { memo, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { Tag } from '@/components/ui/tag'
import { LISTS } from '@/lib/domain/cells/cells'
import { changeSinceApproval, hasApprovedTargets } from '@/lib/domain/evaluation/indicator'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { lessThan } from '@/lib/domain/quantities'
import { asksForTarget } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { ruleOfRow, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { isOverCompleted } from '@/lib/domain/scoring/over-completion'
import type { LiveRow, LiveScores } from '@/lib/forms/live-scores'
import type { UnitAggregateText } from '@/lib/messages/unit-aggregates'
import { ActualValue } from './actual-value'
import { useCell, useCellForm, useHasToSay } from './cell-form-context'
import { CellInput } from './cell-input'
import { CellMarks } from './cell-marks'
import { JudgedCells } from './judged-cells'
import { RowButtons } from './row-buttons'
import { ScoreBox } from './score-box'
import { UnitAggregateLine } from './unit-aggregate'
import { useLiveRow } from './use-live-scores'
import type { FormRow } from './use-rows'

/** `fixed`: given by the scheme. Those and approved ones may not be removed. `aggregate`: what the units below report, where the evaluation is for them too. */
export type IndicatorRow = { id: string; fixed: boolean; mayRemove: boolean; aggregate: UnitAggregateText | null }
export type Choice = { value: string; label: string }
export type DimensionChoice = { name: string; groups: readonly string[] }

type Props = {
  row: IndicatorRow
  place: number
  live: LiveScores
  tasks: readonly Choice[]
  dimensions: readonly DimensionChoice[]
  buttons: FormRow
}

const COLUMNS = Object.keys(LISTS.indicators)
/** What an indicator is scored by; 加分项 and 减分项 have none of it. */
const SCORED_COLUMNS = ['target', 'actual', 'unit', 'maxScore']

/** One indicator; reasons, self-score and 调整理由 stand there when they are asked for. */
export const IndicatorCard = memo(function IndicatorCard({ row, place, live, tasks, dimensions, buttons }: Props) {
  const form = useCellForm()
  const [reasonWanted, setReasonWanted] = useState(false)
  const at = (column: string) => `indicators/${row.id}/${column}`
  const hasReason = useHasToSay([at('deviationReason')])
  const scored = useLiveRow(live, row.id)
  const { evaluation, score } = live.now()
  const { scheme } = evaluation
  const rule = scored === undefined ? null : ruleOfRow(scored.indicator, rulesOf(scheme))
  const explanation = scored === undefined ? null : explainScore(evaluation, score, { kind: 'indicator', id: row.id })
  const adjustment = explanation?.rule.kind === 'adjustment'
  const withReason = reasonWanted || hasReason || asksForReason(scheme, scored)
  return (
    <Section id={`indicators/${row.id}`} className="scroll-mt-24">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold">
          {place}. <RowName address={at('name')} /> {row.fixed ? <Tag>方案指标</Tag> : null}
        </h2>
        <div className="flex flex-wrap">
          {withReason || form.readOnly || adjustment ? null : (
            <Button variant="quiet" onClick={() => setReasonWanted(true)}>
              ＋ 填写偏差原因
            </Button>
          )}
          <RowButtons name={`指标 ${place}`} cells={COLUMNS.map(at)} row={buttons} />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-4 xl:grid-cols-12">
        <Wide>
          <CellInput address={at('name')} label="三级指标名称" readOnly={row.fixed} required />
        </Wide>
        <DimensionCells at={at} fixed={row.fixed} dimensions={dimensions} />
        <Wide>
          <CellInput
            address={at('task')}
            label="所属重点工作任务"
            input={{ kind: 'choice', options: [{ value: '', label: '不对应具体任务' }, ...tasks] }}
          />
        </Wide>
        {adjustment ? null : (
          <>
            <Narrow>
              <CellInput
                address={at('target')}
                label="年度指标值"
                readOnly={row.fixed}
                placeholder="如 ≥80%"
                required={rule === null || asksForTarget(rule)}
              />
            </Narrow>
            <Narrow>
              <ActualValue address={at('actual')} result={scored?.result} live={live} />
              <UnitAggregateLine address={at('actual')} aggregate={row.aggregate} />
            </Narrow>
            <Narrow>
              <CellInput address={at('unit')} label="计量单位" readOnly={row.fixed} placeholder="已随数值写明的可不填" />
            </Narrow>
            <Narrow>
              <CellInput address={at('maxScore')} label="分值" readOnly={row.fixed} input={{ kind: 'figure' }} required />
            </Narrow>
          </>
        )}
        <Wide>
          <ScoreBox id={row.id} live={live} />
        </Wide>
      </div>
      <div className="mt-3 grid gap-3">
        <UndrawnMarks addresses={[...(adjustment ? SCORED_COLUMNS : []), 'reviewScore', 'reviewGrounds'].map(at)} />
        <ChangeReason scored={scored} approved={hasApprovedTargets(evaluation.indicators)} address={at('changeReason')} />
        <JudgedCells at={at} explanation={explanation} indicator={scored?.indicator} bands={scheme.qualitativeBands} />
        {withReason ? (
          <CellInput
            address={at('deviationReason')}
            label="偏差原因及改进措施"
            input={{ kind: 'text', rows: 2 }}
            hint="得分低于分值、或明显超额完成时填写。"
          />
        ) : null}
      </div>
    </Section>
  )
})

const RowName = ({ address }: { address: string }) => useCell(address).text || '未命名指标'

const Wide = ({ children }: { children: ReactNode }) => <div className="col-span-2 xl:col-span-4">{children}</div>
const Narrow = ({ children }: { children: ReactNode }) => <div className="xl:col-span-2">{children}</div>

const CHANGED = { name: '指标', target: '年度指标值', maxScore: '分值' } as const

/** 一级 from the scheme's dimensions, 二级 with their groups as suggestions. */
function DimensionCells({
  at,
  fixed,
  dimensions,
}: {
  at: (column: string) => string
  fixed: boolean
  dimensions: readonly DimensionChoice[]
}) {
  const dimension = useCell(at('dimension')).text
  const names = dimensions.map(({ name }) => name)
  const place = names.indexOf(dimension)
  const options = dimension === '' || place >= 0 ? names : [...names, dimension]
  return (
    <>
      <Narrow>
        <CellInput
          address={at('dimension')}
          label="一级指标"
          readOnly={fixed}
          required
          input={{ kind: 'choice', options: [{ value: '', label: '请选择' }, ...options.map((name) => ({ value: name, label: name }))] }}
        />
      </Narrow>
      <Narrow>
        <CellInput address={at('group')} label="二级指标" readOnly={fixed} {...(place >= 0 ? { list: `groups-${place}` } : {})} />
      </Narrow>
    </>
  )
}

/** 调整理由, where the indicator is not what was approved. */
function ChangeReason({ scored, approved, address }: { scored: LiveRow | undefined; approved: boolean; address: string }) {
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

/** What stands at cells of the row that have no box here, each under the name of its cell. */
function UndrawnMarks({ addresses }: { addresses: readonly string[] }) {
  const { store, notesAt } = useCellForm()
  const marked = addresses.filter((address) => notesAt(address).length > 0)
  return marked.map((address) => (
    <div key={address} id={address} tabIndex={-1}>
      <p className="text-sm text-muted">{store.view(address).label}</p>
      <CellMarks address={address} />
    </div>
  ))
}

/** Whether 偏差原因 is asked for: points were lost, or far more was achieved than was aimed at. */
function asksForReason(scheme: Scheme, scored: LiveRow | undefined): boolean {
  if (scored === undefined) return false
  const { score, maxScore, comparison } = scored.result
  const { overCompletion } = rulesOf(scheme)
  const lost = score !== null && maxScore !== null && lessThan(score, maxScore)
  return lost || (overCompletion !== null && isOverCompleted(comparison, overCompletion.threshold))
}
