import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { acceptDifferences, differencesIn } from '@/lib/data/papers/accepted-differences'
import { findBroughtBook, putBookAway, takeInBook } from '@/lib/data/papers/read-workbooks'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { readCellValue } from '@/lib/forms/cells/cells'
import { workbookTexts } from '@/lib/forms/cells/workbook-texts'
import { referableData } from '@/lib/report/referable-data'
import { bringBook, broughtBooksOf } from '@/tests/support/brought-books'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, type District, evaluationOf, line, removeRow, save } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'
import { bookOf, edited, placeIn, put, putAt } from '@/tests/support/workbooks'

testDatabase()

let district: District
let id: string
let editor: Viewer

beforeAll(async () => {
  district = await aDistrict()
  editor = district.editor
  id = district.street
})

const { brought, seenNow, acceptNow, entries, textNow } = broughtBooksOf(() => ({ editor, id }))
const bookNow = async (work: Parameters<typeof edited>[1]): Promise<Uint8Array> =>
  edited(await bookOf(await evaluationOf(editor, id)), work)

describe('bringing a workbook', () => {
  test('keeps the file and what differs, and writes nothing into the form', async () => {
    const before = await evaluationOf(editor, id)
    const bytes = await bookNow((sheets) => putAt(sheets.get('基本信息'), 'cover/phone', '.', { value: '02012345678' }))
    expect(await bringBook(editor, id, bytes)).toMatchObject({ ok: true })
    expect(await evaluationOf(editor, id)).toEqual(before)
    expect(await brought()).toMatchObject({
      name: '填报工作簿.xlsx',
      byName: editor.name,
      book: { evaluation: id, year: '2023' },
      foreign: null,
    })
    expect(await entries('workbooks.read')).toBe(1)
  })

  test('that of another department or year is refused, and leaves the first', async () => {
    const other = await bookOf({ ...(await evaluationOf(editor, id)), id: 'another1', departmentName: '示例别局', year: 2022 })
    expect(await bringBook(editor, id, other)).toMatchObject({
      refusal: { code: 'workbook-of-another', facts: { department: '示例别局', year: '2022' } },
    })
    expect(await bringBook(editor, id, new TextEncoder().encode('x'))).toMatchObject({ unread: { code: 'notWorkbook' } })
    expect((await brought()).book?.evaluation).toBe(id)
  })

  test('is the editors’ own', async () => {
    for (const other of [district.approver, district.reviewer, district.townEditor])
      expect(await takeInBook(other, id, { name: 'x', bytes: [] })).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await findBroughtBook(district.townEditor, id)).toBeNull()
    expect(refusal(await putBookAway(district.approver, id, (await brought()).hash))).toBe('not-permitted')
  })
})

