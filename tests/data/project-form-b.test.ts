import { beforeAll, expect, test } from 'vitest'
import { addProject } from '@/lib/data/change/projects'
import { saveCells } from '@/lib/data/change/save-cells'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { recompute } from '@/lib/data/jobs/recompute'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, fillInProject, line, save, text, wan } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
let ditch: string
beforeAll(async () => {
  district = await aDistrict('sichuan')
  await fillIn(district.editor, district.street)
  ditch = value(await addProject(district.editor, district.street, { name: '示例沟渠整治', code: null }))
  await fillInProject(district.editor, ditch)
})

test('what only form B asks for is kept, each in its own place', async () => {
  const { editor } = district
  await save(editor, ditch, { 'funds/fiscalFunds/adjustedBudget': wan('50'), 'cover/financePrincipal': line('示例丙') })
  const rows = [{ list: 'narrative', section: 'implementation', id: 'done' } as const]
  value(await saveCells(editor, ditch, [{ address: 'narrative/done/text', seen: 0, value: text('分两期实施。') }], { rows }))
  const project = await evaluationOf(editor, ditch)
  expect(project.cover.financePrincipal).toBe('示例丙')
  expect(project.narrative.implementation).toMatchObject([{ id: 'done', runs: [{ text: '分两期实施。' }] }])
  expect(project.figures).toHaveProperty('fiscalFunds/adjustedBudget')
})

test('评价结论 is asked for until it is said, and what is stored is what the rules give', async () => {
  const { editor } = district
  const isAsked = async () => {
    const { findings } = await findAssessment(editor, await evaluationOf(editor, ditch))
    return findings.some(({ at, unfilled, severity }) => at === 'analysis' && unfilled && severity === 'error')
  }
  expect(await isAsked()).toBe(true)
  const rows = [{ list: 'narrative', section: 'conclusion', id: 'said' }] as const
  value(await saveCells(editor, ditch, [{ address: 'narrative/said/text', seen: 0, value: text('完成改造。') }], { rows }))
  expect(await isAsked()).toBe(false)
  expect((await recompute({ write: false })).deviations).toEqual([])
})
