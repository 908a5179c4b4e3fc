import type { DepartmentKind } from '@/lib/domain/people/department'

/** A department as trees and pickers draw it. */
export type TreeNode = {
  id: string
  /** The ids of all nodes above it, from the root down. */
  above: readonly string[]
  name: string
  code: string
  kind: DepartmentKind
  closed: boolean
  /** Nodes directly below it. */
  children: number
  /** Of itself and all below it: open ones that are no 行政区. */
  units: number
  /** Whether it is in the round that the tree is drawn for. */
  taken: boolean
  /** The names of the nodes above it. */
  place: string
}

export type TreeLevel = { nodes: readonly TreeNode[]; more: boolean }

/** What comes with the page: the nodes that stand on top, and the levels that are open from the start by the id above them. */
export type TreeBeginning = { tops: readonly TreeNode[]; levels: Readonly<Record<string, TreeLevel>> }

/** Asks the server for a part of the tree; null where it does not answer, as when nobody is signed in any more. */
export async function askTree(parameters: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<TreeLevel | null> {
  try {
    const answer = await fetch(`/departments/tree?${new URLSearchParams(parameters)}`, signal ? { signal } : {})
    // Awaited here: what is called off may be so while its body is on its way
    return answer.ok ? ((await answer.json()) as TreeLevel) : null
  } catch {
    return null
  }
}
