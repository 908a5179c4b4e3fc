import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { differencesIn } from '@/lib/data/papers/accepted-differences'
import { findBroughtBook, knownMappings, mapBook } from '@/lib/data/papers/read-workbooks'
import type { Viewer } from '@/lib/domain/people/permissions'
import { understood } from '@/lib/exchange/workbook/foreign/guess'
import { readCellValue } from '@/lib/forms/cells/cells'
import { bringBook, broughtBooksOf } from '@/tests/support/brought-books'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, save, wan } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let id: string
let editor: Viewer

beforeAll(async () => {
  district = await aDistrict()
  editor = district.editor
  id = district.street
})

const { brought, acceptNow, entries, textNow } = broughtBooksOf(() => ({ editor, id }))

describe('a workbook of another program', () => {
  const accounts = (name: string, spent: number) =>
    writeXlsx({
      sheets: [
        { name: '说明', rows: [['本表由财务软件导出']] },
        {
          name,
          rows: [
            ['金额单位：元', null, null],
            ['项目', '年初预算数', '决算数'],
            ['基本支出', 6_000_000, spent],
            ['项目支出', 4_000_000, 3_900_000.55],
          ],
        },
      ],
    })
  const whose = { name: '示例街道办事处', code: '101001' }
  const understoodBy = async (viewer: Viewer, evaluationId: string) => {
    const found = await findBroughtBook(viewer, evaluationId)
    const before = await knownMappings(viewer, await evaluationOf(viewer, evaluationId))
    const table = understood(found?.foreign?.sheets ?? [], {}, before, whose)
    if (table?.shape !== 'items' || table.unit === null) throw new Error('not understood')
    const { sheet, head, unit, meaning, known } = table
    return {
      hash: found?.hash ?? '',
      isKnown: known !== null,
      mapping: { shape: 'items', sheet: sheet.name, head, unit, ...meaning } as const,
    }
  }

  test('is kept with its tables, says nothing before they are understood, and then differs cell by cell', async () => {
    const before = await evaluationOf(editor, id)
    expect(await bringBook(editor, id, await accounts('2023年收支', 5_900_000))).toEqual({ ok: true, value: null })
    const { hash, mapping, isKnown } = await understoodBy(editor, id)
    expect([isKnown, differencesIn(await brought(), before, readCellValue).cells]).toEqual([false, []])
    expect(value(await mapBook(editor, id, hash, mapping))).toBe(4)
    expect(await evaluationOf(editor, id)).toEqual(before)
    const { cells } = differencesIn(await brought(), before, readCellValue)
    expect(cells.map(({ address, place, text, state }) => [address, place, text, state])).toEqual([
      ['funds/basic/initialBudget', '2023年收支!B3', '600', 'changed'],
      ['funds/basic/actualExpenditure', '2023年收支!C3', '590', 'changed'],
      ['funds/project/initialBudget', '2023年收支!B4', '400', 'changed'],
      ['funds/project/actualExpenditure', '2023年收支!C4', '390.000055', 'changed'],
    ])
    expect(value(await acceptNow({ scope: 'one', at: 'funds/basic/actualExpenditure' }))).toMatchObject({ written: 1 })
    expect(value(await acceptNow({ scope: 'all' }))).toMatchObject({ written: 3, conflicts: [] })
    expect(await textNow('funds/project/actualExpenditure')).toBe('390.000055')
    expect([await entries('workbooks.map'), differencesIn(await brought(), await evaluationOf(editor, id), readCellValue).cells]).toEqual([
      1,
      [],
    ])
  })

  test('is understood as before the next time, for the department, and for whoever said it', async () => {
    const said = await understoodBy(editor, id)
    const { mapping } = said
    value(await mapBook(editor, id, said.hash, { ...mapping, columns: { 决算数: 'actualExpenditure' }, rows: { 项目支出: 'basic' } }))
    await bringBook(editor, id, await accounts('2024年收支', 1))
    expect(await understoodBy(district.colleague, id)).toMatchObject({
      isKnown: true,
      mapping: { sheet: '2024年收支', columns: { 决算数: 'actualExpenditure' }, rows: { 项目支出: 'basic' } },
    })
    await bringBook(district.townEditor, district.town, await accounts('收支', 1))
    expect(await understoodBy(district.townEditor, district.town)).toMatchObject({ isKnown: false })
  })

  test('somebody else has changed a cell since: it is a conflict', async () => {
    const { hash, mapping } = await understoodBy(editor, id)
    value(await mapBook(editor, id, hash, { ...mapping, rows: { 基本支出: 'basic' } }))
    await save(district.colleague, id, { 'funds/basic/actualExpenditure': wan('77') }, 1)
    const { cells } = differencesIn(await brought(), await evaluationOf(editor, id), readCellValue)
    expect(cells).toMatchObject([
      { address: 'funds/basic/actualExpenditure', state: 'conflict', now: '77', written: '590', text: '0.0001' },
    ])
  })

  test('what names no figure of the form is refused, and leaves what was said before', async () => {
    const { hash, mapping } = await understoodBy(editor, id)
    const said = { ...mapping, rows: { 基本支出: 'basic' } } as const
    value(await mapBook(editor, id, hash, said))
    const [before, remembered] = [await brought(), await knownMappings(editor, await evaluationOf(editor, id))]
    const ofProjects = { ...mapping, rows: { 基本支出: 'appropriation', 项目支出: 'otherFunding' } } as const
    for (const other of [ofProjects, { ...mapping, rows: {} }, { ...mapping, sheet: '没有这张' }])
      expect(refusal(await mapBook(editor, id, hash, other))).toBe('table-says-nothing')
    expect(await brought()).toEqual(before)
    expect(await knownMappings(editor, await evaluationOf(editor, id))).toEqual(remembered)
    const both = { ...mapping, rows: { 基本支出: 'basic', 项目支出: 'otherFunding' } } as const
    expect(value(await mapBook(editor, id, hash, both))).toBe(1)
  })

  test('a unit that a person corrected is remembered as such', async () => {
    const { hash, mapping } = await understoodBy(editor, id)
    expect(mapping.unit).toBe('元')
    value(await mapBook(editor, id, hash, { ...mapping, unit: '万元' }))
    expect((await understoodBy(editor, id)).mapping.unit).toBe('万元')
    value(await mapBook(editor, id, hash, { ...mapping, corrected: true }))
    expect((await brought()).foreign?.mapping).not.toHaveProperty('corrected')
  })

  test('is the editors’ own, and nothing that was replaced is said', async () => {
    const { hash, mapping } = await understoodBy(editor, id)
    for (const other of [district.approver, district.reviewer, district.townEditor])
      expect(refusal(await mapBook(other, id, hash, mapping))).toBe('not-permitted')
    expect(refusal(await mapBook(editor, id, '0'.repeat(64), mapping))).toBe('workbook-replaced')
  })
})
