import { expect, test } from 'vitest'
import { changeSinceApproval } from '@/lib/domain/evaluation/indicator'
import { rowsOfPlan } from '@/lib/domain/evaluation/plan'
import { anIndicator } from '@/tests/support/builders'

const plan = [
  anIndicator({ id: 'p1', lineId: 'a', libraryId: 'lib', name: '培训人次', target: '≥500人次', actual: '300人次', maxScore: '12' }),
  anIndicator({ id: 'p2', lineId: 'b', name: '合格率', unit: '%', target: '≥95', maxScore: null }),
  anIndicator({ id: 'p3', lineId: 'fixed', fixedId: 'fixed', name: '方案指标' }),
  anIndicator({ id: 'p4', lineId: 'd', name: ' ' }),
]
const ids = () => {
  let next = 0
  return () => `new${++next}`
}

test('targets, 分值 and lines are the plan’s, in force and as approved; nothing is achieved yet', () => {
  const rows = rowsOfPlan(plan, [], ids())
  expect(rows).toMatchObject([
    {
      id: 'new1',
      lineId: 'a',
      libraryId: 'lib',
      name: '培训人次',
      target: { text: '≥500人次', reading: { kind: 'number' } },
      maxScore: plan[0]?.maxScore,
      approvedTarget: '≥500人次',
      approvedMaxScore: plan[0]?.maxScore,
      approvedAs: '产出指标／数量指标／培训人次',
      planIndicatorId: 'p1',
      actual: { text: '', reading: { kind: 'blank' } },
    },
    { id: 'new2', lineId: 'b', approvedMaxScore: null, approvedAs: '产出指标／数量指标／合格率（%）', planIndicatorId: 'p2' },
  ])
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(changeSinceApproval(row, true)).toBeNull()
})

test('what stands on a line already is not given twice', () => {
  const present = [anIndicator({ id: 'x', lineId: 'a', name: '改过名的培训人次' })]
  expect(rowsOfPlan(plan, present, ids()).map(({ lineId }) => lineId)).toEqual(['b'])
})

test('a target, 分值 or name that departs from the plan is a change since approval', () => {
  const [row] = rowsOfPlan(plan, [], ids())
  if (row === undefined) throw new Error('no row')
  expect(changeSinceApproval({ ...row, name: '培训人数' }, true)).toMatchObject({ column: 'name' })
  expect(changeSinceApproval({ ...row, target: { text: '≥400人次', reading: { kind: 'blank' } } }, true)).toMatchObject({
    column: 'target',
  })
})
