import { accepted, type Decision, refused } from '@/lib/domain/decision'
import { REVIEW_NODES, type ReviewNode } from './review'

/** Due date per node as `2024-05-31`; absent: none set. */
export type Deadlines = Readonly<Partial<Record<ReviewNode, string>>>

/** Deadlines only for nodes that the scheme switches on, none earlier than the one before it. Refused: `deadline-node`, `deadline-order`. */
export function checkDeadlines(deadlines: Deadlines, nodes: readonly ReviewNode[]): Decision<void> {
  let last = ''
  for (const node of REVIEW_NODES) {
    const date = deadlines[node]
    if (date === undefined) continue
    if (!nodes.includes(node)) return refused('deadline-node', { node })
    if (date < last) return refused('deadline-order', { node })
    last = date
  }
  return accepted(undefined)
}