describe('accepting what it says', () => {
  test('all at once: in one change with one entry that names it; sent twice it is written once', async () => {
    const before = await evaluationOf(editor, id)
    const bytes = await bookNow((sheets) => {
      putAt(sheets.get('收支'), 'funds/total', 'initialBudget', { value: 1234.5 })
      const tasks = sheets.get('任务')
      if (tasks === undefined) throw new Error('no sheet')
      const [free] = placeIn(tasks, '+', 'name')
      put(tasks, [free, 2], { value: '示例新任务' })
      put(tasks, [free, 3], { value: 20 })
      put(tasks, [free, 4], { value: '没有数', type: 'string' })
    })
    await bringBook(editor, id, bytes)
    const drawn = { evaluation: before, brought: await brought(), seen: await seenNow(), asked: { scope: 'all' } as const }
    const answers = await Promise.all([acceptDifferences(editor, drawn, readCellValue), acceptDifferences(editor, drawn, readCellValue)])
    for (const answer of answers) expect(value(answer)).toEqual({ written: 3, removed: 0, conflicts: [] })
    const after = await evaluationOf(editor, id)
    expect(textAt(after, 'funds/total/initialBudget')).toBe('1234.5')
    expect(after.tasks.filter(({ name }) => name === '示例新任务')).toHaveLength(1)
    expect(after.revision).toBe(before.revision + 1)
    expect(await entries('workbooks.accept')).toBe(1)
    const entry = await database().auditEntry.findFirst({ where: { evaluationId: id, action: 'workbooks.accept' } })
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ workbook: '填报工作簿.xlsx', cells: [{}, {}, {}] })
    // What could not be read stays to be seen
    const left = differencesIn(await brought(), after, readCellValue)
    expect([left.cells, left.gone]).toEqual([[], []])
    expect(left.added).toMatchObject([{ cells: [{ state: 'refused', text: '没有数' }] }])
  })

  test('what somebody changed meanwhile is never overwritten unasked, and replaced only by itself', async () => {
    await save(editor, id, { 'cover/preparer': line('示例甲') }, (await seenNow())['cover/preparer'])
    const bytes = await bookNow((sheets) => putAt(sheets.get('基本信息'), 'cover/preparer', '.', { value: '示例乙' }))
    await bringBook(editor, id, bytes)
    await save(district.colleague, id, { 'cover/preparer': line('示例丙') }, (await seenNow())['cover/preparer'])
    value(await acceptNow({ scope: 'all' }))
    expect(await textNow('cover/preparer')).toBe('示例丙')
    const drawn = { evaluation: await evaluationOf(editor, id), brought: await brought(), seen: await seenNow() }
    await save(district.colleague, id, { 'cover/preparer': line('示例丁') }, drawn.seen['cover/preparer'])
    const late = value(await acceptDifferences(editor, { ...drawn, asked: { scope: 'one', at: 'cover/preparer' } }, readCellValue))
    expect(late).toMatchObject({ written: 0, conflicts: [{ address: 'cover/preparer', theirs: '示例丁' }] })
    expect(value(await acceptNow({ scope: 'one', at: 'cover/preparer' }))).toMatchObject({ written: 1, conflicts: [] })
    expect(await textNow('cover/preparer')).toBe('示例乙')
  })

  test('a row that was taken out goes only by itself; one that was added and removed again does not come back', async () => {
    const task = (await evaluationOf(editor, id)).tasks.find(({ name }) => name === '示例新任务')
    const bytes = await bookNow((sheets) => {
      const sheet = sheets.get('任务')
      if (sheet === undefined) throw new Error('no sheet')
      const [row] = placeIn(sheet, `tasks/${task?.id}`, 'name')
      for (let column = 0; column < 5; column++) put(sheet, [row, column], { value: null })
      const [free] = placeIn(sheet, '+', 'name')
      put(sheet, [free, 2], { value: '示例又一任务' })
    })
    await bringBook(editor, id, bytes)
    value(await acceptNow({ scope: 'all' }))
    const names = async () => (await evaluationOf(editor, id)).tasks.map(({ name }) => name)
    expect(await names()).toContain('示例新任务')
    expect(value(await acceptNow({ scope: 'one', at: `-tasks/${task?.id}` }))).toMatchObject({ removed: 1 })
    expect(await names()).not.toContain('示例新任务')
    const added = (await evaluationOf(editor, id)).tasks.find(({ name }) => name === '示例又一任务')
    value(await removeRow(editor, id, 'tasks', added?.id ?? '', await seenNow()))
    expect(value(await acceptNow({ scope: 'all' })).conflicts).toMatchObject([{ kind: 'removed' }])
    expect(await names()).not.toContain('示例又一任务')
  })

  test('put away, nothing of it is left to accept', async () => {
    const { hash } = await brought()
    expect(refusal(await putBookAway(editor, id, 'f'.repeat(64)))).toBe('workbook-replaced')
    value(await putBookAway(editor, id, hash))
    expect(await findBroughtBook(editor, id)).toBeNull()
    expect(await entries('workbooks.refuse')).toBe(1)
  })

  test('who may not fill in accepts nothing', async () => {
    await bringBook(editor, id, await bookNow((sheets) => putAt(sheets.get('基本信息'), 'cover/phone', '.', { value: '1' })))
    for (const other of [district.approver, district.townEditor])
      expect(refusal(await acceptNow({ scope: 'all' }, other))).toBe('not-permitted')
  })
})

test('a text that refers to data holds them by their names in a workbook, and as references again when it is read', async () => {
  const runs = [
    { text: '执行率' },
    { datum: 'executionRate' },
    { text: '，预算' },
    { datum: 'total/adjustedBudget' },
    { text: '万元。' },
  ] as const
  const goal = await add(editor, id, { list: 'goals', values: { text: { kind: 'text', runs } } })
  const evaluation = await evaluationOf(editor, id)
  const data = referableData({ evaluation, score: scoreEvaluation(evaluation) })
  const { say, read } = workbookTexts(new Map(data.map((datum) => [datum.name, datum])), readCellValue)
  const kept = textAt(evaluation, `goals/${goal}/text`)
  const shown = say(kept)
  expect(shown).toContain('执行率〔预算执行率〕，预算〔')
  expect(shown).not.toContain('{{')
  const again = (text: string) => {
    const value = read(`goals/${goal}/text`, text)
    return value.ok ? writeCellValue(value.value) : value.refusal.code
  }
  expect(again(shown)).toBe(kept)
  expect(again(shown.replace('执行率〔', '全年执行率〔').replace('〕万元', '〕万元（调整后）'))).toBe(
    '全年执行率{{executionRate}}，预算{{total/adjustedBudget}}万元（调整后）。',
  )
  // Where no reference may stand such brackets are text
  const remark = read('cover/preparer', '〔预算执行率〕')
  expect(remark.ok && writeCellValue(remark.value)).toBe('〔预算执行率〕')
})
