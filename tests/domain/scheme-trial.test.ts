import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { dividedBy, plain, plus, quantity, zero } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { schemeDifferences } from '@/lib/domain/schemes/scheme-difference'
import { tryScheme, underScheme } from '@/lib/domain/scoring/scheme-trial'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { sayPlace, saySchemeValue } from '@/lib/messages/scheme-fields'
import { trialRow, trialSummary } from '@/lib/messages/scheme-trial'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'

const sumUnder = (id: string): string => {
  const by = scheme(id)
  const rows = underScheme(foundingCase(), by).indicators
  const execution = by.execution === null ? zero : quantity(by.execution.maxScore)
  return plain(rows.reduce((sum, { maxScore }) => (maxScore === null ? sum : plus(sum, maxScore)), execution))
}

/** An evaluation under a scheme as people leave it: rows that do not add up, without points, 不适用, in 一级指标 of their own. */
const leftBy = (by: Scheme): fc.Arbitrary<Evaluation> => {
  const places = [...by.dimensions.map(({ name }) => name), '另设指标']
  const points = fc.option(fc.integer({ min: 0, max: 6000 }).map((cents) => plain(dividedBy(quantity(`${cents}`), quantity('100')))))
  const cells = fc.record({
    target: fc.constantFrom('≥100', '≤10', '达成', ''),
    actual: fc.constantFrom('100', '93.4', '12', '', '不适用：无此项工作', '达成'),
    maxScore: points,
    selfScore: points,
  })
  const own = fc.record({ dimension: fc.constantFrom(...places), cells }).map(({ dimension, cells: texts }) => ({ ...texts, dimension }))
  const given = [...by.fixedIndicators, ...by.adjustments.map((item) => ({ ...item, dimension: '', group: '', unit: '', target: '' }))]
  const rows = fc.tuple(fc.array(own, { maxLength: 5 }), fc.tuple(...given.map(() => cells)))
  return rows.map(([owned, entered]) =>
    anEvaluation({
      scheme: by,
      indicators: [
        ...entered.map((texts, index) => {
          const { id = '', dimension = '', group = '', name = '', unit = '', target = '' } = given[index] ?? {}
          return anIndicator({ ...texts, id: `given${index}`, fixedId: id, dimension, group, name, unit, target })
        }),
        ...owned.map((texts, index) => anIndicator({ ...texts, id: `own${index}` })),
      ],
    }),
  )
}

