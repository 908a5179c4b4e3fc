'use client'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { AddRowButton, RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRowKeys } from '@/components/evaluation/rows/use-row-keys'
import { useRows } from '@/components/evaluation/rows/use-rows'

const PLACE = { list: 'goals' } as const

/** 绩效目标, each beside its 完成情况. */
export function GoalList({ ids }: { ids: readonly string[] }) {
  const goals = useRows(PLACE, ids)
  const keys = useRowKeys((id) => `goals/${id}/text`)
  return (
    <div>
      {goals.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {goals.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="font-medium">绩效目标 {index + 1}</h2>
              <RowButtons name={`绩效目标 ${index + 1}`} row={row} cells={[`goals/${row.id}/text`, `goals/${row.id}/completion`]} />
            </div>
            <div className="grid gap-4 lg:grid-cols-2">
              <CellInput address={`goals/${row.id}/text`} label="年度绩效目标" input={{ kind: 'text', rows: 4 }} required />
              <CellInput address={`goals/${row.id}/completion`} label="完成情况" input={{ kind: 'text', rows: 4 }} />
            </div>
          </li>
        ))}
      </ol>
      <AddRowButton label="添加绩效目标" place={PLACE} focus={(id) => `goals/${id}/text`} />
    </div>
  )
}
