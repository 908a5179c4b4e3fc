import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { departmentKindLabels } from '@/lib/messages/labels'
import type { TreeNode } from './tree-node'

/** A department's line in a tree: name, code, kind, and whether it is closed. */
export function DepartmentLabel({ node, children }: { node: TreeNode; children?: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-2">
      {children ?? <span>{node.name}</span>}
      <span className="text-xs text-muted tabular-nums">{node.code}</span>
      <span className="text-xs text-muted">{departmentKindLabels[node.kind]}</span>
      {node.closed ? <Tag tone="warning">已撤销</Tag> : null}
    </span>
  )
}
