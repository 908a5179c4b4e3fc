import { expect, test } from 'vitest'
import { knownData } from '@/lib/domain/cells/data-names'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { runsText, saidRuns } from '@/lib/report/data-text'
import { referableData } from '@/lib/report/referable-data'
import { foundingReport } from './sample'

const evaluation = foundingReport()
const assessed = { evaluation, score: scoreEvaluation(evaluation) }
const data = referableData(assessed)

test('every datum is one that texts may name, called as no other, and says what it prints', () => {
  expect(data.filter(({ name }) => !knownData.has(name))).toEqual([])
  expect(new Set(data.map(({ label }) => label)).size).toBe(data.length)
  for (const { name, text } of data) expect(runsText([{ datum: name }], assessed)).toBe(text || '（未填）')
})

test('results come first, then the scheme’s figures, then each indicator', () => {
  expect(data.slice(0, 3).map(({ label, text }) => [label, text])).toEqual([
    ['预算执行率', '100.31%'],
    ['预算执行得分', expect.stringMatching(/^\d+\.\d\d$/)],
    ['自评总分', '97.67'],
  ])
  expect(data.find(({ name }) => name === 'total/actualExpenditure')).toEqual({
    name: 'total/actualExpenditure',
    label: '部门整体支出 · 全年执行数',
    text: expect.stringMatching(/^[\d,]+\.\d\d$/),
  })
  const [first] = evaluation.indicators
  expect(data.find(({ name }) => name === `indicators/${first?.id}/actual`)?.label).toBe(`“${first?.name}” · 实际完成值`)
})

test('indicators of one name are told apart', () => {
  const [first] = evaluation.indicators
  if (first === undefined) throw new Error('the founding report has indicators')
  const twice = { ...evaluation, indicators: [first, { ...first, id: 'again' }] }
  const labels = referableData({ evaluation: twice, score: scoreEvaluation(twice) }).map(({ label }) => label)
  expect(labels).toContain(`“${first.name}” · 得分`)
  expect(labels).toContain(`“${first.name}” · 得分（2）`)
})

test('a text is said in its runs, each figure with the datum that it is', () => {
  expect(saidRuns([{ text: '执行率' }, { datum: 'executionRate' }, { datum: 'indicators/gone1/actual' }], assessed)).toEqual([
    { text: '执行率' },
    { text: '100.31%', datum: 'executionRate' },
    { text: '（未填）', datum: 'indicators/gone1/actual' },
  ])
})
