import { beforeAll, expect, test } from 'vitest'
import { addProject, listUnfinished } from '@/lib/data/change/projects'
import { database } from '@/lib/data/database/database'
import { actedAt, findOpening } from '@/lib/data/evaluation/evaluations'
import { noteOpening } from '@/lib/data/review/recall'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
let road: string
beforeAll(async () => {
  district = await aDistrict()
  road = value(await addProject(district.editor, district.street, { name: '示例道路维修', code: null }))
})

test('a project that is not filled in keeps its department from being handed in, and is told to who may see it', async () => {
  const { editor, townEditor, street } = district
  const department = await evaluationOf(editor, street)
  expect(await listUnfinished(editor, department)).toEqual(new Set([road]))
  expect(await listUnfinished(townEditor, department)).toEqual(new Set())
  await database().evaluation.update({ where: { id: road }, data: { openErrors: 0, openWarnings: 0 } })
  expect(await listUnfinished(editor, department)).toEqual(new Set())
  await database().evaluation.update({ where: { id: road }, data: { carried: { goals: 2022 } } })
  expect(await listUnfinished(editor, department)).toEqual(new Set([road]))
})

test('who opens a project that was handed in has opened its department', async () => {
  const { approver, reviewer, street } = district
  await database().evaluation.updateMany({ where: { id: { in: [street, road] } }, data: { status: 'submitted', node: 'unit' } })
  const open = async (viewer: typeof approver) =>
    noteOpening(viewer, await evaluationOf(viewer, road), await actedAt(viewer, road), await findOpening(viewer, road))
  await open(reviewer)
  expect(await findOpening(approver, street)).toBeNull()
  await open(approver)
  expect(await findOpening(approver, street)).toMatchObject({ byName: approver.name })
})
