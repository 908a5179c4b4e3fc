'use client'
import { useId, useState } from 'react'
import { fieldId, useAnswers } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { FieldError, fieldProps } from '@/components/ui/field'
import { type FormState, typedValue } from '@/lib/forms/form-state'
import { DepartmentLabel } from './department-label'
import { DepartmentTree } from './department-tree'
import { type TreeNode, withBelow } from './tree-shape'

type Common = { form: string; name: string; label: string; hint?: string; state: FormState; nodes: readonly TreeNode[] }

/** Frame of a picker: what is chosen travels in hidden fields, since folded parts of the tree are not drawn. */
function Frame({
  form,
  name,
  label,
  hint,
  error,
  value,
  children,
}: Omit<Common, 'state' | 'nodes'> & { error: string | undefined; value: string; children: React.ReactNode }) {
  const id = fieldId(form, name)
  const { id: _, ...described } = fieldProps(id, hint, error)
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0" aria-describedby={described['aria-describedby']}>
      <legend className="text-sm font-medium">{label}（必填）</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <input type="hidden" name={name} value={value} />
      <div className="mt-2 max-h-[32rem] overflow-auto rounded border border-line p-3">{children}</div>
    </fieldset>
  )
}

/** Chooses one department from the tree. `mayChoose` leaves out what cannot be chosen. */
export function DepartmentPicker(props: Common & { initial?: string; mayChoose?: (node: TreeNode) => boolean }) {
  const { state, nodes, initial = '', mayChoose = () => true, ...frame } = props
  const [chosen, setChosen] = useState(() => typedValue(state, frame.name, initial))
  const group = useId()
  const answers = useAnswers(state)
  const name = nodes.find(({ id }) => id === chosen)?.name
  return (
    <Frame {...frame} error={state.fields[frame.name]} value={chosen}>
      <p role="status" className="mb-2 text-sm">
        {name ? `已选：${name}` : '尚未选择'}
      </p>
      <DepartmentTree
        nodes={nodes}
        label={frame.label}
        searchId={`${group}-search`}
        row={(node) =>
          mayChoose(node) ? (
            <label className="inline-flex min-h-8 items-center gap-2 text-sm">
              <input
                key={answers}
                type="radio"
                name={group}
                checked={chosen === node.id}
                onChange={() => setChosen(node.id)}
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
    </Frame>
  )
}

const typedIds = (state: FormState, name: string): ReadonlySet<string> => new Set(typedValue(state, name).split(' ').filter(Boolean))

/**
 * Chooses any number of departments, one by one or a node with everything below it. Closed and `taken` ones cannot be chosen.
 * Of a department with units below it, `wholeName` is the field with those that are evaluated with them (汇总).
 */
export function DepartmentsPicker(props: Common & { wholeName: string; taken?: readonly string[] }) {
  const { state, nodes, wholeName, taken = [], ...frame } = props
  const [ticked, setTicked] = useState(() => typedIds(state, frame.name))
  const [wholes, setWholes] = useState(() => typedIds(state, wholeName))
  const group = useId()
  const answers = useAnswers(state)
  const closed = new Set([...nodes.filter((node) => node.closed).map(({ id }) => id), ...taken])
  const chosen = new Set([...ticked].filter((id) => !closed.has(id)))

  const setWhole = (id: string, on: boolean) =>
    setWholes((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)))

  const set = (ids: readonly string[], on: boolean) =>
    setTicked((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (on && !closed.has(id)) after.add(id)
        else after.delete(id)
      }
      return after
    })

  return (
    <Frame {...frame} error={state.fields[frame.name]} value={[...chosen].join(' ')}>
      <input type="hidden" name={wholeName} value={[...wholes].filter((id) => chosen.has(id)).join(' ')} />
      <p role="status" className="mb-2 text-sm">
        已选 {chosen.size} 个部门
      </p>
      <DepartmentTree
        nodes={nodes}
        label={frame.label}
        searchId={`${group}-search`}
        row={(node, shape) => {
          const all = shape.below.has(node.id) ? withBelow(shape, node.id).filter((id) => !closed.has(id)) : []
          const full = all.length > 0 && all.every((id) => chosen.has(id))
          return (
            <>
              <label className="inline-flex min-h-8 items-center gap-2 text-sm">
                <input
                  key={answers}
                  type="checkbox"
                  checked={chosen.has(node.id)}
                  disabled={closed.has(node.id)}
                  onChange={(event) => set([node.id], event.target.checked)}
                  className="size-4 accent-action"
                />
                <DepartmentLabel node={node} />
              </label>
              {chosen.has(node.id) && shape.below.has(node.id) ? (
                <label className="inline-flex min-h-8 items-center gap-2 text-sm">
                  <input
                    key={answers}
                    type="checkbox"
                    checked={wholes.has(node.id)}
                    onChange={(event) => setWhole(node.id, event.target.checked)}
                    aria-label={`汇总下属单位：${node.name}`}
                    className="size-4 accent-action"
                  />
                  汇总下属单位
                </label>
              ) : null}
              {taken.includes(node.id) ? <span className="text-xs text-muted">已在本任务中</span> : null}
              {all.length > 1 ? (
                <Button variant="quiet" aria-label={`${full ? '取消' : '选择'}本级及下级：${node.name}`} onClick={() => set(all, !full)}>
                  {full ? '取消本级及下级' : '选择本级及下级'}
                </Button>
              ) : null}
            </>
          )
        }}
      />
    </Frame>
  )
}
