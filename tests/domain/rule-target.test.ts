import { describe, expect, it, test } from 'vitest'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'

const text = (value: Quantity | null): string | null => value && fixed(value, 2)

describe('rules that need no target', () => {
  const cost = scheme('national-cost')
  const satisfaction = { dimension: '满意度指标', group: '服务对象满意度指标', name: '满意度', unit: '%', target: '' }
  const scored = (texts: Parameters<typeof anIndicator>[0], by = cost) => {
    const [row] = scoreEvaluation(anEvaluation({ scheme: by, indicators: [anIndicator({ ...satisfaction, ...texts })] })).indicators
    return [row?.comparison.outcome, text(row?.score ?? null)]
  }
  test.each([
    ['95%', 'met', '10.00'],
    ['90', 'met', '10.00'],
    ['89.99%', 'missed', '8.00'],
    ['80%', 'missed', '8.00'],
    ['79.9%', 'missed', '5.00'],
    ['60', 'missed', '5.00'],
    ['59.99', 'missed', '0.00'],
    ['较高', 'judgement', null],
    ['', 'blank', null],
  ])('满意度 %j without a target is %s and scores %s', (actual, outcome, score) => expect(scored({ actual })).toEqual([outcome, score]))
  it('scales the points to the 分值 of the row', () => expect(scored({ actual: '85%', maxScore: '5' })).toEqual(['missed', '4.00']))
  it('scores by the value, not by a target that was set higher', () =>
    expect(scored({ target: '≥98%', actual: '95%' })).toEqual(['missed', '10.00']))
  const withRule = (rule: IndicatorRule) =>
    scheme('national-2020', { dimensions: scheme().dimensions.map((dimension) => ({ ...dimension, rule })) })
  test.each<[IndicatorRule, string, string, string]>([
    [{ kind: 'steps', from: '100', direction: 'above', per: '1', deduct: '0.5' }, '104', 'missed', '8.00'],
    [{ kind: 'steps', from: '100', direction: 'below', per: '5', deduct: '2' }, '100', 'met', '10.00'],
    [
      {
        kind: 'bands',
        bands: [
          { from: null, to: '0', points: '10' },
          { from: '0', to: null, points: '3' },
        ],
      },
      '-2',
      'met',
      '10.00',
    ],
    [
      {
        kind: 'bands',
        bands: [
          { from: null, to: '5', points: '3' },
          { from: '5', to: null, points: '10' },
        ],
      },
      '5',
      'missed',
      '3.00',
    ],
  ])('%j at %s', (rule, actual, outcome, score) => expect(scored({ actual }, withRule(rule))).toEqual([outcome, score]))
})
