import { expect, test } from 'vitest'
import { quantity, yuanFromWan } from '@/lib/domain/quantities'
import { anEvaluation, anIndicator, figuresInWan, scheme, untold } from '@/tests/support/builders'
import { block } from '@/tests/support/findings'
import { foundingReport, papersOf, rowsOf, tableNamed } from './sample'

/** Columns and texts that a paper has only where the scheme asks for them, or somebody filled them in. */

const founding = papersOf(foundingReport())

test('shows 指标性质, 评分标准 and the sample of a satisfaction only where a row has them', () => {
  const indicators = [
    anIndicator({ id: 'a', nature: '正向', standard: '每少一件扣 2 分', maxScore: '80' }),
    anIndicator({ id: 'b', name: '群众满意度', target: '≥90%', actual: '95%', sampleSize: '200份', satisfied: '190份', maxScore: '10' }),
  ]
  const table = tableNamed(papersOf(anEvaluation({ indicators })), '绩效指标完成情况及得分')
  expect(table.columns.slice(2, 9).map(({ heading }) => heading)).toEqual([
    '三级指标',
    '指标性质',
    '年度指标值',
    '实际完成值',
    '评分标准',
    '分值',
    '得分',
  ])
  expect(rowsOf(table)[0]?.slice(3, 9)).toEqual(['正向', '≥100', '100', '每少一件扣 2 分', '80', '80.00'])
  expect(rowsOf(table)[1]?.slice(3, 9)).toEqual(['', '≥90%', '95%（样本量200份，满意190份）', '', '10', '10.00'])
  expect(rowsOf(table)[2]?.slice(0, 3)).toEqual(['产出指标小计', '90', '90.00'])
  expect(table.rows.map((cells) => cells.reduce((all, { span = 1 }) => all + span, 0))).toEqual(table.rows.map(() => table.columns.length))
  const bare = tableNamed(founding, '绩效指标完成情况及得分').columns.map(({ heading }) => heading)
  expect(bare).not.toContain('指标性质')
  expect(bare).not.toContain('评分标准')
})

test('has two columns of targets only where one was adjusted after it was approved', () => {
  const rows = [
    anIndicator({ id: 'a', target: '≥80', unit: '场', approvedTarget: '≥100', maxScore: '80' }),
    anIndicator({ id: 'b', target: '≥90', approvedTarget: '≥90', maxScore: '10' }),
  ]
  const table = tableNamed(papersOf(anEvaluation({ indicators: rows })), '绩效指标完成情况及得分')
  expect(table.columns.slice(3, 5).map(({ heading }) => heading)).toEqual(['年初指标值', '调整后指标值'])
  expect(
    rowsOf(table)
      .map((cells) => cells.slice(3, 5))
      .slice(0, 2),
  ).toEqual([
    ['≥100场', '≥80场'],
    ['≥90', '≥90'],
  ])
  expect(table.rows.map((cells) => cells.reduce((all, { span = 1 }) => all + span, 0))).toEqual(table.rows.map(() => table.columns.length))
  const kept = tableNamed(papersOf(anEvaluation({ indicators: rows.slice(1) })), '绩效指标完成情况及得分')
  expect(kept.columns.map(({ heading }) => heading)).toContain('年度指标值')
})

test('shows the funds of tasks by source, and reasons, only where a task has them', () => {
  const wan = (digits: string) => yuanFromWan(quantity(digits))
  const one = { ...untold, id: 't', name: '危房改造', subItems: [], completion: [], budget: wan('600'), expenditure: wan('540') }
  const told = { ...one, centralBudget: wan('600'), centralExpenditure: wan('540'), ownBudget: wan('0'), reason: '尾款未到支付节点' }
  const table = tableNamed(papersOf(anEvaluation({ tasks: [told] })), '年度重点工作任务')
  expect(table.columns.slice(5, 7).map(({ heading }) => heading)).toEqual(['按资金来源（预算／执行／执行率）', '未完成原因'])
  expect(rowsOf(table)[0]?.slice(5, 7)).toEqual(['中央 600.00／540.00／90.00%；本级 0.00／—／—', '尾款未到支付节点'])
  expect(tableNamed(papersOf(anEvaluation({ tasks: [one] })), '年度重点工作任务').columns).toHaveLength(6)
})

test('says 资金管理情况 behind the deviation, where somebody wrote it', () => {
  const written = {
    ...anEvaluation().narrative,
    deviation: [block('d', '年末追加。')],
    fundsManagement: [block('m', '资金按进度拨付。')],
  }
  const { report } = papersOf(anEvaluation({ narrative: written }))
  const said = report.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : []))
  expect(said.indexOf('资金按进度拨付。')).toBe(said.indexOf('年末追加。') + 1)
})

test('has 到位数 and 到位率 only where the scheme asks for them', () => {
  const figures = figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '900', 'total/received': '800' })
  const national = scheme('national-2020')
  const asking = { ...national, figureGroups: ['received' as const] }
  const table = tableNamed(papersOf(anEvaluation({ figures, scheme: asking })), '部门整体收支情况')
  expect(table.columns.slice(4, 7).map(({ heading }) => heading)).toEqual(['到位数', '全年执行数', '到位率'])
  expect(rowsOf(table)[0]?.slice(3, 8)).toEqual(['1,000.00', '800.00', '900.00', '80.00%', '90.00%'])
  expect(table.rows.map((cells) => cells.reduce((all, { span = 1 }) => all + span, 0))).toEqual(table.rows.map(() => table.columns.length))
  const plain = tableNamed(papersOf(anEvaluation({ figures, scheme: national })), '部门整体收支情况')
  expect(plain.columns.map(({ heading }) => heading)).not.toContain('到位数')
})
