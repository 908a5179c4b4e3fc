import { describe, expect, test } from 'vitest'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withCell } from '@/lib/domain/evaluation/evaluation-cells'
import { evaluationBook } from '@/lib/exchange/workbook/evaluation-book'
import { readCellValue } from '@/lib/forms/cells/cells'
import { anEvaluation, figuresInWan, scheme, untold } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'
import { bookOf, differing, edited, placeIn, put, putAt, readAs, scored } from '@/tests/support/workbooks'

/** Reading a 填报工作簿 back: every cell is found by its identity, and only what differs is said. */

const NOTHING = { cells: [], added: [], gone: [] }

/** The founding case with goals, tasks, problems and a cover. */
function fullCase(): Evaluation {
  const evaluation = {
    ...foundingCase(),
    goals: [{ id: 'goal1', mark: '' as const, text: [{ text: '全面完成年度任务' }], completion: [] }],
    tasks: [
      { id: 'task1', name: '维护安全稳定', ...untold, subItems: [], completion: [] },
      { id: 'task2', name: '提升城市治理\n（含内街巷）', ...untold, subItems: [], completion: [] },
    ],
    measures: [{ id: 'measure1', mark: '' as const, text: [{ text: '科学设置指标' }] }],
    problems: [{ id: 'problem1', mark: '' as const, text: [{ text: '=1+1 不是公式' }], measureIds: ['measure1'] }],
  }
  return typed(typed(evaluation, 'indicators/indicator1/task', 'task1'), 'cover/date', '2024-05-29')
}

function typed(evaluation: Evaluation, address: AddressText, text: string): Evaluation {
  const value = readCellValue(address, text)
  if (!value.ok) throw new Error(value.refusal.code)
  return withCell(evaluation, address, value.value)
}

describe('a workbook as it was written', () => {
  test.each([
    ['the founding case', foundingCase()],
    ['every list', fullCase()],
    ['an empty form', anEvaluation({ figures: {}, indicators: [] })],
    ['another scheme', anEvaluation({ scheme: scheme('chongqing') })],
    [
      'long digits',
      anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '123456789.123456', 'total/actualExpenditure': '0.000001' }) }),
    ],
  ])('%s: no difference', async (_, evaluation) => {
    const bytes = await bookOf(evaluation)
    expect(await differing(bytes, evaluation)).toEqual(NOTHING)
    expect((await readAs(bytes)).troubles).toEqual([])
  })
})

