import { expect, test } from 'vitest'
import { changedSince } from '@/lib/domain/evaluation/changed-since'
import { addressesOf, textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { quantity } from '@/lib/domain/quantities'
import { anEvaluation, anIndicator } from '@/tests/support/builders'

test('what differs from what was handed in is told with what it said; review scores are nobody’s change', () => {
  const before = anEvaluation({ indicators: [anIndicator({ id: 'a', maxScore: '90' })] })
  const then = addressesOf(before).map((at) => [at, textAt(before, at)] as const)
  expect(changedSince(before, then).size).toBe(0)

  const [row] = before.indicators
  if (row === undefined) throw new Error('no row')
  const after = {
    ...before,
    cover: { ...before.cover, phone: '020-1' },
    indicators: [
      { ...row, name: '改后名称', reviewScore: quantity('3'), reviewGrounds: '复核' },
      { ...anIndicator({ id: 'b' }), name: '新增指标' },
    ],
  }
  const changed = changedSince(after, then)
  expect(changed.get('cover/phone')).toBe(before.cover.phone)
  expect(changed.get('indicators/a/name')).toBe(row.name)
  expect(changed.get('indicators/b/name')).toBe('')
  expect([...changed.keys()].filter((at) => at.includes('review'))).toEqual([])
  expect(changed.has('indicators/a/target')).toBe(false)
})
