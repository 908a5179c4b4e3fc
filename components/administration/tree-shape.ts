import type { DepartmentKind } from '@/lib/domain/people/department'

/** A department as trees and pickers draw it. */
export type TreeNode = { id: string; parentId: string | null; name: string; code: string; kind: DepartmentKind; closed: boolean }

/** The nodes by what they stand below. Tops are those whose parent is not among the nodes: the viewer's part of the tree. */
export type TreeShape = { byId: ReadonlyMap<string, TreeNode>; tops: readonly TreeNode[]; below: ReadonlyMap<string, readonly TreeNode[]> }

export function treeShape(nodes: readonly TreeNode[]): TreeShape {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const below = new Map<string, TreeNode[]>()
  const tops: TreeNode[] = []
  for (const node of nodes) {
    if (node.parentId === null || !byId.has(node.parentId)) {
      tops.push(node)
      continue
    }
    const siblings = below.get(node.parentId)
    if (siblings) siblings.push(node)
    else below.set(node.parentId, [node])
  }
  return { byId, tops, below }
}

/** A node's ids with everything below it, itself first. */
export function withBelow({ below }: TreeShape, id: string): string[] {
  const ids = [id]
  for (const next of ids) for (const child of below.get(next) ?? []) ids.push(child.id)
  return ids
}

/** The nodes whose name or code contains the text, with all above them; null for no text: everything. */
export function matching({ byId }: TreeShape, text: string): ReadonlySet<string> | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return null
  const shown = new Set<string>()
  for (const node of byId.values()) {
    if (!node.name.toLowerCase().includes(wanted) && !node.code.toLowerCase().includes(wanted)) continue
    for (let at: TreeNode | undefined = node; at && !shown.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId))
      shown.add(at.id)
  }
  return shown
}
