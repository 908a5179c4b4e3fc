import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { RECORD_SHEET } from '@/lib/exchange/workbook/book'
import { readBook } from '@/lib/exchange/workbook/read-book'
import { anEvaluation, anIndicator, figuresInWan } from '@/tests/support/builders'
import { bookOf, differing, edited, placeIn, put, putAt, readAs } from '@/tests/support/workbooks'

/** What people and programs do to a workbook: read as it is meant, or named at its cell. */

const evaluation = anEvaluation({
  figures: figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '950' }),
  indicators: [
    anIndicator({ id: 'row1', name: '巡查次数', target: '≥100次', actual: '100次' }),
    anIndicator({ id: 'row2', name: '满意度', target: '≥90%', actual: '95%' }),
  ],
})

const afterEdit = async (work: Parameters<typeof edited>[1]) => differing(await edited(await bookOf(evaluation), work), evaluation)

describe('cells as programs leave them', () => {
  test.each([
    ['per cent as a share', { value: 0.9876, style: { numFmt: '0.00%' } }, '98.76%', ['perCent']],
    ['a float', { value: 0.1 + 0.2 }, '0.3', []],
    [
      'a month that was made a day',
      { value: new Date(Date.UTC(2023, 11, 1)), type: 'date', style: { numFmt: 'yyyy"年"m"月"' } },
      '2023年12月',
      ['day'],
    ],
    [
      '3/4 that was made a day',
      { value: new Date(Date.UTC(2023, 2, 4)), type: 'date', style: { numFmt: 'm"月"d"日"' } },
      '3月4日',
      ['day'],
    ],
    ['a number as text', { value: '９８．５％', type: 'string' }, '９８．５％', []],
    ['a formula with what it came to', { value: 210, formula: 'SUM(1,209)', formulaResult: 210 }, '210', ['formula']],
    ['text over two lines', { value: '完成\r\n良好', type: 'string' }, '完成 良好', []],
  ] as const)('%s', async (_, cell, text, notes) => {
    const { cells } = await afterEdit((sheets) => putAt(sheets.get('指标'), 'indicators/row1', 'actual', cell as never))
    expect(cells.map((one) => [one.text, one.state, one.notes.map(({ code }) => code)])).toEqual([[text, 'changed', notes]])
  })

  test.each([
    ['an error', { value: '#DIV/0!', type: 'error' }, 'errorValue'],
    ['a formula that nothing has computed', { value: null, formula: 'A1*2' }, 'noResult'],
  ] as const)('%s is named', async (_, cell, code) => {
    const { cells } = await afterEdit((sheets) => putAt(sheets.get('收支'), 'funds/total', 'initialBudget', cell as never))
    expect(cells).toMatchObject([{ place: '收支!D5', state: 'refused', wrong: { code } }])
  })

  test.each([
    ['words', { value: '约一千' }, 'money-not-a-number'],
    ['per cent', { value: 0.5, style: { numFmt: '0%' } }, 'money-not-a-number'],
    ['元', { value: '9500000元' }, 'money-in-yuan'],
    ['several numbers', { value: '100 和 200' }, 'money-not-a-number'],
    ['less than nothing', { value: -5.2 }, 'money-negative'],
    ['不适用 without a reason', { value: '不适用' }, 'reason-missing'],
  ] as const)('%s where an amount must be: %s', async (_, cell, code) => {
    const { cells } = await afterEdit((sheets) => putAt(sheets.get('收支'), 'funds/total', 'initialBudget', cell as never))
    expect(cells).toMatchObject([{ state: 'refused', refusal: { code } }])
  })

  test('signs that no text holds do not come along', async () => {
    const { cells } = await afterEdit((sheets) =>
      putAt(sheets.get('指标'), 'indicators/row1', 'actual', { value: '甲_x0000_乙_xD800_丙', type: 'string' }),
    )
    expect(cells.map(({ text }) => text)).toEqual(['甲乙\uFFFD丙'])
  })

  test('a format that shows a ten-thousandth is doubtful', async () => {
    const { cells } = await afterEdit((sheets) =>
      putAt(sheets.get('收支'), 'funds/total', 'initialBudget', { value: 9500000, style: { numFmt: '0!.0,' } }),
    )
    expect(cells).toMatchObject([{ state: 'doubtful', notes: [{ code: 'scaled' }] }])
  })

  test('what was laid together says only what its first cell says', async () => {
    const { cells } = await afterEdit((sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      const [row, column] = placeIn(sheet, 'indicators/row1', 'actual')
      sheet.merges = [{ startRow: row, endRow: row + 1, startCol: column, endCol: column }]
      put(sheet, [row + 1, column], { value: null })
    })
    expect(cells).toMatchObject([{ address: 'indicators/row2/actual', state: 'refused', wrong: { code: 'merged' } }])
  })
})

