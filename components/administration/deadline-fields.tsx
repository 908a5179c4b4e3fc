'use client'
import { DayField } from '@/components/forms/form-fields'
import type { ReviewNode } from '@/lib/domain/review/review'
import { deadlineField } from '@/lib/forms/administration/deadline-field'
import type { FormState } from '@/lib/forms/state/form-state'
import { nodeLabels } from '@/lib/messages/labels'

/**
 * The due date of each node that the scheme switches on; empty is none. `days` are those of the scheme that `initial` was counted by,
 * `ofRound` those that hold where a department has none of its own.
 */
export function DeadlineFields(props: {
  form: string
  state: FormState
  nodes: readonly ReviewNode[]
  initial?: Readonly<Partial<Record<ReviewNode, string>>>
  days?: Readonly<Partial<Record<ReviewNode, number>>>
  ofRound?: Readonly<Partial<Record<ReviewNode, string>>>
}) {
  const { form, state, nodes, initial = {}, days = {}, ofRound } = props
  const hintOf = (node: ReviewNode): string | undefined => {
    if (ofRound !== undefined) return ofRound[node] ? `任务期限 ${ofRound[node]}` : '任务未设期限'
    if (!counted) return undefined
    return days[node] === undefined ? '方案未作规定' : `方案规定 ${days[node]} 天`
  }
  const counted = nodes.some((node) => days[node] !== undefined)
  return (
    <fieldset>
      <legend className="text-sm font-medium">各环节期限</legend>
      <p className="mt-1 text-sm text-muted">
        {counted ? '已按方案规定的天数填好，从今天开启任务算起，可以修改或清空；' : '可不填；'}
        后一环节不得早于前一环节。
      </p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {nodes.map((node) => (
          <DayField
            key={node}
            form={form}
            state={state}
            name={deadlineField(node)}
            label={nodeLabels[node]}
            hint={hintOf(node)}
            initial={initial[node] ?? ''}
          />
        ))}
      </div>
    </fieldset>
  )
}
