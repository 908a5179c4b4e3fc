import { beforeAll, expect, test } from 'vitest'
import { type CellChange, saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { submit } from '@/lib/data/review/review'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, changesOf, evaluationOf, fillIn, line, removeRow, revisionOf, text } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: Awaited<ReturnType<typeof aDistrict>>
beforeAll(async () => {
  district = await aDistrict()
})

const id = (letter: string) => letter.repeat(32)

test('rows added in a browser are stored with their cells, once, in their places', async () => {
  const { street, town, editor, townEditor } = district
  const first = await add(editor, street, { list: 'goals', values: { text: text('甲') } })
  const rows = [
    { list: 'goals' as const, id: id('a'), after: first },
    { list: 'tasks' as const, id: id('b') },
    { list: 'narrative' as const, section: 'subItems' as const, taskId: id('b'), id: id('c') },
    { list: 'narrative' as const, section: 'subItems' as const, taskId: id('f'), id: id('d') },
  ]
  const changes: CellChange[] = changesOf({
    [`goals/${id('a')}/text`]: text('乙'),
    [`tasks/${id('b')}/name`]: line('丙'),
    [`narrative/${id('c')}/text`]: text('丁'),
    [`narrative/${id('d')}/text`]: text('无处可放'),
  })
  const saved = value(await saveCells(editor, street, changes, { rows }))
  expect(saved.saved).toHaveLength(3)
  // The task that it was to stand with is gone: what was typed comes back
  expect(saved.conflicts).toMatchObject([{ kind: 'removed', address: `narrative/${id('d')}/text`, yours: '无处可放' }])
  const actions = await database().auditEntry.findMany({ where: { evaluationId: street }, orderBy: { number: 'desc' }, take: 2 })
  expect(actions.map(({ action }) => action)).toEqual(['cells.save', 'rows.add'])

  const again = value(await saveCells(editor, street, changes.slice(0, 3), { rows }))
  expect(again.saved.map(({ number }) => number)).toEqual([1, 1, 1])
  const evaluation = await evaluationOf(editor, street)
  expect(evaluation.goals.map((goal) => goal.id)).toEqual([first, id('a')])
  expect(evaluation.tasks).toMatchObject([{ id: id('b'), name: '丙', subItems: [{ id: id('c'), runs: [{ text: '丁' }] }] }])

  // An id that a row of somebody else has is none of theirs
  const taken = value(await saveCells(townEditor, town, changesOf({ [`goals/${id('a')}/text`]: text('别处') }), { rows }))
  expect(taken).toMatchObject({ saved: [], conflicts: [{ kind: 'removed' }] })
  expect((await evaluationOf(editor, street)).goals[1]?.text).toEqual([{ text: '乙' }])
})

test('a request that comes after its row was removed does not bring it back', async () => {
  const { street, editor } = district
  const rows = [{ list: 'goals' as const, id: id('7') }]
  const changes = changesOf({ [`goals/${id('7')}/text`]: text('迟到') })
  value(await saveCells(editor, street, changes, { rows }))
  value(await removeRow(editor, street, 'goals', id('7'), { [`goals/${id('7')}/text`]: 1 }))
  expect(value(await saveCells(editor, street, changes, { rows }))).toMatchObject({ saved: [], conflicts: [{ kind: 'removed' }] })
  expect((await evaluationOf(editor, street)).goals.some((goal) => goal.id === id('7'))).toBe(false)
})

test('a row added in a browser is refused as any other', async () => {
  const { town, townEditor, reviewer } = district
  const many = Array.from({ length: 301 }, (_, index) => ({ list: 'goals' as const, id: `${index}`.padStart(32, '0') }))
  expect(refusal(await saveCells(townEditor, town, [], { rows: many }))).toBe('too-many-rows')
  expect(refusal(await saveCells(reviewer, town, [], { rows: many.slice(0, 1) }))).toBe('not-permitted')
  value(await saveCells(townEditor, town, [], { rows: many.slice(0, 1) }))
  value(await removeRow(townEditor, town, 'goals', many[0]?.id ?? '', {}))
  expect((await evaluationOf(townEditor, town)).goals).toEqual([])
})

test('a row that was emptied asks for nothing and is gone when the evaluation is handed in', async () => {
  const { town, townEditor } = district
  await fillIn(townEditor, town)
  const goal = await add(townEditor, town, { list: 'goals', values: { text: text('甲'), completion: text('乙') } })
  const empty = await add(townEditor, town, { list: 'indicators' })
  value(await saveCells(townEditor, town, changesOf({ [`goals/${goal}/text`]: text(''), [`goals/${goal}/completion`]: text('') }, 1)))
  value(await submit(townEditor, town, await revisionOf(town)))
  const evaluation = await evaluationOf(townEditor, town)
  expect(evaluation.goals).toHaveLength(1)
  expect(evaluation.indicators.some(({ id }) => id === empty)).toBe(false)
  expect((await database().evaluation.findUniqueOrThrow({ where: { id: town } })).total).not.toBeNull()
})
