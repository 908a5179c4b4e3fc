import { expect, test } from 'vitest'
import {
  choose,
  chooseSubtree,
  countChosen,
  isChosen,
  leaveSubtree,
  NOTHING_CHOSEN,
  subtreeOf,
} from '@/components/administration/round-choice'
import type { TreeNode } from '@/components/administration/tree-node'

const node = (id: string, above: string[], rest: Partial<TreeNode> = {}): TreeNode => ({
  id,
  above,
  name: id,
  code: id,
  kind: 'unit',
  closed: false,
  children: 0,
  units: 1,
  taken: false,
  place: '',
  ...rest,
})
const district = node('district', ['root'], { kind: 'region', units: 3 })
const bureau = node('bureau', ['root', 'district'], { kind: 'authority', units: 3 })
const first = node('first', ['root', 'district', 'bureau'])
const second = node('second', ['root', 'district', 'bureau'])

test('a subtree covers what stands below it, but no region, nothing closed and nothing in the round', () => {
  const choice = chooseSubtree(NOTHING_CHOSEN, district)
  expect([district, bureau, first].map((one) => isChosen(choice, one))).toEqual([false, true, true])
  expect(
    [
      { ...first, closed: true },
      { ...first, taken: true },
    ].map((one) => isChosen(choice, one)),
  ).toEqual([false, false])
  expect(countChosen(choice)).toBe(3)
  expect(subtreeOf(choice, first)?.id).toBe('district')
})

test('what is left out of a subtree stays out until it is taken in again', () => {
  const left = choose(chooseSubtree(NOTHING_CHOSEN, district), first, false)
  expect([isChosen(left, first), isChosen(left, second), countChosen(left)]).toEqual([false, true, 2])
  expect(countChosen(choose(left, first, true))).toBe(3)
  expect(countChosen(choose(choose(left, first, false), first, false))).toBe(2)
})

test('a larger subtree takes the place of what was chosen below it, and leaving it leaves all', () => {
  const singles = choose(choose(NOTHING_CHOSEN, first, true), district, true)
  expect(countChosen(singles)).toBe(2)
  const smaller = choose(chooseSubtree(singles, bureau), second, false)
  expect([smaller.single.map(({ id }) => id), countChosen(smaller)]).toEqual([['district'], 3])
  const larger = chooseSubtree(smaller, district)
  expect(larger).toEqual({ single: [], subtrees: [district], except: [] })
  expect(leaveSubtree(choose(larger, first, false), 'district')).toEqual(NOTHING_CHOSEN)
})
