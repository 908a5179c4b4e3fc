import { describe, expect, test } from 'vitest'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { schemeProblems } from '@/lib/domain/schemes/scheme-problems'
import { schemeProblemSentence } from '@/lib/messages/scheme-problems'
import { scheme } from '@/tests/support/builders'

const found = (overrides: Partial<Scheme>, id = 'national-2020'): string[] =>
  schemeProblems(scheme(id, overrides)).map(({ code, at }) => `${code.replace('scheme.', '')} ${at}`)
const first = scheme().dimensions[0]
const dimensionsWith = (changed: Partial<NonNullable<typeof first>>) =>
  scheme().dimensions.map((dimension, index) => (index === 0 ? { ...dimension, ...changed } : dimension))
const withRule = (rule: IndicatorRule) => found({ dimensions: dimensionsWith({ rule }) })
const withGrades = (...from: [Scheme['grades'][number]['grade'], string][]) =>
  found({ grades: from.map(([grade, least], index) => ({ grade, name: `第${index}等`, from: least })) })
const withCaps = (...caps: [string, string][]) => found({ totalCaps: caps.map(([rateBelow, maxTotal]) => ({ rateBelow, maxTotal })) })
const bands = (...all: [string | null, string | null, string][]): IndicatorRule => ({
  kind: 'bands',
  bands: all.map(([from, to, points]) => ({ from, to, points })),
})
const fixed = (maxScore: string): Scheme['fixedIndicators'][number] => ({
  id: `f${maxScore}`,
  dimension: '产出指标',
  group: '',
  name: '示例',
  unit: '',
  maxScore,
  target: '≥1',
  formula: null,
  rule: { kind: 'default' },
  clause: '',
})

describe('分值 of fixed indicators', () => {
  test.each<[string, string[], boolean, string[]]>([
    ['leave room where departments add their own', ['20'], false, []],
    ['fill a closed level', ['20', '30'], true, []],
    ['fall short of a closed level', ['20'], true, ['closedSum /dimensions/0/maxScore']],
    ['leave no room though the level is open', ['20', '30'], false, ['noRoom /dimensions/0/closed']],
    ['exceed their level', ['20', '31'], true, ['sumAbove /dimensions/0/maxScore']],
  ])('%s', (_, points, closed, expected) => {
    expect(found({ dimensions: dimensionsWith({ closed, groups: [] }), fixedIndicators: points.map(fixed) })).toEqual(expected)
  })
  test('count against 100 within a free level', () => {
    expect(found({ dimensions: dimensionsWith({ maxScore: null }), fixedIndicators: [fixed('50')] })).toEqual([])
    expect(found({ dimensions: dimensionsWith({ maxScore: null }), fixedIndicators: [fixed('51')] })).toEqual(['sumAbove /dimensions'])
  })
})

describe('grades and caps', () => {
  test('a grade twice', () => expect(withGrades(['good', '80'], ['good', '0'])).toEqual(['gradeTwice /grades/1/grade']))
  test('the best out of reach', () => expect(withGrades(['good', '101'], ['poor', '0'])).toEqual(['aboveHundred /grades/0/from']))
  test('a lower rate that allows more', () => {
    expect(withCaps(['0.8', '79'], ['0.7', '89'])).toEqual(['capRises /totalCaps/1/maxTotal'])
    expect(withCaps(['0.7', '89'], ['0.8', '79'])).toEqual(['capRises /totalCaps/0/maxTotal'])
    expect(withCaps(['0.5', '59'], ['0.8', '89'], ['0.6', '69'])).toEqual([])
  })
  test('a rate twice', () => expect(withCaps(['0.8', '89'], ['0.80', '79'])).toContain('rateTwice /totalCaps/1/rateBelow'))
  test('a bonus above 100', () => {
    const bonus = { id: 'bonus', name: '加分', kind: 'bonus', clause: '' } as const
    expect(found({ adjustments: [{ ...bonus, max: '100.01' }] })).toEqual(['adjustmentAbove /adjustments/0/max'])
    expect(found({ adjustments: [{ ...bonus, max: '0' }] })).toEqual(['notPositive /adjustments/0/max'])
  })
})