describe('a workbook that was filled in by another program', () => {
  test('twenty changed cells are twenty differences, each with its place', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const [funds, indicators] = [sheets.get('收支'), sheets.get('指标')]
      for (const [index, item] of ['total', 'general', 'governmentFund', 'stateCapital', 'otherSource'].entries())
        putAt(funds, `funds/${item}`, 'initialBudget', { value: 100.5 + index })
      for (let n = 1; n <= 8; n++) putAt(indicators, `indicators/indicator${n}`, 'actual', { value: `${n * 11}%` })
      for (let n = 1; n <= 4; n++) putAt(indicators, `indicators/indicator${n}`, 'deviationReason', { value: `原因${n}` })
      putAt(sheets.get('基本信息'), 'cover/phone', '.', { value: '02012345678' })
      putAt(sheets.get('目标'), 'goals/goal1', 'completion', { value: '已全部完成\n质量良好' })
      putAt(sheets.get('任务'), 'tasks/task1', 'budget', { value: 8 })
    })
    const { cells, added, gone } = await differing(bytes, evaluation)
    expect({ count: cells.length, states: new Set(cells.map(({ state }) => state)), added, gone }).toEqual({
      count: 20,
      states: new Set(['changed']),
      added: [],
      gone: [],
    })
    expect(cells).toContainEqual(
      expect.objectContaining({ address: 'indicators/indicator3/actual', place: '指标!F7', now: '3个', text: '33%' }),
    )
    expect(cells).toContainEqual(
      expect.objectContaining({ address: 'funds/total/initialBudget', place: '收支!D5', now: '', text: '100.5' }),
    )
  })

  test('every cell of the record is read back', async () => {
    const evaluation = fullCase()
    const { record } = evaluationBook(scored(evaluation), { by: '', at: '', say: (text) => text })
    const addresses = record.flatMap(([kind, at]) => (kind === 'cell' ? [at] : []))
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      for (const sheet of sheets.values())
        for (const address of addresses) {
          const [row, column] = [address.slice(0, address.lastIndexOf('/')), address.slice(address.lastIndexOf('/') + 1)]
          for (const [key, name] of [[row, column] as const, [address, '.'] as const])
            if (sheet.rows.some((cells) => cells.includes(key))) putAt(sheet, key, name, { value: '改成别的' })
        }
    })
    const { cells } = await differing(bytes, evaluation)
    expect(cells.map(({ address }) => address).sort()).toEqual(addresses.sort())
    expect(cells.find(({ address }) => address === 'funds/total/adjustedBudget')).toMatchObject({
      state: 'refused',
      refusal: { code: 'money-not-a-number' },
    })
  })

  test('the same value in another spelling is no difference', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      putAt(sheets.get('收支'), 'funds/total', 'adjustedBudget', { value: '８，９８８.６８万元', type: 'string' })
      putAt(sheets.get('收支'), 'funds/stateCapital', 'actualExpenditure', { value: '0.00', type: 'string' })
      putAt(sheets.get('基本信息'), 'cover/date', '.', { value: 45441 })
      putAt(sheets.get('指标'), 'indicators/indicator1', 'actual', { value: 0.8, style: { numFmt: '0.00%' } })
    })
    expect(await differing(bytes, evaluation)).toEqual(NOTHING)
  })

  test('rows that were sorted with their names are found', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      swapRows(sheet, placeIn(sheet, 'indicators/indicator1', 'name')[0], placeIn(sheet, 'indicators/indicator9', 'name')[0])
      putAt(sheet, 'indicators/indicator9', 'actual', { value: '310次' })
    })
    const { cells, added, gone } = await differing(bytes, evaluation)
    expect(cells).toMatchObject([{ address: 'indicators/indicator9/actual', place: '指标!F5', text: '310次', state: 'changed' }])
    expect([added, gone]).toEqual([[], []])
  })

  test('rows that were sorted without their names are doubtful, and said so', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      swapRows(sheet, placeIn(sheet, 'indicators/indicator1', 'name')[0], placeIn(sheet, 'indicators/indicator2', 'name')[0], 1)
    })
    const { cells } = await differing(bytes, evaluation)
    expect(cells.length).toBeGreaterThan(2)
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['doubtful']))
    expect((await readAs(bytes)).troubles.map(({ code }) => code)).toEqual(['rowsSwapped', 'rowsSwapped'])
  })

  test('rows at the end are new ones, and rows taken out are offered to go', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      const [free] = placeIn(sheet, '+', 'name')
      put(sheet, [free, 3], { value: '新增指标' })
      put(sheet, [free, 0], { value: '产出指标' })
      put(sheet, [free, 4], { value: '≥5个' })
      put(sheet, [free, 6], { value: 'abc', type: 'string' })
      const [gone] = placeIn(sheet, 'indicators/indicator4', 'name')
      for (let column = 0; column < 14; column++) put(sheet, [gone, column], { value: null })
    })
    const { cells, added, gone } = await differing(bytes, evaluation)
    expect(cells).toEqual([])
    expect(added).toMatchObject([
      {
        place: '指标!21',
        cells: [
          { text: '产出指标', state: 'changed' },
          { text: '新增指标', state: 'changed' },
          { text: '≥5个', state: 'changed' },
          { text: 'abc', state: 'refused' },
        ],
      },
    ])
    expect(gone).toEqual([{ at: 'indicators/indicator4', list: 'indicators', id: 'indicator4', sheet: '指标', refusal: null }])
  })

  test('a row that was copied is a new one, and none is taken for another', async () => {
    const evaluation = fullCase()
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('任务')
      if (sheet === undefined) throw new Error('no sheet')
      const [row] = placeIn(sheet, 'tasks/task1', 'name')
      const [free] = placeIn(sheet, '+', 'name')
      put(sheet, [free, 1], { value: 'tasks/task1' })
      put(sheet, [free, 2], { value: sheet.rows[row]?.[2] ?? null })
    })
    const { cells, added, gone } = await differing(bytes, evaluation)
    expect([cells, gone]).toEqual([[], []])
    expect(added).toMatchObject([{ copied: true, cells: [{ text: '维护安全稳定' }] }])
  })
})

/** Two rows change their places; `without`: but for one column. */
function swapRows(sheet: Parameters<typeof placeIn>[0], one: number, other: number, without = -1): void {
  for (let column = 0; column < 14; column++) {
    if (column === without) continue
    const at = (row: number) => sheet.cells?.get(`${row},${column}`) ?? { value: sheet.rows[row]?.[column] ?? null }
    const [a, b] = [at(one), at(other)]
    put(sheet, [one, column], b)
    put(sheet, [other, column], a)
  }
}
