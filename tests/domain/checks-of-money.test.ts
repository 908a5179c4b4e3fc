import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantity } from '@/lib/domain/quantities'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { anEvaluation, figuresInWan, scheme, untold } from '@/tests/support/builders'
import { block, codesOf, found, money, printed } from '@/tests/support/findings'

describe('money', () => {
  test('a split is exact without decimals and tolerant with them', () => {
    const split = (total: string, ...amounts: string[]) =>
      printed({ splits: [{ name: '分', total, parts: amounts.map((amount) => ({ name: '甲', amount })) }] }).map(({ code }) => code)
    expect(split('3', '1', '1')).toEqual(['F01'])
    expect(split('3.01', '1.00', '1.00', '1.00')).toEqual([])
    expect(split('3.02', '1.00', '1.00', '1.00')).toEqual(['F01'])
    expect(split('', '1')).toEqual([])
    expect(split('3', '', '—')).toEqual([])
    expect(split('3', '3', '')).toEqual([])
  })

  test('parts that add up raise nothing, and one changed digit does', () => {
    const cents = fc.integer({ min: 1, max: 9_999_999 })
    const written = (value: number) => `${Math.floor(value / 100)}.${`${value % 100}`.padStart(2, '0')}`
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 6 }), fc.integer({ min: 4, max: 500 }), (parts, error) => {
        const whole = parts.reduce((a, b) => a + b, 0)
        const codes = (total: number) =>
          printed({
            splits: [{ name: '分', total: written(total), parts: parts.map((amount) => ({ name: '甲', amount: written(amount) })) }],
          }).filter(({ code }) => code === 'F01')
        expect(codes(whole)).toEqual([])
        expect(codes(whole + error + parts.length)).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })

  test('a rate printed from its own figures is right, cut or rounded too coarsely, never wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (budget, spent) => {
        const hundredths = Math.floor((spent * 10000 * 2 + budget) / (budget * 2))
        const rate = `${Math.floor(hundredths / 100)}.${`${hundredths % 100}`.padStart(2, '0')}%`
        const codes = printed({ funds: money(`${budget}`, `${spent}`, { printedRate: rate }) }).map(({ code }) => code)
        expect(codes).not.toContain('F18')
        expect(codes).not.toContain('F19')
      }),
    )
  })

  test.each([
    ['a full budget', '100', '90', { maxScore: '10', printedScore: '9' }, []],
    ['no budget', '0', '90', { maxScore: '10', printedScore: '10', printedRate: '100%' }, ['F07']],
    ['a wrong score', '100', '90', { maxScore: '10', printedScore: '8.9' }, ['F21']],
    ['a score in whole points', '100', '97.8', { maxScore: '10', printedScore: '10' }, []],
    ['impossible points', '100', '90', { maxScore: '100', printedScore: '90' }, ['F21']],
    ['a carry-over beside overspending', '100', '101', { carryOver: '3' }, ['F06', 'F09']],
    ['another unit', '100', '90万元', {}, []],
    ['yuan among 万元', '100', '900000元', {}, ['F15']],
    ['ten thousand times', '90', '900000', {}, ['F06', 'F15']],
  ])('%s', (_, budget, spent, more, expected) => {
    expect(printed({ funds: money(budget, spent, more) }).map(({ code }) => code)).toEqual(expected)
  })

  test('a part in 元 below a total in 万元, however round', () => {
    const part = { item: '其中：财政拨款', role: 'part', adjustedBudget: '200000', actualExpenditure: '' }
    expect(printed({ funds: [...money('20', '20'), part] }).map(({ code }) => code)).toEqual(['F05', 'F15'])
  })

  test('a row that is no part of the total is never the scored one', () => {
    const line = evaluateDocument({
      format: 'hengji.evaluation/1',
      kind: 'project',
      department: '示例局',
      year: 2022,
      moneyUnit: '万元',
      funds: [{ item: '示例市', role: 'other', adjustedBudget: '100', actualExpenditure: '90', maxScore: '10' }],
    })
    expect(line.ok && line.line).toMatchObject({ executionRate: null, executionScore: null })
  })

  test('own forms: carry-over, 三公, sources left blank, tasks above project expenditure', () => {
    const figures = figuresInWan({
      'total/initialBudget': '900',
      'total/adjustedBudget': '1000',
      'total/actualExpenditure': '1000',
      'general/actualExpenditure': '1000',
      'general/adjustedBudget': '1000',
      'project/actualExpenditure': '200',
      'openingCarryOver/amount': '50',
      'closingCarryOver/amount': '70',
      'threePublic/priorActual': '5',
      'threePublic/actualExpenditure': '6',
    })
    const tasks = [{ id: 't1', name: '示例任务', ...untold, budget: null, expenditure: quantity('3000000'), subItems: [], completion: [] }]
    const codes = new Set(codesOf(anEvaluation({ figures, tasks })))
    for (const code of ['F12', 'F13', 'F17', 'F30', 'F31']) expect(codes).toContain(code)
  })

  test('F33 a task beyond its own budget; F15 a part typed in 元', () => {
    const task = (budget: string, expenditure: string) =>
      anEvaluation({
        tasks: [
          {
            id: 't1',
            name: '示例任务',
            ...untold,
            budget: quantity(budget),
            expenditure: quantity(expenditure),
            subItems: [],
            completion: [],
          },
        ],
      })
    expect(found(task('100', '100.01'), 'F33').map(({ at }) => at)).toEqual(['tasks/t1/expenditure'])
    expect(found(task('100', '100'), 'F33')).toEqual([])
    const basic = (amount: string) =>
      anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '1000', 'basic/adjustedBudget': amount }) })
    expect(found(basic('8000000'), 'F15').map(({ at }) => at)).toEqual(['funds/basic/adjustedBudget'])
    expect(found(basic('1100'), 'F15')).toEqual([])
  })

  test('a reason answers what was adjusted or changed; 无 is none', () => {
    const figures = figuresInWan({
      'total/initialBudget': '900',
      'total/adjustedBudget': '1000',
      'total/actualExpenditure': '1000',
      'threePublic/priorActual': '6',
      'threePublic/actualExpenditure': '5',
    })
    const said = (words: string) => {
      const evaluation = anEvaluation({ figures })
      const codes = codesOf({ ...evaluation, narrative: { ...evaluation.narrative, deviation: [block('d', words)] } })
      return (['F12', 'F31'] as const).filter((code) => codes.includes(code))
    }
    expect(said('无。')).toEqual(['F12', 'F31'])
    expect(said('年中追加抢险资金。')).toEqual(['F12'])
    expect(said('年中追加抢险资金；公务接待减少。')).toEqual([])
  })

  test('nothing is below 0', () => {
    const negative = anEvaluation({ figures: figuresInWan({ 'total/actualExpenditure': '-5', 'closingCarryOver/amount': '0' }) })
    expect(found(negative, 'F32').map(({ at, facts }) => [at, facts.found])).toEqual([['funds/total/actualExpenditure', '-5']])
  })

  test('F10 asks for a reason below the bound of the scheme', () => {
    const strict = scheme()
    const execution = strict.execution === null ? null : { ...strict.execution, reasonBelow: '0.9' }
    const figures = figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '899' })
    const evaluation = anEvaluation({ figures, scheme: { ...strict, execution } })
    expect(codesOf(evaluation)).toContain('F10')
    expect(codesOf({ ...evaluation, narrative: { ...evaluation.narrative, deviation: [block('x', '项目招标推迟')] } })).not.toContain('F10')
  })
})
