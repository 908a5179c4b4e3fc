import { TASK_SOURCES } from '@/lib/domain/cells/cells'
import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import { wanFromYuan } from '@/lib/domain/quantities'
import type { FormSplit, OwnNumber } from './form'

const COLUMNS = {
  budget: TASK_SOURCES.map((source) => `${source}Budget` as const),
  expenditure: TASK_SOURCES.map((source) => `${source}Expenditure` as const),
}
type Column = keyof typeof COLUMNS | (typeof COLUMNS)[keyof typeof COLUMNS][number]

/** A task's amounts by source of its funds, which add to its own; none where no source is filled. */
export function splitsOfTask(task: KeyTask): FormSplit[] {
  const cell = (column: Column): OwnNumber => {
    const amount = task[column]
    return {
      at: `tasks/${task.id}/${column}`,
      reading: amount === null ? { kind: 'blank' } : { kind: 'exact', value: wanFromYuan(amount) },
    }
  }
  return (['budget', 'expenditure'] as const).flatMap((column) => {
    const sources = COLUMNS[column]
    if (sources.every((name) => task[name] === null)) return []
    const parts = sources.map((name) => ({ name, ...cell(name) }))
    return [{ at: `tasks/${task.id}/${column}`, name: task.name, total: cell(column), parts }]
  })
}
