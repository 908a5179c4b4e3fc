'use client'
import { type ReactNode, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/field'
import { matching, type TreeNode, type TreeShape, treeShape } from './tree-shape'

/** Up to this many nodes the tree is open from the start. */
const OPEN_UP_TO = 60

/**
 * A department tree that folds, with a search that opens the way to what it finds; a thousand nodes stay usable because
 * folded ones are not drawn. `row` draws what stands in a node's line.
 */
export function DepartmentTree(props: {
  nodes: readonly TreeNode[]
  label: string
  searchId: string
  row: (node: TreeNode, shape: TreeShape) => ReactNode
}) {
  const { nodes, label, searchId, row } = props
  const shape = useMemo(() => treeShape(nodes), [nodes])
  const [text, setText] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(nodes.length <= OPEN_UP_TO ? nodes.map(({ id }) => id) : shape.tops.map(({ id }) => id)),
  )
  const found = useMemo(() => matching(shape, text), [shape, text])

  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })

  const branch = (node: TreeNode): ReactNode => {
    if (found !== null && !found.has(node.id)) return null
    const children = shape.below.get(node.id) ?? []
    const isOpen = found !== null || open.has(node.id)
    return (
      <li key={node.id}>
        <div className="flex min-h-10 items-center gap-x-2">
          {children.length > 0 ? (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={`${isOpen ? '收起' : '展开'}${node.name}的下级`}
              disabled={found !== null}
              onClick={() => toggle(node.id)}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken disabled:opacity-40"
            >
              <span aria-hidden="true" className={isOpen ? 'rotate-90' : ''}>
                ▸
              </span>
            </button>
          ) : (
            <span className="size-7 shrink-0" />
          )}
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">{row(node, shape)}</div>
        </div>
        {isOpen && children.length > 0 ? (
          <ul className="ml-3 border-l border-line pl-2 sm:ml-3.5 sm:pl-4">{children.map(branch)}</ul>
        ) : null}
      </li>
    )
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <label htmlFor={searchId} className="flex min-w-0 grow basis-56 flex-col gap-1 text-sm sm:max-w-sm">
          <span className="font-medium">按名称或代码查找</span>
          <TextInput
            id={searchId}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              // Enter looks nothing up and must not send the form around the tree
              if (event.key === 'Enter') event.preventDefault()
            }}
            autoComplete="off"
          />
        </label>
        <Button variant="quiet" disabled={found !== null} onClick={() => setOpen(new Set(nodes.map(({ id }) => id)))}>
          全部展开
        </Button>
        <Button variant="quiet" disabled={found !== null} onClick={() => setOpen(new Set(shape.tops.map(({ id }) => id)))}>
          全部收起
        </Button>
      </div>
      {found?.size === 0 ? (
        <p role="status" className="text-sm text-muted">
          没有找到相符的部门。
        </p>
      ) : (
        <ul aria-label={label}>{shape.tops.map(branch)}</ul>
      )}
    </div>
  )
}
