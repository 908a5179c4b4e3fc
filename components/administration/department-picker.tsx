'use client'
import { useId, useState } from 'react'
import { useAnswers } from '@/components/forms/form-fields'
import type { FormState } from '@/lib/forms/form-state'
import { DepartmentLabel } from './department-label'
import { DepartmentTree } from './department-tree'
import { PickerFrame } from './picker-frame'
import type { TreeBeginning, TreeNode } from './tree-node'

/** Chooses one department from the tree. `mayChoose` leaves out what cannot be chosen. */
export function DepartmentPicker(props: {
  form: string
  name: string
  label: string
  hint?: string
  state: FormState
  tree: TreeBeginning
  initial?: { id: string; name: string }
  mayChoose?: (node: TreeNode) => boolean
}) {
  const { form, name, label, hint, state, tree, initial = null, mayChoose = () => true } = props
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(initial)
  const group = useId()
  const answers = useAnswers(state)
  return (
    <PickerFrame form={form} name={name} label={label} hint={hint} error={state.fields[name]}>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
      <p role="status" className="mb-2 text-sm">
        {chosen ? `已选：${chosen.name}` : '尚未选择'}
      </p>
      <DepartmentTree
        beginning={tree}
        label={label}
        searchId={`${group}-search`}
        row={(node) =>
          mayChoose(node) ? (
            <label className="inline-flex min-h-8 items-center gap-2 text-sm">
              <input
                key={answers}
                type="radio"
                name={group}
                checked={chosen?.id === node.id}
                onChange={() => setChosen({ id: node.id, name: node.name })}
                className="size-4 accent-action"
              />
              <DepartmentLabel node={node} />
            </label>
          ) : (
            <span className="text-sm text-muted">
              <DepartmentLabel node={node} />
            </span>
          )
        }
      />
    </PickerFrame>
  )
}
