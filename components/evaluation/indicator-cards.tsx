'use client'
import { Section } from '@/components/ui/page'
import type { EvaluationFrame } from '@/lib/forms/live-evaluation'
import type { RowActions } from '@/lib/forms/row-actions'
import { type Choice, type DimensionChoice, IndicatorCard, type IndicatorRow } from './indicator-card'
import { LiveTotals } from './live-score'
import { AddRowButton } from './row-buttons'
import { useLiveScores } from './use-live-scores'
import { useRows } from './use-rows'

const PLACE = { list: 'indicators' } as const

/** A row that is not stored yet. */
const OWN = { fixed: false, mayRemove: true, aggregate: null }

type Props = {
  frame: EvaluationFrame
  rows: readonly IndicatorRow[]
  tasks: readonly Choice[]
  dimensions: readonly DimensionChoice[]
  actions: RowActions
}

/** 指标与得分: one card an indicator, with its score and where it comes from as one types. */
export function IndicatorCards({ frame, rows, tasks, dimensions, actions }: Props) {
  const live = useLiveScores(frame)
  const drawn = useRows(
    PLACE,
    rows.map(({ id }) => id),
    actions,
  )
  return (
    <>
      <LiveTotals live={live} />
      {dimensions.map(({ name, groups }, index) => (
        <datalist key={name} id={`groups-${index}`}>
          {groups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
      ))}
      {drawn.length === 0 ? (
        <Section>
          <p className="text-sm text-muted">尚未添加指标。</p>
        </Section>
      ) : null}
      {drawn.map((buttons, index) => {
        const row = rows.find(({ id }) => id === buttons.id) ?? { id: buttons.id, ...OWN }
        return (
          <IndicatorCard
            key={row.id}
            row={row}
            place={index + 1}
            live={live}
            tasks={tasks}
            dimensions={dimensions}
            buttons={row.mayRemove ? buttons : { ...buttons, remove: null }}
          />
        )
      })}
      <AddRowButton label="添加指标" place={PLACE} focus={(id) => `indicators/${id}/name`} />
    </>
  )
}
