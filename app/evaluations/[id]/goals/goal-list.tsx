'use client'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { MarksWhereSeveral, RowNumber, SplitWhereSeveral, useRowName } from '@/components/evaluation/rows/marked-rows'
import { AddRowButton, RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRowKeys } from '@/components/evaluation/rows/use-row-keys'
import { type FormRow, useRows } from '@/components/evaluation/rows/use-rows'
import { LEAD_IN } from '@/lib/messages/form-labels'

const PLACE = { list: 'goals' } as const
const LIST = { row: PLACE, counted: '项', noun: '绩效目标' } as const

/** 绩效目标, each beside its 完成情况. */
export function GoalList({ ids }: { ids: readonly string[] }) {
  const goals = useRows(PLACE, ids)
  const inOrder = goals.map(({ id }) => id)
  const keys = useRowKeys((id) => `goals/${id}/text`)
  return (
    <div>
      {goals.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {goals.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <Goal row={row} index={index} ids={inOrder} />
          </li>
        ))}
      </ol>
      <AddRowButton label="添加绩效目标" place={PLACE} last={inOrder.at(-1)} focus={(id) => `goals/${id}/text`} />
      <MarksWhereSeveral ids={inOrder} {...LIST} />
    </div>
  )
}

function Goal({ row, index, ids }: { row: FormRow; index: number; ids: readonly string[] }) {
  const at = `goals/${row.id}` as const
  const name = useRowName('绩效目标', 'goals', ids, index)
  const leadsIn = name === LEAD_IN
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium">
          {name}
          <span className="ml-2 font-normal text-muted">
            <RowNumber ids={ids} index={index} row={PLACE} otherwise="" />
          </span>
        </h2>
        <RowButtons name={name} row={row} cells={[`${at}/text`, `${at}/completion`]} />
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <div>
          <CellInput
            address={`${at}/text`}
            label={leadsIn ? name : '年度绩效目标'}
            input={{ kind: 'text', rows: leadsIn ? 1 : 4 }}
            required
          />
          <SplitWhereSeveral id={row.id} {...LIST} />
        </div>
        {leadsIn ? null : <CellInput address={`${at}/completion`} label="完成情况" input={{ kind: 'text', rows: 4 }} />}
      </div>
    </>
  )
}
