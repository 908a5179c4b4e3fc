import { describe, expect, test } from 'vitest'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { cellSpec } from '@/lib/domain/cells/addresses'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, cellOf, withCell } from '@/lib/domain/evaluation/evaluation-cells'
import { plain, quantity } from '@/lib/domain/quantities'
import { untold } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'

const run = (words: string) => [{ text: words }]

const full: Evaluation = {
  ...foundingCase(),
  narrative: {
    ...emptyNarrative(),
    duties: [{ id: 'duty1', kind: 'item', level: 1, mark: '', basis: '', runs: run('贯彻执行') }],
    conclusion: [
      { id: 'conclusion1', kind: 'paragraph', level: 1, mark: '', basis: '', runs: [{ text: '执行率 ' }, { datum: 'executionRate' }] },
    ],
  },
  goals: [{ id: 'goal1', mark: '', text: run('目标'), completion: [] }],
  tasks: [
    {
      id: 'task1',
      name: '党建',
      ...untold,
      budget: quantity('12345.67'),
      expenditure: null,
      subItems: [{ id: 'sub1', kind: 'item', level: 1, mark: '', basis: '', runs: run('阵地') }],
      completion: [],
    },
  ],
  problems: [{ id: 'problem1', mark: '', text: run('问题'), measureIds: ['measure2', 'measure1'] }],
  measures: [
    { id: 'measure1', mark: '', text: run('措施一') },
    { id: 'measure2', mark: '', text: run('措施二') },
  ],
}

describe('cells by address', () => {
  test('every address of an evaluation exists and can be read', () => {
    const addresses = addressesOf(full)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThan(250)
    for (const address of addresses) {
      expect([address, cellSpec(address) !== null]).toEqual([address, true])
      expect([address, cellOf(full, address) !== null]).toEqual([address, true])
    }
  })

  test('putting back what stands there changes nothing', () => {
    for (const address of addressesOf(full)) {
      const value = cellOf(full, address)
      if (value !== null) expect(withCell(full, address, value)).toEqual(full)
    }
  })

  test('one cell changes that cell alone', () => {
    const texts = (evaluation: Evaluation) =>
      Object.fromEntries(
        addressesOf(evaluation).map((address) => [address, writeCellValue(cellOf(evaluation, address) ?? { kind: 'line', text: '' })]),
      )
    const before = texts(full)
    for (const [address, value] of [
      ['funds/total/initialBudget', { kind: 'figure', measure: 'money', figure: { state: 'filled', value: quantity('10000') } }],
      ['funds/stateCapital/actualExpenditure', { kind: 'figure', measure: 'money', figure: null }],
      ['narrative/sub1/text', { kind: 'text', runs: run('新阵地') }],
      ['goals/goal1/completion', { kind: 'text', runs: run('完成') }],
      ['tasks/task1/expenditure', { kind: 'money', value: quantity('0') }],
      ['indicators/indicator3/task', { kind: 'rowId', id: 'task1' }],
      ['indicators/indicator3/deviationReason', { kind: 'text', runs: run('原因') }],
      ['problems/problem1/measures', { kind: 'rowIds', ids: ['measure1'] }],
      ['cover/date', { kind: 'date', iso: '2024-05-29' }],
    ] as const) {
      const after = texts(withCell(full, address, value))
      const changed = Object.keys(before).filter((name) => before[name] !== after[name])
      expect(changed).toEqual([address])
    }
  })

  test('there is no cell in a row that is not there', () => {
    expect(cellOf(full, 'goals/goal9/text')).toBeNull()
    expect(cellOf(full, 'indicators/indicator3/secret' as AddressText)).toBeNull()
    expect(cellOf(full, 'funds/total/count')).toBeNull()
    expect(() => withCell(full, 'goals/goal9/text', { kind: 'text', runs: [] })).toThrow()
    expect(() => withCell(full, 'goals/goal1/text', { kind: 'line', text: '' })).toThrow()
  })

  test('a changed unit has target and actual read again', () => {
    const after = withCell(full, 'indicators/indicator2/target', { kind: 'reading', cell: { text: '≥300人', reading: { kind: 'blank' } } })
    const reading = after.indicators[1]?.target.reading
    expect(reading?.kind === 'number' && plain(reading.value)).toBe('300')
  })
})

test('cells are written as a form has them', () => {
  expect(writeCellValue({ kind: 'figure', measure: 'money', figure: { state: 'filled', value: quantity('1234567890123.45') } })).toBe(
    '123456789.012345',
  )
  expect(writeCellValue({ kind: 'figure', measure: 'count', figure: { state: 'filled', value: quantity('120') } })).toBe('120')
  expect(writeCellValue({ kind: 'figure', measure: 'money', figure: { state: 'notApplicable', reason: '无此项' } })).toBe('不适用：无此项')
  expect(writeCellValue({ kind: 'money', value: quantity('0') })).toBe('0')
  expect(writeCellValue({ kind: 'points', value: null })).toBe('')
  expect(writeCellValue({ kind: 'rowIds', ids: ['a', 'b'] })).toBe('a b')
  expect(writeCellValue({ kind: 'text', runs: [{ text: '执行率 ' }, { datum: 'executionRate' }] })).toBe('执行率 {{executionRate}}')
})
