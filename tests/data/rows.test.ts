import { beforeAll, describe, expect, test } from 'vitest'
import { removeRows } from '@/lib/data/change/removed-rows'
import { addRow, addRows, moveRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { cellTexts } from '@/tests/support/cell-texts'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, type District, evaluationOf, fillIn, indicator, line, removeRow, save, text } from '@/tests/support/evaluations'
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

describe('many rows are removed in one change', () => {
  const goals = async (...words: readonly string[]): Promise<string[]> => {
    const { editor, street } = district
    return value(
      await addRows(
        editor,
        street,
        words.map((word) => ({ list: 'goals', values: { text: text(word) } })),
      ),
    )
  }
  const at = (...rows: readonly string[]) => rows.map((row) => ({ list: 'goals' as const, row }))
  const entries = (...rows: readonly string[]) =>
    database().auditEntry.findMany({
      where: { action: 'rows.remove', subject: { in: rows.map((row) => `goals/${row}`) } },
      orderBy: { number: 'asc' },
    })

  test('with an entry of the log each, and once however often it is sent', async () => {
    const { editor, street } = district
    const ids = await goals('一', '二', '三')
    const seen = await seenOf(street, 'goals/')
    const before = await evaluationOf(editor, street)
    const first = value(await removeRows(editor, street, at(...ids), seen))
    expect(first).toEqual({ revision: before.revision + 1, kept: [] })
    expect((await evaluationOf({ ...editor }, street)).goals.filter(({ id }) => ids.includes(id))).toEqual([])
    const again = value(await removeRows(editor, street, at(...ids), seen))
    expect(again.revision).toBe(first.revision)
    expect(again.kept.map(({ refusal: why }) => why.code)).toEqual(ids.map(() => 'no-such-row'))
    const logged = await entries(...ids)
    expect(logged.map(({ subject }) => subject)).toEqual(ids.map((row) => `goals/${row}`))
    expect(logged.map(({ payload }) => payload.includes('"before":"二"'))).toEqual([false, true, false])
  })

  test('but for a row that somebody else changed meanwhile: it stays by itself, and says who', async () => {
    const { editor, colleague, street } = district
    const ids = await goals('一', '二', '三')
    const seen = await seenOf(street, 'goals/')
    await save(colleague, street, { [`goals/${ids[1]}/text`]: text('改过') }, 1)
    const { kept } = value(await removeRows(editor, street, at(...ids), seen))
    expect(kept).toMatchObject([{ row: ids[1], refusal: { code: 'row-changed', facts: { byName: colleague.name } } }])
    const left = (await evaluationOf({ ...editor }, street)).goals.filter(({ id }) => ids.includes(id))
    expect(left.map(({ id }) => id)).toEqual([ids[1]])
    expect(await entries(...ids)).toHaveLength(2)
  })

  test('a task with its texts, and what was tied to it is untied once', async () => {
    const { editor, street } = district
    const tasks = value(
      await addRows(
        editor,
        street,
        ['一', '二'].map((name) => ({ list: 'tasks', values: { name: line(name) } })),
      ),
    )
    const [task = ''] = tasks
    const block = await add(editor, street, { list: 'narrative', section: 'subItems', taskId: task, values: { text: text('内容') } })
    const row = await add(editor, street, { list: 'indicators', values: { ...indicator('跟着', '5'), task: { kind: 'rowId', id: task } } })
    const rows = [...tasks.map((id) => ({ list: 'tasks' as const, row: id })), { list: 'narrative' as const, row: block }]
    // The text went with its task
    expect(value(await removeRows(editor, street, rows, await seenOf(street, ''))).kept).toMatchObject([{ row: block }])
    const logged = await database().auditEntry.findMany({ where: { action: 'rows.remove', subject: { endsWith: block } } })
    expect(logged).toEqual([])
    expect((await seenOf(street, row))[`indicators/${row}/task`]).toBe(2)
  })

  test('a row whose first save is still on its way does not come after it was removed', async () => {
    const { townEditor, town } = district
    const id = 'e'.repeat(32)
    const removed = value(await removeRows(townEditor, town, at(id), {}))
    expect(removed.kept).toMatchObject([{ refusal: { code: 'no-such-row' } }])
    value(await removeRows(townEditor, town, at(id), {}))
    expect(await entries(id)).toHaveLength(1)
    const late = [{ address: `goals/${id}/text` as const, seen: 0, value: text('迟到') }]
    const saved = value(await saveCells(townEditor, town, late, { rows: [{ list: 'goals', id }] }))
    expect(saved).toMatchObject({ saved: [], conflicts: [{ kind: 'removed' }] })
  })
})
