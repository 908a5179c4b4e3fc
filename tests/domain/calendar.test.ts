import { describe, expect, test } from 'vitest'
import { type CellContext, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { compareCells } from '@/lib/domain/reading/comparison'
import { found, withRow } from '@/tests/support/findings'

const context: CellContext = { dimension: '产出指标', group: '时效指标', name: '示例指标', unit: '' }

describe('days that the calendar does not have cannot be read', () => {
  test.each(['2023年2月29日', '2023-02-29', '2月30日', '2023年4月31日前完成', '2023年13月', '2023年13月5日', '11月31日验收'])(
    '%s',
    (text) => {
      expect(readActual(text, context)).toMatchObject({ kind: 'unreadable', hint: 'noSuchDay' })
    },
  )
  test.each(['2024年2月29日', '2023年12月31日完成', '工期13个月', '13-15月'])('%s is no such day', (text) => {
    expect(readActual(text, context)).not.toMatchObject({ hint: 'noSuchDay' })
  })
})

describe('29 February without a year is a day of the form’s year', () => {
  const compared = (target: string, actual: string, year: number) =>
    compareCells(readTarget(target, context), readActual(actual, context), context, year)
  const noDay = { outcome: 'unreadable', hint: 'noSuchDay' }

  test.each(['2月29日', '2月29号完成', '本年2月29日'])('%s', (actual) => {
    expect(compared('3月1日前', actual, 2023)).toEqual({ ...noDay, which: 'actual' })
    expect(compared('3月1日前', actual, 2024)).toEqual({ outcome: 'met', by: 'date' })
  })

  test('also as a target, and by the year that a cell names, not by that of the form', () => {
    expect(compared('2月29日前', '2月20日', 2023)).toEqual({ ...noDay, which: 'target' })
    expect(compared('2024年3月1日前', '2024年2月29日', 2023)).toEqual({ outcome: 'met', by: 'date' })
    expect(compared('2月底前', '2月28日', 2023)).toEqual({ outcome: 'met', by: 'date' })
  })

  test('and is said to be none at its cell', () => {
    const row = withRow({ group: '时效指标', name: '完成时间', target: '3月1日前', actual: '2月29日' })
    expect(found(row, 'K09').map(({ at, facts }) => [at.split('/').at(-1), facts.why])).toEqual([['actual', 'noSuchDay']])
  })
})
