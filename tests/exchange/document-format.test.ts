import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentJsonSchema, parseDocument, pointer } from '@/lib/exchange/document-format'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { documentErrorText } from '@/lib/messages/document-errors'
import { foundingCase } from '@/tests/support/founding-case'

const smallest = { format: 'hengji.evaluation/1', kind: 'project', department: '示例局', moneyUnit: '万元' }

test('the published JSON Schema is made from the code that validates', () => {
  const published: unknown = JSON.parse(fs.readFileSync(path.resolve('public/schema/evaluation-1.json'), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(documentJsonSchema())))
})

test.each([
  { nature: '反向', outcome: 'missed' },
  { nature: '正向', outcome: 'met' },
  { nature: '正向', operator: '≤', outcome: 'missed' },
])('the column 指标性质 says $nature, a sign $operator beside it more', ({ outcome, ...columns }) => {
  const row = { dimension: '产出指标', name: '办结数', target: '5件', actual: '6件', maxScore: '5', ...columns }
  const result = evaluateDocument({ ...smallest, indicators: [row] })
  expect(result.ok && result.line.indicators.map((one) => one.outcome)).toEqual([outcome])
})

test('a document needs little', () => {
  expect(parseDocument(smallest).ok).toBe(true)
})

describe('errors name the wrong field', () => {
  const refused: readonly [string, unknown, string, string][] = [
    ['not an object', [], '', 'notAnObject'],
    ['a missing field', { ...smallest, department: undefined }, '/department', 'missing'],
    ['another format', { ...smallest, format: 'hengji.evaluation/2' }, '/format', 'invalidValue'],
    ['an unknown kind', { ...smallest, kind: 'unit' }, '/kind', 'invalidValue'],
    ['an unknown field', { ...smallest, colour: 'red' }, '/colour', 'unknownField'],
    [
      'an unknown field of a row',
      { ...smallest, indicators: [{ name: '甲' }, { name: '乙', weight: '5' }] },
      '/indicators/1/weight',
      'unknownField',
    ],
    ['a number for a text', { ...smallest, indicators: [{ name: '甲', maxScore: 5 }] }, '/indicators/0/maxScore', 'wrongType'],
    [
      'null for a text',
      { ...smallest, funds: [{ item: '甲', role: 'total', adjustedBudget: null }] },
      '/funds/0/adjustedBudget',
      'wrongType',
    ],
    ['an unknown role', { ...smallest, funds: [{ item: '甲', role: 'sum' }] }, '/funds/0/role', 'invalidValue'],
    ['a row without name', { ...smallest, indicators: [{ target: '5' }] }, '/indicators/0/name', 'missing'],
    ['a year as text', { ...smallest, year: '2023' }, '/year', 'wrongType'],
    ['a field with a slash', { ...smallest, 'a/b~c': '' }, '/a~1b~0c', 'unknownField'],
    ['an unknown scheme', { ...smallest, scheme: 'mars-2020' }, '/scheme', 'unknownScheme'],
    ['a wrong scheme', { ...smallest, scheme: { id: 'a', version: 'one' } }, '/scheme/version', 'wrongType'],
    ['too many rows', { ...smallest, goals: Array(10_001).fill(0) }, '/goals', 'tooManyRows'],
  ]
  test.each(refused)('%s', (_, json, at, code) => {
    const result = evaluateDocument(json)
    expect(result).toMatchObject({ ok: false, error: { at, code } })
    if (!result.ok) expect(documentErrorText(result.error)).toMatch(/。$/)
  })

  test('own properties of every name are refused, also __proto__', () => {
    const json: unknown = JSON.parse(
      '{"format":"hengji.evaluation/1","kind":"project","department":"","moneyUnit":"元","__proto__":{"a":1}}',
    )
    expect(parseDocument(json)).toMatchObject({ ok: false, error: { at: '/__proto__' } })
  })

  test('pointers are escaped', () => {
    expect(pointer(['a/b', 0, '~'])).toBe('/a~1b/0/~0')
  })
})

describe('an evaluation of the product as a document', () => {
  const document = documentOf(foundingCase())

  test('has the shape of the format', () => {
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true })
  })

  test('gives the same scores when it is evaluated', () => {
    const result = evaluateDocument(JSON.parse(JSON.stringify(document)))
    expect(result).toMatchObject({ ok: true, line: { executionRate: '100.31', executionScore: '10.00', total: '97.67', grade: '优' } })
    if (result.ok) expect(result.line.findings.map(({ code }) => code)).toEqual(['F06', 'F09'])
  })

  test('has one split per filled column', () => {
    expect(document.splits?.map(({ name }) => name)).toEqual(['全年执行数按资金来源分', '全年执行数按支出性质分'])
  })
})
