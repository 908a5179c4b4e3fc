'use client'
import { CellInput } from '@/components/evaluation/cell-input'
import { AddRowButton, RowButtons } from '@/components/evaluation/row-buttons'
import { type AddAction, neighbours, type RowActions } from '@/lib/forms/row-actions'

type Props = { ids: readonly string[]; actions: RowActions; add: AddAction }

/** 绩效目标, each beside its 完成情况. */
export function GoalList({ ids, actions, add }: Props) {
  return (
    <div>
      {ids.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {ids.map((id, index) => {
          const { up, down } = neighbours(ids, index)
          return (
            <li key={id} className="grid gap-2 border-b border-line pb-4 last:border-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="font-medium">绩效目标 {index + 1}</h2>
                <RowButtons
                  name={`绩效目标 ${index + 1}`}
                  cells={[`goals/${id}/text`, `goals/${id}/completion`]}
                  up={up === undefined ? null : (drawnFor) => actions.move('goals', id, up, drawnFor)}
                  down={down === undefined ? null : (drawnFor) => actions.move('goals', id, down, drawnFor)}
                  remove={(seen, drawnFor) => actions.remove('goals', id, seen, drawnFor)}
                />
              </div>
              <div className="grid gap-4 lg:grid-cols-2">
                <CellInput address={`goals/${id}/text`} label="年度绩效目标" input={{ kind: 'text', rows: 4 }} required />
                <CellInput address={`goals/${id}/completion`} label="完成情况" input={{ kind: 'text', rows: 4 }} />
              </div>
            </li>
          )
        })}
      </ol>
      <AddRowButton label="添加绩效目标" add={add} focus={(id) => `goals/${id}/text`} />
    </div>
  )
}
