import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { describeBeside } from '@/tests/support/beside'
import { differences, evaluated, expectationsIn } from '@/tests/support/expectations'

const FIXTURES = path.resolve('tests/exchange/fixtures')

/** Findings that the contract demands and the expectations do not list. */
const DEMANDED: Readonly<Record<string, readonly string[]>> = { 'jishan-zhaidian-2021': ['F07'] }

describe('our own tables in the formats of published ones', () => {
  test.each(expectationsIn(FIXTURES))('$id', (expected) => {
    expect(differences(evaluated(FIXTURES, expected.id), expected)).toEqual([])
  })
})

describeBeside('shared/corpus', 'published tables', (published) => {
  test.each(expectationsIn(published))('$id', (expected) => {
    expect(differences(evaluated(published, expected.id), expected, DEMANDED[expected.id])).toEqual([])
  })
})

describe('what does not matter', () => {
  const document = (): Record<string, unknown> & { funds: Record<string, string>[]; indicators: object[] } =>
    JSON.parse(fs.readFileSync(path.join(FIXTURES, 'clean-national.json'), 'utf8'))
  const lineOf = (json: unknown) => {
    const result = evaluateDocument(json)
    if (!result.ok) throw new Error(result.error.at)
    return result.line
  }

  test('whether the money table is in 元 or 万元', () => {
    const inYuan = document()
    for (const row of inYuan.funds)
      for (const column of ['initialBudget', 'adjustedBudget', 'actualExpenditure', 'balance'])
        if (row[column] !== undefined) row[column] = `${row[column].replaceAll(',', '').replace('.00', '')}0000`
    const { executionRate, executionScore, total, findings } = lineOf({ ...inYuan, moneyUnit: '元', splits: [] })
    expect({ executionRate, executionScore, total, findings }).toEqual({
      executionRate: '97.50',
      executionScore: '9.75',
      total: '99.75',
      findings: [],
    })
  })

  test('in which order the rows stand', () => {
    const turned = document()
    turned.indicators.reverse()
    const [there, back] = [lineOf(document()), lineOf(turned)]
    expect(back.total).toBe(there.total)
    expect(back.indicators.toReversed()).toEqual(there.indicators)
  })
})

test('a 分值 of execution that cannot be read leaves no total', () => {
  const document = JSON.parse(fs.readFileSync(path.join(FIXTURES, 'clean-national.json'), 'utf8'))
  for (const row of document.funds) if (row.maxScore !== undefined) row.maxScore = '十分'
  expect(evaluateDocument(document)).toMatchObject({ ok: true, line: { total: null, grade: null } })
})
