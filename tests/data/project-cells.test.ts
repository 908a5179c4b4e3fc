import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database'
import { findProjectCells, saveProjectCells } from '@/lib/data/project-cells'
import { addProject, removeProject } from '@/lib/data/projects'
import { recompute } from '@/lib/data/recompute'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { plain } from '@/lib/domain/quantities'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, changesOf, type District, evaluationOf, points, revisionOf, save, wan } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

const TOTAL: AddressText = 'funds/total/adjustedBudget'
const SPENT: AddressText = 'funds/total/actualExpenditure'

let district: District
let ids: string[]
beforeAll(async () => {
  district = await aDistrict()
  ids = []
  for (const name of ['示例道路维修', '示例绿化', '示例校舍改造'])
    ids.push(value(await addProject(district.editor, district.street, { name, code: null })))
})

const each = (cells: Parameters<typeof changesOf>[0], seen = 0) => new Map(ids.map((id) => [id, changesOf(cells, seen)]))

test('cells of several projects are saved at once, counted once in their department, and told in each project', async () => {
  const { editor, colleague, street } = district
  const before = await revisionOf(street)
  const saved = value(await saveProjectCells(colleague, street, each({ [TOTAL]: wan('10'), [SPENT]: wan('8') })))
  expect([...saved.values()].map((one) => one.saved)).toEqual(
    ids.map(() => [
      { address: TOTAL, number: 1 },
      { address: SPENT, number: 1 },
    ]),
  )
  expect(await revisionOf(street)).toBe(before + 1)
  expect((await evaluationOf(editor, street)).projects.map(({ adjustedBudget }) => adjustedBudget && plain(adjustedBudget))).toEqual(
    ids.map(() => '100000'),
  )
  expect(await database().auditEntry.count({ where: { action: 'cells.save', evaluationId: { in: ids } } })).toBe(3)
  expect((await recompute({ write: false })).deviations).toEqual([])
})

test('what somebody else changed meanwhile is not overwritten; the other projects are saved', async () => {
  const { editor, colleague, street, townEditor } = district
  const [first = ''] = ids
  await save(editor, first, { [TOTAL]: wan('11') }, 1)
  const saved = value(await saveProjectCells(colleague, street, each({ [TOTAL]: wan('12') }, 1)))
  expect(saved.get(first)?.conflicts).toMatchObject([{ address: TOTAL, yours: '12', theirs: '11' }])
  expect(ids.slice(1).map((id) => saved.get(id)?.saved)).toEqual([[{ address: TOTAL, number: 2 }], [{ address: TOTAL, number: 2 }]])
  const found = await findProjectCells(editor, await evaluationOf(editor, street), [TOTAL, SPENT])
  expect(found.map(({ seen }) => [...seen])).toEqual(
    ids.map(() => [
      [TOTAL, 2],
      [SPENT, 1],
    ]),
  )
  expect(await findProjectCells(townEditor, await evaluationOf(editor, street), [TOTAL])).toEqual([])
})

test('only who fills the department in saves, only in its own projects, and no reviewer’s cell', async () => {
  const { approver, reviewer, townEditor, town, editor, street } = district
  for (const other of [approver, reviewer, townEditor])
    expect(refusal(await saveProjectCells(other, street, each({ [TOTAL]: wan('1') }, 2)))).toBe('not-permitted')
  expect(value(await saveProjectCells(townEditor, town, each({ [TOTAL]: wan('1') }, 2))).size).toBe(0)
  expect(refusal(await saveProjectCells(editor, street, each({ 'indicators/a/reviewScore': points('1') })))).toBe('not-permitted')
  const [, , last = ''] = ids
  value(await removeProject(editor, street, last))
  const saved = value(await saveProjectCells(editor, street, each({ [SPENT]: wan('9') }, 1)))
  expect([...saved.keys()].sort()).toEqual(ids.slice(0, 2).sort())
})
