'use client'
import { useCallback, useMemo } from 'react'
import { BesideCell } from '@/components/evaluation/cells/beside-cell'
import { MoneyUnitChoice, useMoneyTexts } from '@/components/evaluation/figures/money'
import { BlockList } from '@/components/evaluation/rows/block-list'
import { ListGrid } from '@/components/evaluation/rows/list-grid'
import { RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRows } from '@/components/evaluation/rows/use-rows'
import type { GridColumn } from '@/components/grid/grid-source'
import type { NewRow } from '@/lib/forms/saving/new-rows'
import { fundsCells, TaskFunds } from './task-funds'
import { usePastedTasks } from './use-pasted-tasks'

type Task = { id: string; subItems: readonly string[]; completion: readonly string[] }

const PLACE = { list: 'tasks' } as const
const columnsIn = (unit: string): readonly GridColumn[] => [
  {
    key: 'name',
    label: '任务名称',
    names: ['重点工作任务', '年度重点工作任务', '任务'],
    kind: 'line',
    width: 'minmax(14rem, 3fr)',
    frozen: true,
  },
  { key: 'budget', label: `预算金额（${unit}）`, names: ['预算数', '预算'], kind: 'figure', width: 'minmax(9rem, 1fr)' },
  { key: 'expenditure', label: `执行金额（${unit}）`, names: ['执行数', '执行', '支出金额'], kind: 'figure', width: 'minmax(9rem, 1fr)' },
]

/** 年度重点工作任务, each over its sub-items. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const { unit } = useMoneyTexts()
  const columns = useMemo(() => columnsIn(unit), [unit])
  const stored = useMemo(() => tasks.map(({ id }) => id), [tasks])
  const taskOf = useCallback((id: string): Task => tasks.find((task) => task.id === id) ?? { id, subItems: [], completion: [] }, [tasks])
  const within = useCallback((id: string) => blocksOf(taskOf(id)), [taskOf])
  const detail = useCallback(
    (id: string, place: number) => <TaskDetail task={taskOf(id)} place={place} stored={stored} />,
    [taskOf, stored],
  )
  const takes = usePastedTasks()
  return (
    <>
      <MoneyUnitChoice />
      <ListGrid list="tasks" stored={stored} columns={columns} noun="重点工作任务" detail={detail} within={within} takes={takes} />
    </>
  )
}

function TaskDetail({ task, place, stored }: { task: Task; place: number; stored: readonly string[] }) {
  const { id, subItems } = task
  const row = useRows(PLACE, stored).find((one) => one.id === id)
  const blocks = blocksOf(task)
  const cells = (['name', 'budget', 'expenditure'] as const).map((column) => `tasks/${id}/${column}` as const)
  return (
    <div className="grid gap-3">
      {cells.map((address) => (
        <BesideCell key={address} address={address} />
      ))}
      <TaskFunds id={id} />
      <h2 className="text-sm font-medium">主要内容（分项）</h2>
      <BlockList
        ids={subItems}
        place={{ list: 'narrative', section: 'subItems', taskId: id }}
        kind="item"
        noun={`任务 ${place} 的分项`}
        numbered
        rows={2}
      />
      {row === undefined ? null : (
        <RowButtons
          name={`重点工作任务 ${place}`}
          row={{ ...row, to: null }}
          cells={[...cells, ...fundsCells(id), ...blocks.map((block) => `narrative/${block.id}/text` as const)]}
          within={blocks}
        />
      )}
    </div>
  )
}

/** The texts that stand in a task. */
const blocksOf = ({ id, subItems, completion }: Task): NewRow[] => [
  ...subItems.map((block) => blockOf(id, 'subItems', block)),
  ...completion.map((block) => blockOf(id, 'completion', block)),
]

const blockOf = (taskId: string, section: 'subItems' | 'completion', id: string): NewRow => ({
  list: 'narrative',
  section,
  taskId,
  id,
  shape: { kind: 'item', level: 1 },
})
