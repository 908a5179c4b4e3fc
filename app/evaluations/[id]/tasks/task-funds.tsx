import { useHasToSay } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { useMoneyTexts } from '@/components/evaluation/figures/money'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { TASK_SOURCES } from '@/lib/domain/cells/cells'
import { taskSourceLabels } from '@/lib/messages/labels'

/** The cells of a task's funds by source, and why less was spent. */
export const fundsCells = (task: string): AddressText[] => [
  ...TASK_SOURCES.flatMap((source): AddressText[] => [`tasks/${task}/${source}Budget`, `tasks/${task}/${source}Expenditure`]),
  `tasks/${task}/reason`,
]

/** A task's funds by source, for forms that ask for them: closed until somebody opens it, or something stands there. */
export function TaskFunds({ id }: { id: string }) {
  const money = useMoneyTexts()
  const says = useHasToSay(fundsCells(id))
  return (
    <details open={says}>
      <summary className="cursor-pointer text-sm font-medium">资金来源和未完成原因（没有要求的可以不填）</summary>
      <div className="mt-2 grid max-w-2xl gap-3 sm:grid-cols-2">
        {TASK_SOURCES.flatMap((source) =>
          (
            [
              ['Budget', '预算金额'],
              ['Expenditure', '执行金额'],
            ] as const
          ).map(([column, label]) => (
            <CellInput
              key={`${source}${column}`}
              address={`tasks/${id}/${source}${column}`}
              label={`${taskSourceLabels[source]}资金${label}（${money.unit}）`}
              input={{ kind: 'figure' }}
              money={money}
            />
          )),
        )}
      </div>
      <div className="mt-3">
        <CellInput address={`tasks/${id}/reason`} label="未完成原因" input={{ kind: 'text', rows: 2 }} />
      </div>
    </details>
  )
}
