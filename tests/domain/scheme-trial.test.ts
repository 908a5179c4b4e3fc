import { describe, expect, it } from 'vitest'
import { plain, plus, quantity, zero } from '@/lib/domain/quantities'
import { schemeDifferences } from '@/lib/domain/scheme-difference'
import { tryScheme, underScheme } from '@/lib/domain/scheme-trial'
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

describe('trying a scheme', () => {
  it('changes nothing under the evaluation’s own scheme', () => {
    const { before, after, difference } = tryScheme(foundingCase(), scheme())
    expect(after).toEqual(before)
    expect(difference && plain(difference)).toBe('0')
  })
  it.each(bundledSchemes.map(({ id }) => id))('carries the 分值 over to %s so that they add to 100', (id) =>
    expect(sumUnder(id)).toBe('100'),
  )
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
    expect(trialRow(tried)).toMatchObject({ before: '89.50', after: '83.20', difference: '-6.30', gradeChanged: false })
    expect(trialSummary([tried])).toBe('共 1 个部门，可以比较 1 个：1 个总分变化，0 个等级变化。')
  })
  it('estimates where nobody entered what the scheme wants, and says so', () => {
    const tried = tryScheme(foundingCase(), scheme('hunan-2013'))
    expect(tried.missing).toContain('管理制度健全性')
    expect(tried.estimated).toBe(true)
    // All but the department's own 30 points are unknown, of which 来穗人员信息登记率 loses 46.6 % of its share.
    expect(trialRow(tried)).toMatchObject({ before: '97.67', difference: expect.stringMatching(/^-/) })
    expect(trialRow(tried).remark).toContain('按其余指标折算')
    expect(trialSummary([tried])).toContain('其中 1 个缺少部分数据')
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
  it('can say every difference of every pair of bundled schemes', () => {
    for (const left of bundledSchemes) {
      for (const right of bundledSchemes) {
        for (const [place] of said(left, right)) expect(place).not.toMatch(/undefined|^[a-zA-Z]/)
      }
    }
  })
})
