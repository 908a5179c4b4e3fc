'use client'
import { useCellForm } from '@/components/evaluation/cell-form-context'
import { CellInput } from '@/components/evaluation/cell-input'
import { CellTies } from '@/components/evaluation/cell-ties'
import { AddRowButton, RowButtons } from '@/components/evaluation/row-buttons'
import { type AddAction, neighbours, type RowActions } from '@/lib/forms/row-actions'
import { measureName } from '@/lib/messages/cell-texts'

/** 存在的主要问题, each with the measures that answer it. */
export function ProblemList({
  ids,
  measures,
  actions,
  add,
}: {
  ids: readonly string[]
  measures: readonly string[]
  actions: RowActions
  add: AddAction
}) {
  return (
    <div>
      {ids.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {ids.map((id, index) => {
          const { up, down } = neighbours(ids, index)
          return (
            <li key={id} className="grid gap-2 border-b border-line pb-4 last:border-0">
              <CellInput address={`problems/${id}/text`} label={`问题 ${index + 1}`} input={{ kind: 'text', rows: 3 }} />
              <Ties problem={id} place={index + 1} measures={measures} />
              <RowButtons
                name={`问题 ${index + 1}`}
                cells={[`problems/${id}/text`, `problems/${id}/measures`]}
                up={up === undefined ? null : (drawnFor) => actions.move('problems', id, up, drawnFor)}
                down={down === undefined ? null : (drawnFor) => actions.move('problems', id, down, drawnFor)}
                remove={(seen, drawnFor) => actions.remove('problems', id, seen, drawnFor)}
              />
            </li>
          )
        })}
      </ol>
      <AddRowButton label="添加问题" add={add} focus={(id) => `problems/${id}/text`} />
    </div>
  )
}

/** 由哪些措施解决: the tie is one cell, the ids of the measures; they are called as they are typed at this moment. */
function Ties({ problem, place, measures }: { problem: string; place: number; measures: readonly string[] }) {
  const { textOf } = useCellForm()
  return (
    <CellTies
      address={`problems/${problem}/measures`}
      label={`问题 ${place} 对应的改进措施`}
      options={measures.map((id, index) => ({ value: id, label: measureName(index, textOf(`measures/${id}/text`)) }))}
      none="请先在下方添加改进措施。"
    />
  )
}

/** 下一步改进措施. */
export function MeasureList({ ids, actions, add }: { ids: readonly string[]; actions: RowActions; add: AddAction }) {
  return (
    <div>
      {ids.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {ids.map((id, index) => {
          const { up, down } = neighbours(ids, index)
          return (
            <li key={id} className="grid gap-2">
              <CellInput address={`measures/${id}/text`} label={`措施 ${index + 1}`} input={{ kind: 'text', rows: 3 }} />
              <RowButtons
                name={`措施 ${index + 1}`}
                cells={[`measures/${id}/text`]}
                up={up === undefined ? null : (drawnFor) => actions.move('measures', id, up, drawnFor)}
                down={down === undefined ? null : (drawnFor) => actions.move('measures', id, down, drawnFor)}
                remove={(seen, drawnFor) => actions.remove('measures', id, seen, drawnFor)}
              />
            </li>
          )
        })}
      </ol>
      <AddRowButton label="添加改进措施" add={add} focus={(id) => `measures/${id}/text`} />
    </div>
  )
}