describe('bands and intervals', () => {
  test.each<[string, IndicatorRule, string[]]>([
    ['in order', bands([null, '0', '5'], ['0', '10', '4'], ['10', null, '0']), []],
    ['in order from the top', bands(['10', null, '5'], [null, '10', '0']), []],
    ['overlapping', bands([null, '10', '5'], ['5', null, '0']), ['bandsOverlap bands/1/from']],
    ['with a gap', bands([null, '10', '5'], ['20', null, '0']), ['bandsGap bands/1/from']],
    ['without an end', bands(['0', '10', '5']), ['bandsOpen bands/0/from', 'bandsOpen bands/0/to']],
    ['upside down', bands([null, '0', '5'], ['0', '-1', '4'], ['-1', null, '3']), ['bandEmpty bands/1/to']],
    ['above the 分值', bands([null, '0', '51'], ['0', null, '0']), ['pointsAbove bands/0/points']],
    [
      'above what they are stated for',
      { ...bands([null, '0', '6'], ['0', null, '0']), outOf: '5' } as IndicatorRule,
      ['pointsAbove bands/0/points'],
    ],
    [
      'intervals that rise',
      {
        kind: 'intervals',
        intervals: [
          { from: '60', points: '5' },
          { from: '90', points: '5' },
        ],
      },
      ['notFalling intervals/1/from'],
    ],
    [
      'a worse interval that earns more',
      {
        kind: 'intervals',
        intervals: [
          { from: '90', points: '5' },
          { from: '60', points: '6' },
        ],
      },
      ['worseEarnsMore intervals/1/points'],
    ],
  ])('%s', (_, rule, expected) => {
    expect(withRule(rule)).toEqual(expect.arrayContaining(expected.map((line) => line.replace(' ', ' /dimensions/0/rule/'))))
    if (expected.length === 0) expect(withRule(rule)).toEqual([])
  })
  test('a lower band of the execution rate that earns more', () => {
    const execution = scheme().execution
    if (execution === null) throw new Error('has execution')
    const stepped = (...shares: string[]) => shares.map((share, index) => ({ share, from: ['0.9', '0.8', '0.7'][index] ?? '0' }))
    expect(found({ execution: { ...execution, method: 'bands', bands: stepped('0.8', '1') } })).toEqual([
      'worseEarnsMore /execution/bands/1/share',
    ])
  })
})

describe('names', () => {
  test.each<[string, Partial<Scheme>, string[]]>([
    [
      'required that nothing has',
      { required: ['duties', 'funds/total/moon', 'cover/colour'] },
      ['unknownRequired /required/1', 'unknownRequired /required/2'],
    ],
    ['required, of a group that is off', { required: ['funds/staffQuota/count'] }, ['figureOff /required/0']],
    ['required, of a group that is on', { required: ['funds/staffQuota/count'], figureGroups: ['staff'] }, []],
    ['required twice', { required: ['goals', 'goals'] }, ['nameTwice /required/1']],
    ['a chapter that no report has', { outline: ['duties', 'appendix'] }, ['unknownChapter /outline/1']],
    ['no 财政复核', { nodes: ['entry', 'unit'], deadlines: {} }, ['nodeMissing /nodes']],
    ['no 填报', { nodes: ['unit', 'finance'], deadlines: {} }, ['nodeMissing /nodes']],
    ['days for a node that is off', { deadlines: { supervisor: 3 } }, ['deadlineWithoutNode /deadlines/supervisor']],
    ['days that run backwards', { deadlines: { entry: 30, finance: 20 } }, ['deadlineTooEarly /deadlines/finance']],
  ])('%s', (_, overrides, expected) => expect(found(overrides)).toEqual(expected))
  test('a formula over figures that nobody is asked for', () => {
    expect(found({ figureGroups: ['threePublic', 'procurement', 'assets'] }, 'hunan-2013')).toEqual([
      'figureOff /fixedIndicators/2/formula',
      'figureOff /fixedIndicators/2/formula',
    ])
  })
})

test('every problem is said in Chinese, with the names that the screen has', () => {
  const said = (overrides: Partial<Scheme>) => schemeProblems(scheme('national-2020', overrides)).map(schemeProblemSentence)
  expect(said({ required: ['funds/staffQuota/count'] })).toEqual(['“编制数”属于“编制与在职人数”，本方案未启用该项数据。'])
  expect(said({ nodes: ['entry'], deadlines: {} })).toEqual(['审核环节必须包括“财政复核”。'])
  expect(said({ dimensions: dimensionsWith({ closed: true }) })).toEqual(['“产出指标”只设固定指标，固定指标分值合计 0 分，应为 50 分。'])
  expect(said({ outline: ['appendix'] })).toEqual(['报告没有名为“appendix”的章节。'])
})