describe('sheets as people leave them', () => {
  test('another heading, another name of a row: said, and accepted one by one only', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const funds = sheets.get('收支')
      putAt(funds, '^', 'adjustedBudget', { value: '全年预算数（元）' })
      putAt(funds, 'funds/basic', '@', { value: '项目支出' })
      putAt(funds, 'funds/total', 'adjustedBudget', { value: 2000 })
      putAt(funds, 'funds/basic', 'initialBudget', { value: 30 })
      putAt(funds, 'funds/project', 'initialBudget', { value: 40 })
    })
    const { cells } = await differing(bytes, evaluation)
    expect(cells.map(({ address, state }) => [address, state])).toEqual([
      ['funds/total/adjustedBudget', 'doubtful'],
      ['funds/basic/initialBudget', 'doubtful'],
      ['funds/project/initialBudget', 'changed'],
    ])
    expect((await readAs(bytes)).troubles).toMatchObject([
      { code: 'headingChanged', before: '全年预算数', now: '全年预算数（元）', place: '收支!E4' },
      { code: 'rowLabelChanged', before: '基本支出', now: '项目支出' },
    ])
  })

  test('a sheet that is gone takes no row out of the form', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      sheet.rows = [['别的内容']]
      sheet.cells = new Map()
    })
    expect(await differing(bytes, evaluation)).toEqual({ cells: [], added: [], gone: [] })
    expect((await readAs(bytes)).troubles).toMatchObject([{ code: 'tableMissing', before: 'indicators' }])
  })

  test('a row whose key is gone is known by its name, and said so', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      putAt(sheet, 'indicators/row2', 'actual', { value: '97%' })
      for (const key of ['indicators/row1', 'indicators/row2']) put(sheet, [placeIn(sheet, key, 'name')[0], 1], { value: null })
    })
    expect(await differing(bytes, evaluation)).toMatchObject({
      cells: [{ address: 'indicators/row2/actual', text: '97%' }],
      added: [],
      gone: [],
    })
    expect((await readAs(bytes)).troubles.map(({ code, place }) => [code, place])).toEqual([
      ['foundByName', '指标!5'],
      ['foundByName', '指标!6'],
    ])
  })

  test('with the column of keys gone nothing of the sheet is read, and that is said', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      for (let row = 0; row < (sheet?.rows.length ?? 0); row++) put(sheet, [row, 1], { value: null })
    })
    expect(await differing(bytes, evaluation)).toEqual({ cells: [], added: [], gone: [] })
    expect((await readAs(bytes)).troubles).toMatchObject([{ code: 'tableMissing', before: 'indicators' }])
  })

  test('what is written outside the tables is said', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) => {
      const sheet = sheets.get('指标')
      if (sheet === undefined) throw new Error('no sheet')
      const [foot] = placeIn(sheet, '=', 'name')
      put(sheet, [foot + 2, 3], { value: '表外的话' })
    })
    expect((await readAs(bytes)).troubles).toMatchObject([{ code: 'outside', now: '表外的话' }])
  })

  test('a sheet under another name, and rows put in above, are found all the same', async () => {
    const { cells } = await afterEdit((sheets) => {
      const sheet = sheets.get('任务')
      if (sheet === undefined) throw new Error('no sheet')
      sheet.name = '重点任务'
      put(sheet, [placeIn(sheet, '+', 'name')[0], 2], { value: '新任务' })
    })
    expect(cells).toEqual([])
  })

  test('a cell that somebody changed in the form meanwhile is a conflict, and one that says the same is none', async () => {
    const bytes = await edited(await bookOf(evaluation), (sheets) =>
      putAt(sheets.get('指标'), 'indicators/row1', 'actual', { value: '120次' }),
    )
    const changed = (actual: string) =>
      anEvaluation({
        ...evaluation,
        indicators: [anIndicator({ id: 'row1', name: '巡查次数', target: '≥100次', actual }), ...evaluation.indicators.slice(1)],
      })
    expect((await differing(bytes, changed('110次'))).cells).toMatchObject([
      { state: 'conflict', now: '110次', written: '100次', text: '120次' },
    ])
    expect((await differing(bytes, changed('120次'))).cells).toEqual([])
    const without = anEvaluation({ ...evaluation, indicators: evaluation.indicators.slice(1) })
    expect((await differing(bytes, without)).cells).toMatchObject([{ state: 'removed' }])
  })

  test('a record that was touched, and workbooks that are none of ours, are refused', async () => {
    const touched = await edited(await bookOf(evaluation), (sheets) => {
      put(sheets.get(RECORD_SHEET), [5, 0], { value: '["cell","funds/total/adjustedBudget","1"]', type: 'string' })
    })
    expect(await readBook(touched)).toEqual({ ok: false, error: { at: '', code: 'alteredWorkbook' } })
    const foreign = await writeXlsx({ sheets: [{ name: '决算', rows: [['科目', '金额']] }] })
    expect(await readBook(foreign)).toEqual({ ok: false, error: { at: '', code: 'foreignWorkbook' } })
    const recordless = await edited(await bookOf(evaluation), (sheets) => {
      const record = sheets.get(RECORD_SHEET)
      if (record) Object.assign(record, { rows: [['x']], cells: new Map() })
    })
    expect(await readBook(recordless)).toEqual({ ok: false, error: { at: '', code: 'alteredWorkbook' } })
  })
})
