import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { REVIEW_NODES, type ReviewNode } from './review'

/** Due date per node as `2024-05-31`; absent: none set. */
export type Deadlines = Readonly<Partial<Record<ReviewNode, string>>>

/** When a node should be done by: an evaluation's own date goes before the round's, also an empty one, which is none. null: no date. */
export const dueOn = (node: ReviewNode, own: Deadlines, ofRound: Deadlines): string | null => (own[node] ?? ofRound[node]) || null

/**
 * The own dates of an evaluation that is sent back on the day `today`: for 填报 the 整改期限 that was given ('': none was). Without one
 * the round's date stands while it is still to come; once it is past there is none, so that nothing is overdue the moment it comes back.
 * Refused: `deadline-past`.
 */
export function afterReturn(own: Deadlines, ofRound: Deadlines, given: string, today: string): Decision<Deadlines> {
  if (given !== '' && given < today) return refused('deadline-past')
  const { entry: _, ...others } = own
  if (given !== '') return accepted({ ...others, entry: given })
  return accepted(ofRound.entry !== undefined && ofRound.entry < today ? { ...others, entry: '' } : others)
}

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
