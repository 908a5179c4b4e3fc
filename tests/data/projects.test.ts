import { beforeAll, describe, expect, test } from 'vitest'
import { askForChecks } from '@/lib/data/change/checking'
import { addProject, findProjects, listEarlierProjects, removeProject } from '@/lib/data/change/projects'
import { addRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findEvaluation, isChecked, listEvaluations } from '@/lib/data/evaluation/evaluations'
import { listChanges } from '@/lib/data/evaluation/history'
import { recompute } from '@/lib/data/jobs/recompute'
import { approve, forward, returnForRevision, submit } from '@/lib/data/review/review'
import { takeOut } from '@/lib/data/rounds/round-removal'
import { listVisible } from '@/lib/data/rounds/workbench'
import { findYears } from '@/lib/data/rounds/years'
import type { FigureName } from '@/lib/domain/cells/funds'
import type { Viewer } from '@/lib/domain/people/permissions'
import { quantity } from '@/lib/domain/quantities'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  type District,
  evaluationOf,
  fillIn,
  fillInProject,
  line,
  openedYear,
  revisionOf,
  wan,
} from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const seen = (id: string) => evaluationOf(district.editor, id)

/** Saves one figure in 万元; nobody has written it before. */
const save = (viewer: Viewer, id: string, name: FigureName, amount: string) =>
  saveCells(viewer, id, [{ address: `funds/${name}`, seen: 0, value: wan(amount) }])

describe('a project under a department', () => {
  let road: string

  test('is added by who fills the department in, and by nobody else', async () => {
    const { street, editor, approver, reviewer, townEditor } = district
    for (const other of [approver, reviewer, townEditor])
      expect(refusal(await addProject(other, street, { name: '示例道路维修', code: 'P-1' }))).toBe('not-permitted')
    road = value(await addProject(editor, street, { name: '示例道路维修', code: 'P-1' }))
    const project = await seen(road)
    expect(project).toMatchObject({ kind: 'project', parentId: street, projectName: '示例道路维修', status: 'draft', year: 2023 })
    expect(project.scheme.required).toContain('goals')
    expect((await seen(street)).projects).toMatchObject([{ id: road, code: 'P-1', name: '示例道路维修', adjustedBudget: null }])
    expect(await findEvaluation(townEditor, road)).toBeNull()
    expect(await findProjects(townEditor, await seen(street))).toEqual([])
    expect(refusal(await addProject(editor, road, { name: '下级', code: null }))).toBe('not-permitted')
  })

  test('has its own name and code', async () => {
    const { street, editor } = district
    expect(refusal(await addProject(editor, street, { name: '示例道路维修', code: 'P-2' }))).toBe('project-name-taken')
    expect(refusal(await addProject(editor, street, { name: '示例绿化', code: 'P-1' }))).toBe('project-code-taken')
  })

  test('counts in the department at once, whose paper changes with it', async () => {
    const { street, editor, colleague } = district
    value(await save(editor, street, 'project/adjustedBudget', '100'))
    const before = await revisionOf(street)
    value(await save(colleague, road, 'total/adjustedBudget', '120'))
    expect(await revisionOf(street)).toBe(before + 1)
    const { findings } = await findAssessment(editor, await seen(street))
    expect(findings.map(({ code }) => code)).toContain('F40')
    const { deviations } = await recompute({ write: false })
    expect(deviations).toEqual([])
  })

  test('stands in no list of departments', async () => {
    const ids = (await listVisible(district.editor, { after: '', size: 100 })).rows.map(({ id }) => id)
    expect(ids).toContain(district.street)
    expect(ids).not.toContain(road)
    expect((await listEvaluations(district.editor, { parentId: district.street })).map(({ id }) => id)).toEqual([road])
  })

  test('two save at once: one in the department, others in its projects', async () => {
    const { street, editor, colleague } = district
    const all = await Promise.all([
      save(editor, street, 'project/initialBudget', '90'),
      save(colleague, road, 'total/initialBudget', '90'),
      save(editor, street, 'project/actualExpenditure', '80'),
      save(colleague, road, 'total/actualExpenditure', '80'),
    ])
    for (const one of all) expect(one.ok).toBe(true)
    expect((await recompute({ write: false })).deviations).toEqual([])
  })

  test('is continued in another year, where it may be chosen', async () => {
    const { administrator, departments, editor } = district
    const [next] = await openedYear(administrator, 2024, 'national-2020', [departments.street.id])
    const id = next?.id ?? ''
    const [offered] = await listEarlierProjects(editor, await seen(id))
    expect(offered).toMatchObject({ name: '示例道路维修', code: 'P-1', year: 2023 })
    const again = value(await addProject(editor, id, { subjectId: offered?.subjectId ?? '' }))
    const subjectId = (await seen(road)).subjectId
    expect((await seen(again)).subjectId).toBe(subjectId)
    expect(await listEarlierProjects(editor, await seen(id))).toEqual([])
    expect((await listEvaluations(editor, { subjectId })).map(({ year }) => year)).toEqual([2024, 2023])
    const side = await findYears(editor, await seen(again))
    expect(side.map(({ year, figures }) => [year, figures['total/adjustedBudget'] !== undefined])).toEqual([
      [2024, false],
      [2023, true],
    ])
    expect(await findYears(district.townEditor, await seen(again))).toEqual([])
    expect(await listEarlierProjects(district.townEditor, await seen(id))).toEqual([])
    // Another department cannot take it
    expect(refusal(await addProject(district.townEditor, district.town, { subjectId }))).toBe('not-permitted')
  })

  test('is removed with what stood in it, which the log keeps', async () => {
    const { street, editor, approver } = district
    const green = value(await addProject(editor, street, { name: '示例绿化', code: null }))
    value(await save(editor, green, 'total/adjustedBudget', '7'))
    value(await addRow(editor, green, { list: 'indicators' }))
    expect(refusal(await removeProject(approver, street, green))).toBe('not-permitted')
    expect(refusal(await removeProject(editor, district.town, green))).toBe('not-permitted')
    value(await removeProject(editor, street, green))
    expect(await findEvaluation(editor, green)).toBeNull()
    expect((await seen(street)).projects.map(({ name }) => name)).toEqual(['示例道路维修'])
    expect(await database().subject.count({ where: { name: '示例绿化' } })).toBe(0)
    const [entry] = (await listChanges(editor, street)).lines
    expect(entry).toMatchObject({
      action: 'projects.remove',
      subject: green,
      payload: { name: '示例绿化', cells: expect.arrayContaining([{ address: 'funds/total/adjustedBudget', before: '7' }]) },
    })
    expect(refusal(await removeProject(editor, street, green))).toBe('not-permitted')
  })

  test('is asked for with its department, and holds it back while something is wrong', async () => {
    const { street, editor } = district
    expect(await isChecked(editor, road)).toBe(false)
    value(await askForChecks(editor, street))
    expect(await isChecked(editor, road)).toBe(true)
    const revision = await revisionOf(road)
    for (const step of [submit(editor, road, revision), forward(district.approver, road, revision)])
      expect(refusal(await step)).toBe('not-permitted')
  })
})

