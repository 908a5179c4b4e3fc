import { beforeAll, expect, test } from 'vitest'
import { addRow, addRows, moveRow, removeRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { cellTexts } from '@/tests/support/cell-texts'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, type District, evaluationOf, fillIn, indicator, line, save, text } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const seenOf = async (id: string, part: string) => {
  const revisions = await findCellRevisions(district.editor, id)
  return Object.fromEntries(
    Object.entries(revisions).flatMap(([address, { number }]) => (address.includes(part) ? [[address, number]] : [])),
  )
}
test('rows come back in the order in which they stand', async () => {
  const { editor, street } = district
  const ids: string[] = []
  for (const name of ['一', '二', '三']) ids.push(await add(editor, street, { list: 'tasks', values: { name: line(name) } }))
  const first = await add(editor, street, { list: 'tasks', after: null, values: { name: line('零') } })
  const between = await add(editor, street, { list: 'tasks', after: ids[0] ?? null, values: { name: line('一半') } })
  const names = async () => (await evaluationOf(editor, street)).tasks.map(({ name }) => name)
  expect(await names()).toEqual(['零', '一', '一半', '二', '三'])
  value(await moveRow(editor, street, 'tasks', first, between))
  expect(await names()).toEqual(['一', '一半', '零', '二', '三'])
  value(await moveRow(editor, street, 'tasks', first, null))
  expect(await names()).toEqual(['零', '一', '一半', '二', '三'])
  expect(refusal(await moveRow(editor, street, 'tasks', first, 'nothere'))).toBe('no-such-row')
})

test('a row that somebody changed meanwhile is not removed; its cells live on in the log', async () => {
  const { editor, colleague, street } = district
  const row = await add(editor, street, { list: 'indicators', values: indicator('待删', '5') })
  const seen = await seenOf(street, row)
  await save(colleague, street, { [`indicators/${row}/deviationReason`]: text('刚写的原因') })
  expect(refusal(await removeRow(editor, street, 'indicators', row, seen))).toBe('row-changed')
  value(await removeRow(editor, street, 'indicators', row, await seenOf(street, row)))
  expect((await evaluationOf(editor, street)).indicators).toEqual([])
  expect(await seenOf(street, row)).toEqual({})
  const entry = await database().auditEntry.findFirstOrThrow({ where: { action: 'rows.remove', subject: `indicators/${row}` } })
  expect(entry.payload).toContain('"before":"刚写的原因"')
})

test('what the person wrote themselves into a cell before them is no reason to keep the row', async () => {
  const { editor, street } = district
  const row = await add(editor, street, { list: 'goals', values: { text: text('一') } })
  const seen = await seenOf(street, row)
  await save(editor, street, { [`goals/${row}/text`]: text('二') }, 1)
  expect(refusal(await removeRow(editor, street, 'goals', row, {}))).toBe('row-changed')
  value(await removeRow(editor, street, 'goals', row, seen))
})

test('removing a task removes its texts and unties its indicators, whose cells count up', async () => {
  const { editor, street } = district
  const taskId = await add(editor, street, { list: 'tasks', values: { name: line('要删的任务') } })
  const block = await add(editor, street, { list: 'narrative', section: 'subItems', taskId, values: { text: text('内容') } })
  const row = await add(editor, street, { list: 'indicators', values: { ...indicator('跟随', '5'), task: { kind: 'rowId', id: taskId } } })
  expect((await seenOf(street, row))[`indicators/${row}/task`]).toBe(1)
  expect(refusal(await removeRow(editor, street, 'tasks', taskId, await seenOf(street, taskId)))).toBe('row-changed')
  value(await removeRow(editor, street, 'tasks', taskId, { ...(await seenOf(street, taskId)), ...(await seenOf(street, block)) }))
  const { indicators } = await evaluationOf(editor, street)
  expect(indicators.find(({ id }) => id === row)?.taskId).toBeNull()
  expect((await seenOf(street, row))[`indicators/${row}/task`]).toBe(2)
  const late = value(
    await saveCells(editor, street, [{ address: `indicators/${row}/task`, seen: 2, value: { kind: 'rowId', id: taskId } }]),
  )
  expect(late.refusals).toMatchObject([{ refusal: { code: 'no-such-row' } }])
})

test('problems and measures are tied many to many, each in its own order', async () => {
  const { editor, street } = district
  const measures: string[] = []
  for (const words of ['措施一', '措施二']) measures.push(await add(editor, street, { list: 'measures', values: { text: text(words) } }))
  const [one = '', two = ''] = measures
  const both = await add(editor, street, {
    list: 'problems',
    values: { text: text('问题一'), measures: { kind: 'rowIds', ids: [two, one] } },
  })
  const single = await add(editor, street, { list: 'problems', after: null, values: { measures: { kind: 'rowIds', ids: [two] } } })
  expect((await evaluationOf(editor, street)).problems.map(({ id, measureIds }) => [id, measureIds])).toEqual([
    [single, [two]],
    [both, [one, two]],
  ])
  value(await removeRow(editor, street, 'measures', two, await seenOf(street, two)))
  expect((await evaluationOf(editor, street)).problems.map(({ measureIds }) => measureIds)).toEqual([[], [one]])
})

test('a row is not added with a value that its cell would refuse', async () => {
  const { editor, street } = district
  expect(refusal(await addRow(editor, street, { list: 'indicators', values: { task: { kind: 'rowId', id: 'gone' } } }))).toBe('no-such-row')
  expect(refusal(await addRow(editor, street, { list: 'goals', values: { secret: text('x') } }))).toBe('no-such-cell')
  expect(refusal(await addRow(editor, street, { list: 'narrative', section: 'subItems', taskId: 'gone' }))).toBe('no-such-row')
})

test('many rows are added in one change, all or none', async () => {
  const { townEditor, town } = district
  const before = await evaluationOf(townEditor, town)
  const rows = ['一', '二', '三'].map((name) => ({ list: 'indicators' as const, values: indicator(name, '5') }))
  expect(refusal(await addRows(townEditor, town, [...rows, { list: 'goals', values: { secret: text('x') } }]))).toBe('no-such-cell')
  expect(await evaluationOf({ ...townEditor }, town)).toEqual(before)
  const ids = value(await addRows(townEditor, town, [...rows, { list: 'goals' }]))
  const after = await evaluationOf({ ...townEditor }, town)
  expect([...after.indicators, ...after.goals].map(({ id }) => id)).toEqual(ids)
  expect(after.revision).toBe(before.revision + 1)
  expect(value(await addRows(townEditor, town, []))).toEqual([])
})

test('a whole evaluation comes back as it was saved', async () => {
  const { townEditor, town } = district
  await fillIn(townEditor, town)
  const first = await evaluationOf(townEditor, town)
  const again = await evaluationOf({ ...townEditor }, town)
  expect(cellTexts(again)).toEqual(cellTexts(first))
  expect(again).toEqual(first)
  expect(again.revision).toBe(await database().auditEntry.count({ where: { evaluationId: town } }))
})
