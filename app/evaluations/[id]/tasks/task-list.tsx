'use client'
import { BlockList } from '@/components/evaluation/block-list'
import { CellInput } from '@/components/evaluation/cell-input'
import { AddRowButton, RowButtons } from '@/components/evaluation/row-buttons'
import { useRows } from '@/components/evaluation/use-rows'
import type { NewRow } from '@/lib/forms/new-rows'

type Task = { id: string; subItems: readonly string[]; completion: readonly string[] }

const PLACE = { list: 'tasks' } as const

/** 年度重点工作任务 with their sub-items. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const ids = tasks.map(({ id }) => id)
  const rows = useRows(PLACE, ids)
  return (
    <div>
      {rows.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-6">
        {rows.map((row, index) => {
          const { id } = row
          const { subItems = [], completion = [] } = tasks.find((task) => task.id === id) ?? {}
          return (
            <li key={id} className="grid gap-3 border-b border-line pb-5 last:border-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="font-medium">重点工作任务 {index + 1}</h2>
                <RowButtons
                  name={`重点工作任务 ${index + 1}`}
                  row={row}
                  cells={[
                    ...['name', 'budget', 'expenditure'].map((column) => `tasks/${id}/${column}`),
                    ...[...subItems, ...completion].map((block) => `narrative/${block}/text`),
                  ]}
                  within={[
                    ...subItems.map((block) => blockOf(id, 'subItems', block)),
                    ...completion.map((block) => blockOf(id, 'completion', block)),
                  ]}
                />
              </div>
              <div className="grid gap-4 lg:grid-cols-[1fr_12rem_12rem]">
                <CellInput address={`tasks/${id}/name`} label="任务名称" required />
                <CellInput address={`tasks/${id}/budget`} label="预算金额（万元）" input={{ kind: 'figure' }} />
                <CellInput address={`tasks/${id}/expenditure`} label="执行金额（万元）" input={{ kind: 'figure' }} />
              </div>
              <h3 className="text-sm font-medium">主要内容（分项）</h3>
              <BlockList
                ids={subItems}
                place={{ list: 'narrative', section: 'subItems', taskId: id }}
                kind="item"
                noun={`任务 ${index + 1} 的分项`}
                numbered
                rows={2}
              />
            </li>
          )
        })}
      </ol>
      <AddRowButton label="添加重点工作任务" place={PLACE} focus={(id) => `tasks/${id}/name`} />
    </div>
  )
}

const blockOf = (taskId: string, section: 'subItems' | 'completion', id: string): NewRow => ({
  list: 'narrative',
  section,
  taskId,
  id,
  shape: { kind: 'item', level: 1 },
})
