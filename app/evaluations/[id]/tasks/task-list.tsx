'use client'
import { BlockList } from '@/components/evaluation/block-list'
import { CellInput } from '@/components/evaluation/cell-input'
import { AddRowButton, RowButtons } from '@/components/evaluation/row-buttons'
import { type AddAction, type BlockActions, neighbours, type RowActions } from '@/lib/forms/row-actions'

type Task = { id: string; subItems: readonly string[]; completion: readonly string[]; subItemActions: BlockActions }

/** 年度重点工作任务 with their sub-items. */
export function TaskList({ tasks, actions, add }: { tasks: readonly Task[]; actions: RowActions; add: AddAction }) {
  const ids = tasks.map(({ id }) => id)
  return (
    <div>
      {tasks.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-6">
        {tasks.map(({ id, subItems, completion, subItemActions }, index) => {
          const { up, down } = neighbours(ids, index)
          return (
            <li key={id} className="grid gap-3 border-b border-line pb-5 last:border-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="font-medium">重点工作任务 {index + 1}</h2>
                <RowButtons
                  name={`重点工作任务 ${index + 1}`}
                  cells={[
                    ...['name', 'budget', 'expenditure'].map((column) => `tasks/${id}/${column}`),
                    ...[...subItems, ...completion].map((block) => `narrative/${block}/text`),
                  ]}
                  up={up === undefined ? null : (drawnFor) => actions.move('tasks', id, up, drawnFor)}
                  down={down === undefined ? null : (drawnFor) => actions.move('tasks', id, down, drawnFor)}
                  remove={(seen, drawnFor) => actions.remove('tasks', id, seen, drawnFor)}
                />
              </div>
              <div className="grid gap-4 lg:grid-cols-[1fr_12rem_12rem]">
                <CellInput address={`tasks/${id}/name`} label="任务名称" required />
                <CellInput address={`tasks/${id}/budget`} label="预算金额（万元）" input={{ kind: 'figure' }} />
                <CellInput address={`tasks/${id}/expenditure`} label="执行金额（万元）" input={{ kind: 'figure' }} />
              </div>
              <h3 className="text-sm font-medium">主要内容（分项）</h3>
              <BlockList ids={subItems} noun={`任务 ${index + 1} 的分项`} numbered rows={2} actions={subItemActions} />
            </li>
          )
        })}
      </ol>
      <AddRowButton label="添加重点工作任务" add={add} focus={(id) => `tasks/${id}/name`} />
    </div>
  )
}
