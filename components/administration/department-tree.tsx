'use client'
import dynamic from 'next/dynamic'
import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/field'
import type { DepartmentRows } from './department-rows'
import { askTree, type TreeBeginning, type TreeLevel, type TreeNode } from './tree-node'
import { useTreeSearch } from './tree-search'

const Rows = dynamic(() => import('./department-rows').then(({ DepartmentRows }) => DepartmentRows), {
  ssr: false,
  loading: () => <p className="py-3 text-sm text-muted">部门载入中……</p>,
})

const NO_LEVELS: Readonly<Record<string, TreeLevel>> = {}

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
  /** Where rows are ticked: which of the nodes that are known here, and what comes of it. */
  choosing?: {
    isChosen: (node: TreeNode) => boolean
    mayBeChosen: (node: TreeNode) => boolean
    onChoose: (node: TreeNode, on: boolean) => void
  }
}) {
  const { beginning, label, searchId, roundId = '', row, choosing } = props
  const [levels, setLevels] = useState<Readonly<Record<string, TreeLevel>>>(beginning.levels)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(Object.keys(beginning.levels)))
  const [unreached, setUnreached] = useState(false)
  const [text, setText] = useState('')
  const { found, failed } = useTreeSearch(text, roundId)
  const asked = useRef(new Set<string>())

  const load = async (id: string) => {
    if (asked.current.has(id)) return
    asked.current.add(id)
    const known = levels[id]?.nodes ?? []
    const level = await askTree({ below: id, after: known.at(-1)?.code ?? '', round: roundId })
    asked.current.delete(id)
    setUnreached(level === null)
    if (level) setLevels((before) => ({ ...before, [id]: { nodes: [...known, ...level.nodes], more: level.more } }))
  }

  const openOnly = (after: ReadonlySet<string>) => {
    for (const id of after) if (!open.has(id) && levels[id] === undefined) void load(id)
    setOpen(after)
  }

  const nodes = found === null ? [...beginning.tops, ...Object.values(levels).flatMap((level) => level.nodes)] : found.nodes
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <label htmlFor={searchId} className="flex min-w-0 grow basis-56 flex-col gap-1 text-sm sm:max-w-sm">
          <span className="font-medium">按名称、代码或拼音查找</span>
          <TextInput
            id={searchId}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              // Enter looks nothing up and must not send the form around the tree
              if (event.key === 'Enter') event.preventDefault()
            }}
            maxLength={60}
            autoComplete="off"
          />
        </label>
        <Button variant="quiet" disabled={found !== null} onClick={() => setOpen(new Set(beginning.tops.map(({ id }) => id)))}>
          全部收起
        </Button>
      </div>
      {failed || unreached ? (
        <p role="alert" className="text-sm text-danger">
          未能载入，请检查网络或重新登录后再试。
        </p>
      ) : null}
      {found === null ? null : <FoundCount found={found} />}
      {found?.nodes.length === 0 ? null : (
        <Rows
          label={label}
          // What was found stands by itself: each line says where
          tops={found === null ? beginning.tops : found.nodes.map((node) => ({ ...node, children: 0 }))}
          levels={found === null ? levels : NO_LEVELS}
          open={open}
          onOpenChange={openOnly}
          onMore={({ id }) => void load(id)}
          row={
            found === null ? row : (node) => <FoundRow node={node}>{row(found.nodes.find(({ id }) => id === node.id) ?? node)}</FoundRow>
          }
          choosing={choosing && ticking(nodes, choosing)}
        />
      )}
    </div>
  )
}

type Choosing = NonNullable<ComponentProps<typeof DepartmentTree>['choosing']>

function ticking(
  nodes: readonly TreeNode[],
  { isChosen, mayBeChosen, onChoose }: Choosing,
): ComponentProps<typeof DepartmentRows>['choosing'] {
  const idsOf = (some: readonly TreeNode[]) => some.map(({ id }) => id)
  return {
    chosen: idsOf(nodes.filter(isChosen)),
    fixed: idsOf(nodes.filter((node) => !mayBeChosen(node))),
    onChoose: (id, on) => {
      const node = nodes.find((one) => one.id === id)
      if (node) onChoose(node, on)
    },
  }
}

const FoundRow = ({ node, children }: { node: TreeNode; children: ReactNode }) => (
  <div className="min-w-0">
    <div className="flex flex-wrap items-center gap-x-2">{children}</div>
    {node.place === '' ? null : <p className="text-xs text-muted">{node.place}</p>}
  </div>
)

/** What came of a search, in words. */
const FoundCount = ({ found: { nodes, more } }: { found: TreeLevel }) => (
  <p role="status" className="text-sm text-muted">
    {nodes.length === 0 ? '没有找到相符的部门。' : more ? `只显示最相近的 ${nodes.length} 个，请多输入一些。` : `找到 ${nodes.length} 个。`}
  </p>
)
