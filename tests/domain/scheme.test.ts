import { describe, expect, it, test } from 'vitest'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { schemeProblems } from '@/lib/domain/schemes/scheme-problems'
import { bundledScheme, bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { checkScheme, readScheme } from '@/lib/exchange/scheme-format'
import { scheme } from '@/tests/support/builders'

const codes = (found: Scheme): string[] => schemeProblems(found).map(({ code, at }) => `${code} ${at}`)
const dimensions = scheme().dimensions
const withMax = (index: number, maxScore: string | null) =>
  dimensions.map((dimension, at) => (at === index ? { ...dimension, maxScore } : dimension))

describe('bundled schemes', () => {
  it('are the seven', () => {
    expect(bundledSchemes.map(({ id }) => id)).toEqual([
      'national-2020',
      'national-cost',
      'hubei-20',
      'sichuan',
      'chongqing',
      'hunan-2013',
      'two-dimension',
    ])
  })
  test.each(bundledSchemes.map((found) => [found.id, found] as const))(
    '%s is marked as not verified and goes through JSON unchanged',
    (_, found) => {
      expect(found.verified).toBe(false)
      expect(schemeProblems(found)).toEqual([])
      expect(checkScheme(JSON.parse(JSON.stringify(found)))).toEqual({ ok: true, scheme: found })
    },
  )
  test.each([
    ['national-2020', '10', ['50', '30', '10']],
    ['national-cost', '10', ['20', '40', '20', '10']],
    ['hubei-20', '20', ['40', '30', '10']],
    ['sichuan', '10', [null, null, null, null]],
    ['chongqing', '10', ['30', '60']],
    ['hunan-2013', null, ['20', '50', '8', '22']],
    ['two-dimension', null, ['50', '50']],
  ])('%s carries its 分值', (id, execution, maxScores) => {
    const found = bundledScheme(id)
    expect(found?.execution?.maxScore ?? null).toBe(execution)
    expect(found?.dimensions.map(({ maxScore }) => maxScore)).toEqual(maxScores)
  })
  it('knows no other', () => expect(bundledScheme('nowhere')).toBeNull())
})

describe('problems of a scheme', () => {
  test.each<[string, Partial<Scheme>, string[]]>([
    ['a sum above 100', { dimensions: withMax(0, '60') }, ['scheme.sumAbove /dimensions']],
    ['a sum below 100', { dimensions: withMax(0, '40') }, ['scheme.sumBelow /dimensions']],
    ['a free part fills the rest', { dimensions: withMax(0, null) }, []],
    [
      '三位小数',
      { dimensions: withMax(0, '50.000').concat([{ name: '其他', maxScore: '0.001', groups: [] }]) },
      ['scheme.sumAbove /dimensions', 'scheme.tooManyDecimals /dimensions/3/maxScore'],
    ],
    [
      'a name twice',
      { dimensions: dimensions.map((dimension, at) => (at === 1 ? { ...dimension, name: '产出指标' } : dimension)) },
      ['scheme.nameTwice /dimensions/1/name'],
    ],
    [
      'grades that do not fall',
      { grades: [...scheme().grades].reverse() },
      [
        'scheme.notFalling /grades/1/from',
        'scheme.notFalling /grades/2/from',
        'scheme.notFalling /grades/3/from',
        'scheme.gradesGap /grades/3/from',
      ],
    ],
    ['a cap above 100', { totalCaps: [{ rateBelow: '0.8', maxTotal: '101' }] }, ['scheme.aboveHundred /totalCaps/0/maxTotal']],
    ['a threshold of 100 %', { overCompletion: { threshold: '1', mode: 'reason' } }, ['scheme.thresholdTooLow /overCompletion/threshold']],
    [
      'a deduction without points',
      { overCompletion: { threshold: '1.3', mode: 'deduct' } },
      ['scheme.deductMissing /overCompletion/deduct'],
    ],
    [
      'a gap between bands',
      {
        qualitativeBands: [
          { label: '达成', from: '0.8', to: '1' },
          { label: '未达成', from: '0', to: '0.6' },
        ],
      },
      ['scheme.bandsGap /qualitativeBands/1/to'],
    ],
  ])('%s', (_, overrides, expected) => expect(codes(scheme('national-2020', overrides))).toEqual(expected))
  it('sums at every level', () => {
    const hunan = scheme('hunan-2013')
    const changed = hunan.dimensions.map((dimension) => ({
      ...dimension,
      groups: dimension.groups.map((group) => ({ ...group, maxScore: '9' })),
    }))
    expect(codes({ ...hunan, dimensions: changed })).toEqual(
      expect.arrayContaining(['scheme.sumBelow /dimensions/0/groups', 'scheme.sumAbove /dimensions/1/groups/0/maxScore']),
    )
  })
  it('finds mistakes in formulas, rules and places of fixed indicators', () => {
    const hunan = scheme('hunan-2013')
    const [first, ...rest] = hunan.fixedIndicators
    if (first === undefined) throw new Error('no fixed indicator')
    const broken = {
      ...first,
      formula: '在职人数 ÷ 编织数',
      group: '没有',
      rule: { kind: 'steps', from: '100', direction: 'above', per: '0', deduct: '1' } as const,
    }
    // Of the closed level whose row stands nowhere now the sum says so as well.
    expect(codes({ ...hunan, fixedIndicators: [broken, ...rest] })).toEqual([
      'scheme.closedSum /dimensions/0/groups/0/maxScore',
      'scheme.unknownGroup /fixedIndicators/0/group',
      'formula.unknownName /fixedIndicators/0/formula',
      'scheme.notPositive /fixedIndicators/0/rule/per',
    ])
  })
})

describe('reading a scheme', () => {
  test.each([
    [null, '', 'scheme.malformed'],
    [{}, '/id', 'scheme.malformed'],
    [{ ...scheme(), more: 1 }, '', 'scheme.malformed'],
    [{ ...scheme(), execution: { ...scheme().execution, maxScore: '1e1' } }, '/execution/maxScore', 'scheme.notADecimal'],
    [{ ...scheme(), dimensions: [] }, '/dimensions', 'scheme.missing'],
  ])('refuses %# with the place', (json, at, code) => {
    for (const read of [checkScheme, readScheme])
      expect(read(json)).toMatchObject({ ok: false, problems: expect.arrayContaining([{ code, at, facts: {} }]) })
  })
  const lopsided = { ...scheme(), dimensions: withMax(0, '60') }
  it('refuses to publish what does not add up', () => {
    expect(checkScheme(lopsided)).toMatchObject({ ok: false, problems: [{ code: 'scheme.sumAbove', facts: { sum: '110', whole: '100' } }] })
  })
  it('still reads what was published under fewer rules, but nothing that cannot be calculated', () => {
    expect(readScheme(lopsided)).toEqual({ ok: true, scheme: lopsided })
    const [dimension, ...others] = dimensions
    const byNothing = { kind: 'steps', from: '100', direction: 'above', per: '0', deduct: '1' }
    expect(readScheme({ ...scheme(), dimensions: [{ ...dimension, rule: byNothing }, ...others] })).toMatchObject({
      ok: false,
      problems: [{ code: 'scheme.notPositive', at: '/dimensions/0/rule/per' }],
    })
  })
})
