'use client'
import { Section } from '@/components/ui/page'
import type { EvaluationFrame } from '@/lib/forms/live-evaluation'
import { type AddAction, neighbours, type RowActions } from '@/lib/forms/row-actions'
import { type Choice, type DimensionChoice, IndicatorCard, type IndicatorRow } from './indicator-card'
import { LiveTotals, useLiveEvaluation } from './live-score'
import { AddRowButton } from './row-buttons'

type Props = {
  frame: EvaluationFrame
  rows: readonly IndicatorRow[]
  tasks: readonly Choice[]
  dimensions: readonly DimensionChoice[]
  actions: RowActions
  add: AddAction
}

/** 指标与得分: one card an indicator, with its score and where it comes from as one types. */
export function IndicatorCards({ frame, rows, tasks, dimensions, actions, add }: Props) {
  const live = useLiveEvaluation(frame)
  const ids = rows.map(({ id }) => id)
  return (
    <>
      <LiveTotals {...live} />
      {dimensions.map(({ name, groups }, index) => (
        <datalist key={name} id={`groups-${index}`}>
          {groups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
      ))}
      {rows.length === 0 ? (
        <Section>
          <p className="text-sm text-muted">尚未添加指标。</p>
        </Section>
      ) : null}
      {rows.map((row, index) => {
        const { up, down } = neighbours(ids, index)
        return (
          <IndicatorCard
            key={row.id}
            row={row}
            place={index + 1}
            live={live}
            tasks={tasks}
            dimensions={dimensions}
            up={up === undefined ? null : (drawnFor) => actions.move('indicators', row.id, up, drawnFor)}
            down={down === undefined ? null : (drawnFor) => actions.move('indicators', row.id, down, drawnFor)}
            remove={row.mayRemove ? (seen, drawnFor) => actions.remove('indicators', row.id, seen, drawnFor) : null}
          />
        )
      })}
      <AddRowButton label="添加指标" add={add} focus={(id) => `indicators/${id}/name`} />
    </>
  )
}
