import { useCallback } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { PastedTask } from '@/lib/forms/cells/pasted-tasks'
import { newRowId } from '@/lib/forms/saving/new-rows'

/** Whether a text may tell tasks with their parts, before what tells is loaded. */
const MAY_HAVE_PARTS = /一是|①|[^\n]。[^\n]|\n\s*(?:[（(]?[1一][)）]?|一)[.．、是\s]/

/** Takes tasks that are pasted with their parts, behind the row one is in: all of it is one step. */
export function usePastedTasks(): (text: string, row: string) => Promise<boolean> | null {
  const { store, announce } = useCellForm()
  return useCallback(
    (text, row) => {
      if (text.includes('\t') || !MAY_HAVE_PARTS.test(text)) return null
      const add = (tasks: readonly PastedTask[]) =>
        store.together(() => {
          let after = row
          for (const [index, { name, subItems }] of tasks.entries()) {
            const called = `tasks/${row}/name` as const
            const isHere = index === 0 && store.value(called) === ''
            const id = isHere ? row : newRowId()
            if (isHere) store.edit(called, name)
            else store.addRows([{ row: { list: 'tasks', id, after }, texts: { name } }])
            after = id
            store.addRows(partsOf(id, subItems))
          }
        })
      const read = async (): Promise<boolean> => {
        const { pastedTasks } = await import('@/lib/forms/cells/pasted-tasks')
        const tasks = pastedTasks(text)
        if (tasks === null) return false
        add(tasks)
        announce(`已填入 ${tasks.length} 项重点工作任务及其分项，按 Ctrl+Z 撤销`)
        return true
      }
      // What reads it may not have come: then each line is a task
      return read().catch(() => false)
    },
    [store, announce],
  )
}

function partsOf(taskId: string, subItems: PastedTask['subItems']) {
  return subItems.map((texts) => ({
    row: { list: 'narrative', section: 'subItems', taskId, id: newRowId(), shape: { kind: 'item', level: 1 } } as const,
    texts,
  }))
}