describe('under its own scheme', () => {
  test.each(bundledSchemes.map((by) => [by.id, by] as const))('nothing moves, whatever the evaluation: %s', (_, by) => {
    // A version that only scores otherwise gives nobody other 分值.
    const copied: Scheme = { ...by, version: by.version + 1, name: '示例副本', verified: true, clauses: {} }
    fc.assert(
      fc.property(leftBy(by), (evaluation) => {
        for (const scheme of [by, copied]) {
          const { before, after, difference } = tryScheme(evaluation, scheme)
          expect(after).toEqual(before)
          expect(difference === null || plain(difference) === '0').toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('trying a scheme', () => {
  it('changes nothing under the evaluation’s own scheme', () => {
    const { before, after, difference } = tryScheme(foundingCase(), scheme())
    expect(after).toEqual(before)
    expect(difference && plain(difference)).toBe('0')
  })
  it.each(bundledSchemes.map(({ id }) => id))('carries the 分值 over to %s so that they add to 100', (id) =>
    expect(sumUnder(id)).toBe('100'),
  )
  it('keeps bonus and deduction items that both schemes have', () => {
    const { adjustments } = scheme('two-dimension')
    const evaluation = anEvaluation({
      scheme: scheme('national-2020', { adjustments }),
      indicators: [
        anIndicator({ maxScore: '90', actual: '50' }),
        anIndicator({ id: 'plus', fixedId: 'bonus', target: '', actual: '', maxScore: null, selfScore: '3' }),
        anIndicator({ id: 'minus', fixedId: 'deduction', target: '', actual: '', maxScore: null, selfScore: '1' }),
      ],
    })
    const heavier = scheme('hubei-20', { adjustments: adjustments.filter(({ id }) => id === 'bonus') })
    const tried = tryScheme(evaluation, heavier)
    expect([tried.before.total && plain(tried.before.total), tried.after.total && plain(tried.after.total)]).toEqual(['57', '63']) // 20 + 40 + 3
  })
  it('leaves as much open as was open before', () => {
    const evaluation = anEvaluation({ indicators: [anIndicator({ maxScore: '45' })] }) // 45 of 90
    expect(underScheme(evaluation, scheme('hubei-20')).indicators.map(({ maxScore }) => maxScore && plain(maxScore))).toEqual(['40'])
  })
  it('says by how much and whether the grade changes', () => {
    const evaluation = anEvaluation({
      indicators: [
        anIndicator({ maxScore: '50', target: '≥100', actual: '79' }),
        anIndicator({ id: 'b', maxScore: '40', dimension: '效益指标' }),
      ],
    })
    const heavier = scheme('national-2020', {
      dimensions: scheme().dimensions.map((dimension) => ({
        ...dimension,
        maxScore: { 产出指标: '80', 效益指标: '10', 满意度指标: '0' }[dimension.name] ?? null,
      })),
    })
    const tried = tryScheme(evaluation, heavier)
    expect(trialRow(tried)).toMatchObject({ before: '89.50', after: '83.20', difference: '−6.30', gradeChanged: false })
  })
  it('estimates where nobody entered what the scheme wants, and says so', () => {
    const tried = tryScheme(foundingCase(), scheme('hunan-2013'))
    expect(tried.missing).toContain('管理制度健全性')
    expect(tried.estimated).toBe(true)
    // All but the department's own 30 points are unknown, of which 来穗人员信息登记率 loses 46.6 % of its share.
    expect(trialRow(tried)).toMatchObject({ before: '97.67', difference: expect.stringMatching(/^−/) })
    expect(trialRow(tried).remark).toContain('按其余指标折算')
  })
  it('compares what a review decided, carried over as 分值 are, and nothing that is still under review', () => {
    const reviewed = anEvaluation({
      indicators: [
        anIndicator({ maxScore: '45', reviewScore: '30', reviewGrounds: '抽查台账' }),
        anIndicator({ id: 'b', maxScore: '45', actual: '', reviewScore: '40', reviewGrounds: '现场核实' }),
      ],
    })
    const rows = (decided: boolean) => trialRow(tryScheme(reviewed, scheme('hubei-20'), decided))
    // 10 + 30 + 40; then 20 and both rows at 40 of 45
    expect(rows(true)).toMatchObject({ before: '80.00', after: '82.23', difference: '+2.23' })
    expect(rows(false).before).toBe('—')
  })
  it('is summed up in a sentence', () => {
    const tally = { count: 12, tried: 12, compared: 10, moved: 8, grades: 2, estimated: 0 }
    expect(trialSummary(tally)).toBe('共 12 个部门，可以比较 10 个：8 个总分变化，2 个等级变化。')
    expect(trialSummary({ ...tally, estimated: 3 })).toContain('其中 3 个缺少部分数据')
  })
  it('says nothing where there was no total', () => {
    const tried = tryScheme(anEvaluation({ figures: {} }), scheme('hubei-20'))
    expect(tried).toMatchObject({ difference: null, estimated: false })
    expect(trialRow(tried).remark).toBe('缺少收支数据，无法试算')
  })
})

describe('comparing schemes', () => {
  const said = (before = scheme(), after = scheme()) =>
    schemeDifferences(before, after).map(({ place, before: left, after: right }) => [
      sayPlace(place),
      saySchemeValue(place, left),
      saySchemeValue(place, right),
    ])
  it('finds nothing between a scheme and its copy', () => expect(said(scheme(), { ...scheme(), id: 'copy', version: 7 })).toEqual([]))
  it('says what differs and where', () => {
    const changed = scheme('national-2020', {
      execution: null,
      notApplicable: 'full',
      totalCaps: [{ rateBelow: '0.8', maxTotal: '89' }],
      dimensions: scheme().dimensions.map((dimension) =>
        dimension.name === '满意度指标' ? { ...dimension, maxScore: '20', rule: { kind: 'manual' } } : dimension,
      ),
    })
    expect(said(scheme(), changed)).toEqual([
      ['预算执行率', '有，10 分', '无'],
      ['一级指标 · 满意度指标 · 分值', '10', '20'],
      ['一级指标 · 满意度指标 · 计分规则', '无', '由填报人在 0 至分值之间评分并写明依据。'],
      ['按执行率封顶 · 0.8', '无', '有'],
      ['不适用指标', '其余分值折算为百分制', '计满分'],
    ])
  })
  it('keeps rows apart that are called the same', () => {
    const hunan = scheme('hunan-2013')
    const named = hunan.fixedIndicators.filter(({ name }) => name === '管理制度健全性').map(({ id }) => id)
    expect(named).toEqual(['management-system', 'asset-system'])
    const changed = (id: string, maxScore: string) =>
      hunan.fixedIndicators.map((fixed) => (fixed.id === id ? { ...fixed, maxScore } : fixed))
    expect(said(hunan, { ...hunan, fixedIndicators: changed('asset-system', '4') })).toEqual([
      ['固定指标 · 管理制度健全性（2） · 分值', '3', '4'],
    ])
    expect(said(hunan, { ...hunan, fixedIndicators: hunan.fixedIndicators.filter(({ id }) => id !== 'management-system') })).toEqual([
      ['固定指标 · 管理制度健全性（1）', '有，5 分', '无'],
    ])
  })
  it('follows a row by its id when it is renamed or moved', () => {
    const hunan = scheme('hunan-2013')
    const renamed = hunan.fixedIndicators.map((fixed) => (fixed.id === 'satisfaction' ? { ...fixed, name: '满意度' } : fixed))
    expect(said(hunan, { ...hunan, fixedIndicators: renamed.toReversed() })).toEqual([
      ['固定指标 · 满意度 · 名称', '社会公众或服务对象满意度', '满意度'],
    ])
  })
  it('counts what is called the same and has no id', () => {
    const twice = {
      ...scheme(),
      totalCaps: [
        { rateBelow: '0.8', maxTotal: '89' },
        { rateBelow: '0.8', maxTotal: '79' },
      ],
    }
    const other = {
      ...scheme(),
      totalCaps: [
        { rateBelow: '0.8', maxTotal: '89' },
        { rateBelow: '0.8', maxTotal: '69' },
      ],
    }
    expect(said(twice, other)).toEqual([['按执行率封顶 · 0.8（2） · 总分最高', '79', '69']])
  })
  it('can say every difference of every pair of bundled schemes', () => {
    for (const left of bundledSchemes) {
      for (const right of bundledSchemes) {
        for (const [place] of said(left, right)) expect(place).not.toMatch(/undefined|^[a-zA-Z]/)
      }
    }
  })
})
