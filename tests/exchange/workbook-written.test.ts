import { describe, expect, test } from 'vitest'
import { RECORD_SHEET } from '@/lib/exchange/workbook/book'
import { sealOf } from '@/lib/exchange/workbook/write-book'
import { anEvaluation, anIndicator, figuresInWan, scheme, untold } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'
import { bookOf, cellIn, placeIn, sheetsOf } from '@/tests/support/workbooks'

/** The 填报工作簿: what is filled in is open and coloured, everything else is held; sums, rate and scores are computed in it. */

describe('the sheets of a workbook', () => {
  test('hold what is not filled in, without a password, and keep their record behind', async () => {
    const sheets = await sheetsOf(await bookOf(foundingCase()))
    expect([...sheets.keys()]).toEqual(['基本信息', '收支', '目标', '任务', '指标', '问题措施', RECORD_SHEET])
    for (const [name, { protection, freezePane, pageSetup }] of sheets) {
      if (name === RECORD_SHEET) continue
      expect(protection).toMatchObject({ sheet: true })
      expect(protection?.password).toBeUndefined()
      expect(freezePane?.rows).toBeGreaterThan(0)
      expect(pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 })
    }
    const indicators = sheets.get('指标')
    expect(cellIn(indicators, 'indicators/indicator1', 'actual')).toMatchObject({
      value: '80%',
      style: { protection: { locked: false }, numFmt: '@' },
    })
    expect(cellIn(sheets.get('收支'), 'funds/total', 'adjustedBudget')).toMatchObject({
      value: 8988.68,
      style: { protection: { locked: false } },
    })
    expect(cellIn(sheets.get('收支'), 'funds/total', '@').style?.protection?.locked ?? true).toBe(true)
    expect(sheets.get(RECORD_SHEET)?.veryHidden).toBe(true)
  })

  test('the record is sealed, and tells each cell with what was written', async () => {
    const record = (await sheetsOf(await bookOf(foundingCase()))).get(RECORD_SHEET)
    const [head, ...lines] = (record?.rows ?? []).flatMap(([line]) => (typeof line === 'string' ? [line] : []))
    expect(head).toBe(`hengji.workbook/1 ${sealOf(lines)}`)
    expect(lines).toContain('["cell","funds/total/adjustedBudget","8988.68"]')
    expect(lines).toContain('["cell","indicators/indicator2/actual","超过280人"]')
    expect(lines).toContain('["list","goals","text completion"]')
  })

  test('words are chosen from lists that stand on the record’s sheet', async () => {
    const evaluation = anEvaluation({
      tasks: [{ id: 'task1', name: '维护稳定', ...untold, subItems: [], completion: [] }],
    })
    const indicators = (await sheetsOf(await bookOf(evaluation))).get('指标')
    if (indicators === undefined) throw new Error('no sheet')
    const lists = indicators.dataValidations?.map(({ formula1, errorStyle }) => [formula1, errorStyle])
    expect(lists).toContainEqual([`'${RECORD_SHEET}'!$C$1:$C$3`, 'stop'])
    expect(lists).toContainEqual([`'${RECORD_SHEET}'!$F$1:$F$1`, 'stop'])
  })

  test('what the scheme gives is shown, and not filled in', async () => {
    const given = scheme('two-dimension')
    const [fixed] = given.fixedIndicators
    if (fixed === undefined) throw new Error('no fixed indicator')
    const row = anIndicator({ id: 'row1', fixedId: fixed.id, dimension: fixed.dimension, group: fixed.group, name: fixed.name })
    const indicators = (await sheetsOf(await bookOf(anEvaluation({ scheme: given, indicators: [row] })))).get('指标')
    expect(cellIn(indicators, 'indicators/row1', 'target').style?.protection?.locked).toBe(true)
    expect(cellIn(indicators, 'indicators/row1', 'deviationReason').style?.protection?.locked).toBe(false)
  })
})

describe('what a workbook computes', () => {
  test('rate, score and sums, with what they come to now', async () => {
    const sheets = await sheetsOf(await bookOf(foundingCase()))
    const funds = sheets.get('收支')
    if (funds === undefined) throw new Error('no sheet')
    const [row] = placeIn(funds, 'funds/total', '@')
    expect(funds.cells?.get(`${row},6`)).toMatchObject({
      formula: expect.stringContaining('F5/E5'),
      formulaResult: expect.closeTo(1.0031, 4),
    })
    expect(funds.cells?.get(`${row},8`)).toMatchObject({ formulaResult: 10 })
    const sum = funds.rows.findIndex((cells) => cells.includes('按资金来源合计'))
    expect(funds.cells?.get(`${sum},5`)).toMatchObject({ formula: 'SUM(F6,F7,F8,F9)', formulaResult: 9016.65 })
    expect(funds.cells?.get(`${sum + 1},5`)).toMatchObject({ formulaResult: 0 })
  })

  test('a score only where one number decides; the system computes the others', async () => {
    const rows = [
      anIndicator({ id: 'a', target: '≥95%', actual: '90%' }),
      anIndicator({ id: 'b', target: '基本建成', actual: '建成' }),
      anIndicator({ id: 'c', target: '≤5天', actual: '6天' }),
    ]
    const sheet = (await sheetsOf(await bookOf(anEvaluation({ indicators: rows, figures: figuresInWan({}) })))).get('指标')
    const formulas = [4, 5, 6].map((row) => sheet?.cells?.get(`${row},7`)?.formula ?? '')
    expect(formulas[0]).toContain('>=')
    expect(formulas[1]).not.toContain('VALUE')
    expect(formulas[2]).toContain('<=')
    for (const formula of formulas) expect(formula).toContain('读入后计算')
  })

  test('digits that a spreadsheet would lose stay text', async () => {
    const evaluation = anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '12345678901234.123456' }) })
    expect(cellIn((await sheetsOf(await bookOf(evaluation))).get('收支'), 'funds/total', 'adjustedBudget').value).toBe(
      '12345678901234.123456',
    )
  })
})
