import { beforeAll, expect, test } from 'vitest'
import { findProjectsWithRevisions, saveProjectCells } from '@/lib/data/change/project-cells'
import { addProject, findProjects, removeProject } from '@/lib/data/change/projects'
import { database } from '@/lib/data/database/database'
import { recompute } from '@/lib/data/jobs/recompute'
import { acceptInProjects, differencesInProjects, nameInAll } from '@/lib/data/papers/accepted-projects'
import { findBroughtBook } from '@/lib/data/papers/read-workbooks'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Decision } from '@/lib/domain/decision/decision'
import { plain } from '@/lib/domain/quantities'
import type { AskedOfBook } from '@/lib/exchange/workbook/differences'
import { projectsBook } from '@/lib/exchange/workbook/projects-book'
import { writeBook } from '@/lib/exchange/workbook/write-book'
import { readCellValue } from '@/lib/forms/cells/cells'
import { bringBook } from '@/tests/support/brought-books'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, changesOf, type District, evaluationOf, points, revisionOf, save, wan } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'
import { edited, putAt, scored } from '@/tests/support/workbooks'

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
  const found = await findProjectsWithRevisions(editor, await evaluationOf(editor, street))
  expect(found.map(({ revisions }) => [revisions.get(TOTAL)?.number, revisions.get(SPENT)?.number])).toEqual(ids.map(() => [2, 1]))
  expect(await findProjectsWithRevisions(townEditor, await evaluationOf(editor, street))).toEqual([])
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

test('what a workbook of all projects says otherwise is accepted project by project', async () => {
  const { editor, colleague, street } = district
  const ids2 = ids.slice(0, 2)
  const department = await evaluationOf(editor, street)
  const projects = async () => findProjects(editor, await evaluationOf(editor, street))
  const written = await writeBook(
    projectsBook(department, (await projects()).map(scored), { by: '示例', at: '2024-03-01T01:00:00.000Z', say: () => (text) => text }),
  )
  const bytes = await edited(written, (sheets) => {
    for (const [place, sheet] of [...sheets.values()].slice(1, 3).entries()) {
      const key = sheet.rows.flat().find((one) => /^projects\/[a-z0-9]+\/funds\/total$/.test(String(one)))
      putAt(sheet, String(key), 'initialBudget', { value: 20 + place })
    }
  })
  expect(await bringBook(editor, district.town, bytes)).toMatchObject({ ok: false })
  value((await bringBook(editor, street, bytes)) as Decision<null>)
  const brought = await findBroughtBook(editor, street)
  if (brought === null) throw new Error('no workbook')
  const first = (await projects())[0]?.id ?? ''
  await save(colleague, first, { 'funds/total/initialBudget': wan('5') })
  const readOf = () => readCellValue
  const shown = differencesInProjects(brought, await projects(), readOf)
  expect(shown.flatMap(({ differences }) => differences.cells.map(({ text, state }) => [text, state]))).toEqual([
    ['20', 'conflict'],
    ['21', 'changed'],
  ])
  const accept = async (asked: AskedOfBook) =>
    value(await acceptInProjects(editor, { projects: await projects(), brought, seen: {}, asked }, readOf))
  expect(await accept({ scope: 'all' })).toEqual({ written: 1, removed: 0, conflicts: [] })
  const at = nameInAll(first, 'funds/total/initialBudget')
  expect((await accept({ scope: 'one', at })).conflicts).toMatchObject([{ address: at, conflict: { theirs: '5' } }])
  expect((await projects()).map(({ figures }) => figures['total/initialBudget'])).toMatchObject([{ state: 'filled' }, { state: 'filled' }])
  expect(await database().auditEntry.count({ where: { action: 'workbooks.accept', evaluationId: { in: ids2 } } })).toBe(1)
})
