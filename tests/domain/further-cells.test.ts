import { describe, expect, test } from 'vitest'
import { carry } from '@/lib/domain/evaluation/carrying'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { withCell } from '@/lib/domain/evaluation/evaluation-cells'
import { rowsOfPlan } from '@/lib/domain/evaluation/plan'
import { fixed } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'
import { codesOf, found, withRow } from '@/tests/support/findings'

/** 指标性质, 评分标准 and the sample of a satisfaction in the product's own forms. */

const scored = (row: Parameters<typeof anIndicator>[0]) => {
  const evaluation = withRow({ target: '5件', actual: '6件', maxScore: '90', deviationReason: '超出部分为上级追加', ...row })
  const score = scoreEvaluation(evaluation).indicators[0]?.score ?? null
  return { evaluation, score: score && fixed(score, 2) }
}

describe('指标性质', () => {
  test.each([
    ['', '90.00'],
    ['正向', '90.00'],
    ['定量（正向）', '90.00'],
    ['反向', '75.00'],
    ['逆向指标', '75.00'],
    ['定量、反向', '75.00'],
    ['≤', '75.00'],
  ])('%j says what a target without a sign means', (nature, score) => {
    expect(scored({ nature }).score).toBe(score)
  })

  test('a sign in the target goes first, and one that contradicts it is not guessed', () => {
    expect(scored({ target: '≥5件', nature: '正向' }).score).toBe('90.00')
    expect(codesOf(scored({ target: '≥5件', nature: '反向' }).evaluation)).toContain('K09')
  })

  test('定性 leaves the row to a person', () => {
    expect(scored({ nature: '定性' }).score).toBeNull()
    expect(scored({ nature: '定性', selfScore: '80' }).score).toBe('80.00')
  })

  test('changing it reads the target anew', () => {
    const { evaluation } = scored({})
    const turned = withCell(evaluation, 'indicators/indicator1/nature', { kind: 'line', text: '反向' })
    expect(turned.indicators[0]?.target.reading).toMatchObject({ operator: '<=' })
  })

  test('of the scheme’s own indicator it is the scheme’s', () => {
    const evaluation = anEvaluation({ indicators: [anIndicator({ fixedId: 'a' })] })
    expect(mayStandIn(evaluation, 'indicators/indicator1/nature', { kind: 'line', text: '反向' })).toMatchObject({
      ok: false,
      refusal: { code: 'fixed-by-scheme' },
    })
    expect(mayStandIn(evaluation, 'indicators/indicator1/standard', { kind: 'text', runs: [] }).ok).toBe(true)
  })
})

describe('the sample of a satisfaction', () => {
  const row = { dimension: '满意度指标', group: '', name: '群众满意度', target: '≥90%' }
  const codes = (more: object) =>
    codesOf(withRow({ ...row, actual: '96%', ...more })).filter((code) => ['F16', 'K13', 'K42', 'K43', 'K44'].includes(code))

  test('is held against it', () => {
    expect(codes({ sampleSize: '200份', satisfied: '192份' })).toEqual([])
    expect(codes({ sampleSize: '200份', satisfied: '180份' })).toEqual(['K44'])
    expect(codes({ sampleSize: '7' })).toEqual(['K43'])
    expect(codes({ sampleSize: '若干' })).toEqual(['F16'])
    expect(found(withRow({ ...row, actual: '96%', sampleSize: '200', satisfied: '180' }), 'K44')).toMatchObject([
      { at: 'indicators/indicator1/actual', expected: '90.00' },
    ])
  })

  test('of points says nothing of those who were satisfied', () => {
    const sample = { sampleSize: '200', satisfied: '190' }
    for (const [actual, unit] of [
      ['4.6', '分'],
      ['92.5', '分'],
      ['92.5分', ''],
    ])
      expect(codes({ actual, unit, ...sample })).toEqual([])
    expect(codes({ actual: '4.6', unit: '分', sampleSize: '7' })).toEqual([])
    for (const [actual, unit] of [
      ['92.5', '%'],
      ['92.5%', '分'],
      ['92.5', ''],
    ])
      expect(codes({ actual, unit, ...sample })).toEqual(['K44'])
  })

  test('may be weighted, which is explained; that more were satisfied than asked is not', () => {
    expect(found(withRow({ ...row, actual: '96%', sampleSize: '200', satisfied: '180' }), 'K44')).toMatchObject([{ severity: 'warning' }])
    expect(found(withRow({ ...row, actual: '96%', sampleSize: '200', satisfied: '210' }), 'K42')).toMatchObject([{ severity: 'error' }])
  })

  test('who said how many were asked and satisfied is not asked again', () => {
    expect(codes({ actual: '100%' })).toEqual(['K13'])
    expect(codes({ actual: '100%', sampleSize: '200' })).toEqual(['K13'])
    expect(codes({ actual: '100%', sampleSize: '200', satisfied: '200' })).toEqual([])
  })
})

describe('what goes on with a row', () => {
  const before = anIndicator({ nature: '反向', standard: '超出不得分', sampleSize: '200', satisfied: '190', target: '5件', actual: '4件' })

  test('to the next year: its kind and standard, not its sample', () => {
    const { after } = carry('indicators', anEvaluation({ indicators: [before] }), anEvaluation({ indicators: [] }), () => 'new')
    expect(after.indicators).toMatchObject([{ nature: '反向', standard: '超出不得分', sampleSize: '', satisfied: '' }])
    expect(after.indicators[0]?.target.reading).toMatchObject({ operator: '<=' })
  })

  test('from a plan to the self-evaluation', () => {
    expect(rowsOfPlan([before], [], () => 'new')).toMatchObject([
      { nature: '反向', standard: '超出不得分', target: { reading: { operator: '<=' } } },
    ])
  })

  test('into the document and its answers', () => {
    const evaluation = anEvaluation({
      scheme: scheme('national-2020'),
      indicators: [{ ...before, maxScore: anIndicator({ maxScore: '90' }).maxScore }],
    })
    const document = documentOf(evaluation)
    expect(document.indicators).toMatchObject([{ nature: '反向', standard: '超出不得分', sampleSize: '200', satisfied: '190' }])
    const result = evaluateDocument(JSON.parse(JSON.stringify(document)))
    expect(result.ok && result.line.indicators).toMatchObject([{ target: { operator: '≤' }, outcome: 'met', score: '90.00' }])
    expect(Object.keys(documentOf(anEvaluation()).indicators?.[0] ?? {})).not.toContain('nature')
  })
})
