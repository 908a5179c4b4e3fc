import { expect, test } from 'vitest'
import { anEvaluation, figuresInWan } from '@/tests/support/builders'
import { block, codesOf, found, text, withRow } from '@/tests/support/findings'

test('overspending that the deviation note explains is not asked about again', () => {
  const spent = anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '120' }) })
  expect(codesOf(spent)).toContain('F06')
  const told = { ...spent, narrative: { ...spent.narrative, deviation: [block('x', '年中追加资金未计入全年预算数')] } }
  expect(codesOf(told)).not.toContain('F06')
  // Words that give no reason explain nothing
  for (const nothing of ['无', '/', '同上', '同上所述。', '详见附件', '请见相关材料', '略'])
    expect(codesOf({ ...spent, narrative: { ...spent.narrative, deviation: [block('x', nothing)] } })).toContain('F06')
})

test('cells that nobody can compare are left alone where a person gave the score and said on what it rests', () => {
  const row = { target: '≥90%', actual: '约九成', selfScore: '80' }
  const before = codesOf(withRow({ ...row, selfScoreGrounds: '' }))
  expect(before).toContain('K09')
  expect(codesOf(withRow({ ...row, selfScoreGrounds: '抽查台账' }))).not.toContain('K09')
})

test('a goal of a self-evaluation says what became of it', () => {
  const goal = (completion: string) => ({
    goals: [{ id: 'g', mark: '' as const, text: text('保障民生服务'), completion: text(completion) }],
  })
  expect(found(anEvaluation(goal('')), 'T11').map(({ at }) => at)).toContain('goals/g/completion')
  expect(found(anEvaluation(goal('已完成')), 'T11').map(({ at }) => at)).not.toContain('goals/g/completion')
  expect(found({ ...anEvaluation(goal('')), stage: 'targets' }, 'T11').map(({ at }) => at)).not.toContain('goals/g/completion')
  const leading = anEvaluation({ goals: [{ id: 'g', mark: '无', text: text('年度目标如下：'), completion: [] }] })
  expect(found(leading, 'T11').map(({ at }) => at)).toContain('goals')
  expect(found(leading, 'T11').map(({ at }) => at)).not.toContain('goals/g/completion')
  // A row in which nothing stands asks for nothing
  expect(
    found(anEvaluation({ goals: [{ id: 'g', mark: '' as const, text: [], completion: [] }] }), 'T11').map(({ at }) => at),
  ).not.toContain('goals/g/text')
})
