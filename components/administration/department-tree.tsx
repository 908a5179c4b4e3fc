'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { askTree, type TreeBeginning, type TreeLevel, type TreeNode } from './tree-node'
import { TreeSearch } from './tree-search'

/**
 * A department tree that asks for each level when it is opened, and a search that the server answers: what the page holds
 * does not grow with the tree. `row` draws what stands in a node's line. `roundId`: nodes say whether they are in that round.
 */
export function DepartmentTree(props: {
  beginning: TreeBeginning
  label: string
  searchId: string
  roundId?: string
  row: (node: TreeNode) => ReactNode
}) {
  const { beginning, label, searchId, roundId = '', row } = props
  const [levels, setLevels] = useState<Readonly<Record<string, TreeLevel>>>(beginning.levels)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(Object.keys(beginning.levels)))
  const [failed, setFailed] = useState(false)
  const [found, setFound] = useState<TreeLevel | null>(null)

  const load = async (id: string, known: readonly TreeNode[] = []) => {
    const level = await askTree({ below: id, after: known.at(-1)?.code ?? '', round: roundId })
    setFailed(level === null)
    if (level) setLevels((before) => ({ ...before, [id]: { nodes: [...known, ...level.nodes], more: level.more } }))
  }

  const toggle = (id: string) => {
    if (!open.has(id) && levels[id] === undefined) void load(id)
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  const branch = (node: TreeNode): ReactNode => {
    const isOpen = open.has(node.id)
    return (
      <li key={node.id}>
        <Line node={node} isOpen={isOpen} toggle={toggle} row={row} />
        {isOpen && node.children > 0 ? below(node) : null}
      </li>
    )
  }

  const below = ({ id, name }: TreeNode): ReactNode => {
    const level = levels[id]
    return (
      <ul aria-label={`${name}的下级`} className="ml-3 border-l border-line pl-2 sm:ml-3.5 sm:pl-4">
        {level === undefined ? (
          <li className="py-2 text-sm text-muted">
            <span role="status">正在载入……</span>
          </li>
        ) : (
          level.nodes.map(branch)
        )}
        {level?.more ? (
          <li>
            <Button variant="quiet" onClick={() => void load(id, level.nodes)} aria-label={`显示${name}的更多下级`}>
              显示更多
            </Button>
          </li>
        ) : null}
      </ul>
    )
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <TreeSearch id={searchId} roundId={roundId} onFound={setFound} onFailed={setFailed} />
        <Button variant="quiet" disabled={found !== null} onClick={() => setOpen(new Set(beginning.tops.map(({ id }) => id)))}>
          全部收起
        </Button>
      </div>
      {failed ? (
        <p role="alert" className="text-sm text-danger">
          未能载入，请检查网络或重新登录后再试。
        </p>
      ) : null}
      {found === null ? <ul aria-label={label}>{beginning.tops.map(branch)}</ul> : <Found label={label} found={found} row={row} />}
    </div>
  )
}

type LineProps = { node: TreeNode; isOpen: boolean; toggle: (id: string) => void; row: (node: TreeNode) => ReactNode }

function Line({ node, isOpen, toggle, row }: LineProps) {
  return (
    <div className="flex min-h-10 items-center gap-x-2">
      {node.children > 0 ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? '收起' : '展开'}${node.name}的下级`}
          onClick={() => toggle(node.id)}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken"
        >
          <span aria-hidden="true" className={isOpen ? 'rotate-90' : ''}>
            ▸
          </span>
        </button>
      ) : (
        <span className="size-7 shrink-0" />
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">{row(node)}</div>
    </div>
  )
}

/** What a search found, one below the other: each says where it stands. */
function Found({ label, found, row }: { label: string; found: TreeLevel; row: (node: TreeNode) => ReactNode }) {
  if (found.nodes.length === 0) {
    return (
      <p role="status" className="text-sm text-muted">
        没有找到相符的部门。
      </p>
    )
  }
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {found.more ? `只显示最相近的 ${found.nodes.length} 个，请多输入一些。` : `找到 ${found.nodes.length} 个。`}
      </p>
      <ul aria-label={label} className="divide-y divide-line">
        {found.nodes.map((node) => (
          <li key={node.id} className="py-1">
            <div className="flex min-h-9 flex-wrap items-center gap-x-2">{row(node)}</div>
            {node.place === '' ? null : <p className="text-xs text-muted">{node.place}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
