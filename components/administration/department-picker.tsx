'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { fieldId } from '@/components/forms/form-fields'
import { Field, fieldProps, TextInput } from '@/components/ui/field'
import type { FormState } from '@/lib/forms/state/form-state'
import { departmentKindLabels } from '@/lib/messages/labels'
import type { TreeBeginning, TreeNode } from './tree-node'
import { useTreeSearch } from './tree-search'

const ComboBox = dynamic(() => import('@/components/ui/combo-box').then(({ ComboBox }) => ComboBox), {
  ssr: false,
  loading: () => <TextInput disabled aria-hidden="true" className="max-w-xl" />,
})

type Chosen = { id: string; name: string }

/** Chooses one department, found by name, code or pinyin. `mayChoose` leaves out what cannot be chosen. */
export function DepartmentPicker(props: {
  form: string
  name: string
  label: string
  hint?: string
  state: FormState
  tree: TreeBeginning
  initial?: Chosen
  mayChoose?: (node: TreeNode) => boolean
}) {
  const { form, name, label, hint = '可按名称、代码或拼音查找', state, tree, initial = null, mayChoose = () => true } = props
  const [chosen, setChosen] = useState<Chosen | null>(initial)
  /** null while the field is not being typed into: then it names what is chosen. */
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? chosen?.name ?? ''
  const { found, failed } = useTreeSearch(text === chosen?.name ? '' : text)
  const nodes = found?.nodes ?? firstNodes(tree)
  const id = fieldId(form, name)
  const error = state.fields[name] ?? (failed ? '未能载入，请检查网络或重新登录后再试。' : undefined)
  const described = fieldProps(id, hint, error)
  return (
    <Field id={id} label={label} hint={hint} error={error} required>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
      <ComboBox
        id={id}
        label={label}
        describedBy={described['aria-describedby']}
        invalid={error !== undefined}
        text={text}
        onType={(text) => setTyped((before) => (before === null ? null : text))}
        // It is told again while one types, when what was pointed at in the list is there no more
        onFocusChange={(focused) => setTyped((before) => (focused ? (before ?? chosen?.name ?? '') : null))}
        options={nodes.map((node) => ({ id: node.id, name: node.name, detail: detailOf(node), disabled: !mayChoose(node) }))}
        chosen={chosen?.id ?? null}
        onChoose={(id) => {
          const node = nodes.find((one) => one.id === id)
          if (node === undefined) return
          setChosen(node)
          setTyped(node.name)
        }}
        empty="没有找到相符的部门。"
      />
    </Field>
  )
}

/** What is offered before anything is typed: the tree's beginning, from the top down. */
function firstNodes({ tops, levels }: TreeBeginning): readonly TreeNode[] {
  const withBelow = (node: TreeNode): readonly TreeNode[] => [node, ...(levels[node.id]?.nodes.flatMap(withBelow) ?? [])]
  return tops.flatMap(withBelow)
}

const detailOf = ({ code, kind, closed, place }: TreeNode): string =>
  [code, departmentKindLabels[kind], ...(closed ? ['已撤销'] : []), ...(place === '' ? [] : [place])].join('　')