describe('a step of the department', () => {
  test('waits for its projects, and takes them along', async () => {
    const { town, townEditor, townApprover, reviewer } = district
    await fillIn(townEditor, town)
    const school = value(await addProject(townEditor, town, { name: '示例校舍改造', code: null }))
    const refused = await submit(townEditor, town, await revisionOf(town))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'projects-unfinished', facts: { names: '“示例校舍改造”', count: '1' } } })

    await fillInProject(townEditor, school)
    const [listed] = await listEvaluations(townEditor, { parentId: town })
    expect(listed).toMatchObject({ openErrors: 0, openWarnings: 0, total: quantity('96') })

    const standing = () => standingOf(school)
    value(await submit(townEditor, town, await revisionOf(town)))
    expect(await standing()).toBe(await standingOf(town))
    expect(refusal(await addProject(townEditor, town, { name: '示例食堂', code: null }))).toBe('locked')
    expect(refusal(await removeProject(townEditor, town, school))).toBe('locked')
    const locked = await saveCells(townEditor, school, [{ address: 'cover/preparer', seen: 0, value: line('示例') }])
    expect(refusal(locked)).toBe('locked')

    value(await forward(townApprover, town, await revisionOf(town)))
    value(await returnForRevision(reviewer, town, await revisionOf(town), { reason: '请核对项目。', notes: [] }))
    expect(await standing()).toBe('returned entry')
    value(await submit(townEditor, town, await revisionOf(town)))
    value(await forward(townApprover, town, await revisionOf(town)))
    const revision = await revisionOf(town)
    value(await approve(reviewer, town, { revision, document: { title: '' }, pdf: new TextEncoder().encode('%PDF-1.7') }))
    expect(await standing()).toBe(await standingOf(town))
    expect(await database().approvedAssessment.count({ where: { evaluationId: school } })).toBe(1)
    expect((await recompute({ write: false })).deviations).toEqual([])
  })

  test('takes out a department with its projects', async () => {
    const { administrator, street } = district
    value(await takeOut(administrator, street))
    expect(await database().evaluation.count({ where: { OR: [{ id: street }, { parentId: street }] } })).toBe(0)
  })
})

const standingOf = async (id: string): Promise<string> => {
  const { status, node } = await database().evaluation.findUniqueOrThrow({ where: { id }, select: { status: true, node: true } })
  return `${status} ${node}`
}
