import type { TreeNode } from './tree-node'

type Named = Pick<TreeNode, 'id' | 'name' | 'above' | 'units'>

/**
 * Which departments are chosen, without naming each: single ones, and nodes with all that stands below them (本级及下级),
 * out of which single ones may be left. A 行政区 is chosen only by itself.
 */
export type RoundChoice = { single: readonly Named[]; subtrees: readonly Named[]; except: readonly Named[] }

export const NOTHING_CHOSEN: RoundChoice = { single: [], subtrees: [], except: [] }

const has = (nodes: readonly Named[], id: string): boolean => nodes.some((node) => node.id === id)
const without = (nodes: readonly Named[], id: string): Named[] => nodes.filter((node) => node.id !== id)

/** The chosen subtree that a node is in; undefined: none. */
export const subtreeOf = ({ subtrees }: RoundChoice, { id, above }: Pick<TreeNode, 'id' | 'above'>): Named | undefined =>
  subtrees.find((node) => node.id === id || above.includes(node.id))

export const mayBeChosen = ({ closed, taken }: TreeNode): boolean => !closed && !taken

export const isChosen = (choice: RoundChoice, node: TreeNode): boolean =>
  mayBeChosen(node) &&
  (has(choice.single, node.id) || (node.kind !== 'region' && subtreeOf(choice, node) !== undefined && !has(choice.except, node.id)))

/** The choice with one node in it or out of it. */
export function choose(choice: RoundChoice, node: TreeNode, on: boolean): RoundChoice {
  const { single, except } = choice
  const covered = node.kind !== 'region' && subtreeOf(choice, node) !== undefined
  if (covered) return { ...choice, except: on ? without(except, node.id) : [...without(except, node.id), node] }
  return { ...choice, single: on ? [...without(single, node.id), node] : without(single, node.id) }
}

/** The choice with a node and all below it: what was chosen or left out below it before is no longer said by itself. */
export function chooseSubtree({ single, subtrees, except }: RoundChoice, node: TreeNode): RoundChoice {
  const outside = (nodes: readonly Named[]) => nodes.filter(({ id, above }) => id !== node.id && !above.includes(node.id))
  return { single: outside(single), subtrees: [...outside(subtrees), node], except: outside(except) }
}

export function leaveSubtree({ single, subtrees, except }: RoundChoice, id: string): RoundChoice {
  return { single, subtrees: without(subtrees, id), except: except.filter((node) => node.id !== id && !node.above.includes(id)) }
}

/** Departments that the choice comes to, but for those that are in the round already. */
export const countChosen = ({ single, subtrees, except }: RoundChoice): number =>
  single.length + subtrees.reduce((sum, { units }) => sum + units, 0) - except.length
