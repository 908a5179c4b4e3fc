'use client'
import { useId, useState } from 'react'
import { useAnswers } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import type { addDepartmentsForm } from '@/lib/forms/administration/rounds'
import { fieldsOf } from '@/lib/forms/state/fields'
import type { FormState } from '@/lib/forms/state/form-state'
import { DepartmentLabel } from './department-label'
import { DepartmentTree } from './department-tree'
import { PickerFrame } from './picker-frame'
import {
  choose,
  chooseSubtree,
  countChosen,
  isChosen,
  leaveSubtree,
  mayBeChosen,
  NOTHING_CHOSEN,
  type RoundChoice,
  subtreeOf,
} from './round-choice'
import type { TreeBeginning, TreeNode } from './tree-node'

/** A round that is opened calls them alike: both forms take them from one place. */
const chosenField = fieldsOf<typeof addDepartmentsForm>()

const ids = (nodes: readonly { id: string }[]): string => nodes.map(({ id }) => id).join(' ')

/**
 * Chooses any number of departments for a round, one by one or a node with everything below it: what is sent names the
 * choice, not each department. Closed ones and those that are in the round cannot be chosen. Of a department with units
 * below it, `consolidatedIds` holds those that are evaluated with them (汇总).
 */
export function DepartmentsPicker(props: {
  form: string
  label: string
  hint?: string
  state: FormState
  tree: TreeBeginning
  roundId?: string
}) {
  const { form, label, hint, state, tree, roundId } = props
  const [choice, setChoice] = useState(NOTHING_CHOSEN)
  const [wholes, setWholes] = useState<ReadonlySet<string>>(new Set())
  const group = useId()
  const answers = useAnswers(state)
  // What was opened is in the round now: the next choice begins anew
  const [settled, setSettled] = useState(state)
  if (settled !== state) {
    setSettled(state)
    if (state.status === 'saved') setChoice(NOTHING_CHOSEN)
  }

  const setWhole = (id: string, on: boolean) =>
    setWholes((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)))

  const row = (node: TreeNode) => (
    <>
      <DepartmentLabel node={node} />
      {isChosen(choice, node) && node.children > 0 ? (
        <Checkbox
          key={answers}
          checked={wholes.has(node.id)}
          onChange={(event) => setWhole(node.id, event.target.checked)}
          aria-label={`汇总下属单位：${node.name}`}
          label="汇总下属单位"
        />
      ) : null}
      {node.taken ? <span className="text-xs text-muted">已在本任务中</span> : null}
      <SubtreeButton node={node} choice={choice} onChoice={setChoice} />
    </>
  )

  return (
    <PickerFrame
      form={form}
      name={chosenField('departmentIds')}
      label={label}
      hint={hint}
      error={state.fields[chosenField('departmentIds')]}
    >
      <input type="hidden" name={chosenField('departmentIds')} value={ids(choice.single)} />
      <input type="hidden" name={chosenField('subtreeIds')} value={ids(choice.subtrees)} />
      <input type="hidden" name={chosenField('exceptIds')} value={ids(choice.except)} />
      <input type="hidden" name={chosenField('consolidatedIds')} value={[...wholes].join(' ')} />
      <Chosen choice={choice} onChoice={setChoice} />
      <DepartmentTree
        beginning={tree}
        label={label}
        searchId={`${group}-search`}
        {...(roundId ? { roundId } : {})}
        row={row}
        choosing={{
          isChosen: (node) => isChosen(choice, node),
          mayBeChosen,
          onChoose: (node, on) => setChoice((before) => choose(before, node, on)),
        }}
      />
      {/* Once more where the tree ends: what the button below is about to do */}
      <p className="mt-2 text-sm font-medium">{`将为 ${countChosen(choice)} 个部门建立自评表。`}</p>
    </PickerFrame>
  )
}

type ChoiceProps = { choice: RoundChoice; onChoice: (choice: RoundChoice) => void }

/** 本级及下级 in one step; what stands in a chosen subtree has none of its own. */
function SubtreeButton({ node, choice, onChoice }: ChoiceProps & { node: TreeNode }) {
  if (node.children === 0) return null
  const subtree = subtreeOf(choice, node)
  if (subtree !== undefined && subtree.id !== node.id) return null
  const on = subtree === undefined
  const word = on ? '选择本级及下级' : '取消本级及下级'
  return (
    <Button
      variant="quiet"
      aria-label={`${word}：${node.name}`}
      onClick={() => onChoice(on ? chooseSubtree(choice, node) : leaveSubtree(choice, node.id))}
    >
      {word}
    </Button>
  )
}

/** What the choice comes to, in words. */
function Chosen({ choice, onChoice }: ChoiceProps) {
  const { single, subtrees, except } = choice
  return (
    <div role="status" className="mb-2 flex flex-col gap-1 text-sm">
      <p>已选 {countChosen(choice)} 个部门</p>
      {subtrees.map((node) => (
        <p key={node.id} className="flex flex-wrap items-center gap-x-2">
          <span>{`${node.name}：本级及下级 ${node.units} 个（行政区、已撤销和已在任务中的除外）`}</span>
          <Button variant="quiet" aria-label={`取消${node.name}的本级及下级`} onClick={() => onChoice(leaveSubtree(choice, node.id))}>
            取消
          </Button>
        </p>
      ))}
      {single.length > 0 ? <p className="text-muted">{`单独选择：${namesOf(single)}`}</p> : null}
      {except.length > 0 ? <p className="text-muted">{`其中不列入：${namesOf(except)}`}</p> : null}
    </div>
  )
}

const MOST_NAMED = 10
const namesOf = (nodes: readonly { name: string }[]): string => {
  const named = nodes.slice(0, MOST_NAMED).map(({ name }) => name)
  return nodes.length > MOST_NAMED ? `${named.join('、')} 等 ${nodes.length} 个` : named.join('、')
}
