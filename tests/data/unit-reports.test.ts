import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { moveDepartment } from '@/lib/data/people/departments'
import { openRound } from '@/lib/data/rounds/rounds'
import { findUnitReports } from '@/lib/data/rounds/unit-reports'
import type { Viewer } from '@/lib/domain/people/permissions'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { unitAggregate } from '@/lib/domain/scoring/unit-reports'
import { sayUnitAggregate } from '@/lib/messages/unit-aggregates'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, aMember, aViewer, type District, evaluationOf, indicator, save, wan } from '@/tests/support/evaluations'
import { aDepartment, value } from '@/tests/support/people'

testDatabase()

let district: District
let whole: string
let editor: Viewer
const units: string[] = []
const below: Viewer[] = []

/** What the card of an indicator says for the viewer; null where it says nothing. */
async function said(viewer: Viewer, name: string): Promise<string | null> {
  const evaluation = await evaluationOf(viewer, whole)
  const reports = await findUnitReports(viewer, evaluation)
  const row = evaluation.indicators.find((one) => one.name === name)
  if (reports === null || reports === 'too-many' || row === undefined) return null
  const found = unitAggregate(row, reports, evaluation.year, rulesOf(evaluation.scheme))
  return found && sayUnitAggregate(found).sentence
}

beforeAll(async () => {
  district = await aDistrict()
  const { administrator, departments } = district
  const bureau = departments.bureau
  const ids = [departments.street.id, await aDepartment(administrator, bureau.id, '示例中心', '101002')]
  const { id: schemeVersionId } = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })
  const opening = {
    year: 2024,
    name: '汇总',
    schemeVersionId,
    departmentIds: [bureau.id, ...ids],
    consolidatedIds: [bureau.id],
    deadlines: {},
  }
  const roundId = value(await openRound(administrator, opening))
  const opened = await database().evaluation.findMany({ where: { roundId }, include: { department: true } })
  const idOf = (department: string) => opened.find(({ departmentId }) => departmentId === department)?.id ?? ''
  whole = idOf(bureau.id)
  editor = await aMember('汇总填报', 'editor', bureau, true)
  await row(editor, whole, '培训人次', '≥100人', '')
  await row(editor, whole, '合格率', '≥90%', '')
  await row(editor, whole, '只在汇总表', '≥1个', '')
  for (const [index, id] of ids.entries()) {
    const department = await database().department.findUniqueOrThrow({ where: { id } })
    const viewer = await aMember(`单位${index}`, 'editor', department)
    below.push(viewer)
    units.push(idOf(id))
    await save(viewer, idOf(id), { 'funds/total/adjustedBudget': wan(index === 0 ? '100' : '300') })
    await row(viewer, idOf(id), '培训人次', '≥40人', index === 0 ? '60人' : '50')
    await row(viewer, idOf(id), '合格率', '≥90%', index === 0 ? '90%' : '80%')
  }
})

async function row(viewer: Viewer, evaluation: string, name: string, target: string, actual: string): Promise<void> {
  const id = await add(viewer, evaluation, { list: 'indicators' })
  const cells = Object.entries(indicator(name, '10', target, actual)).map(([column, cell]) => [`indicators/${id}/${column}`, cell])
  await save(viewer, evaluation, Object.fromEntries(cells))
}

const handIn = (id: string | undefined) =>
  database().evaluation.update({ where: { id: id ?? '' }, data: { status: 'submitted', node: 'unit' } })

test('only what was handed in counts, and how many have', async () => {
  expect(await said(editor, '培训人次')).toBe('下属单位尚未报送此项（共 2 家）')
  await handIn(units[0])
  expect(await said(editor, '培训人次')).toBe('下属单位汇总值 60人（各单位相加，2 家中 1 家已报送此项）')
  await handIn(units[1])
})

test('counts add up in one unit, rates weigh by funds, and what no unit has says nothing', async () => {
  expect(await said(editor, '培训人次')).toBe('下属单位汇总值 110人（各单位相加，2 家中 2 家已报送此项）')
  expect(await said(editor, '合格率')).toBe('下属单位汇总值 82.5%（按资金额度加权，2 家中 2 家已报送此项）')
  expect(await said(editor, '只在汇总表')).toBeNull()
})

test('who may not see every unit is told no sum', async () => {
  const alone = aViewer('本级填报', 'editor', district.departments.bureau)
  expect(await findUnitReports(alone, await evaluationOf(alone, whole))).toBeNull()
  const some = { ...alone, memberships: [...alone.memberships, ...(below[0]?.memberships ?? [])] }
  expect(await findUnitReports(some, await evaluationOf(some, whole))).toBeNull()
})

test('an evaluation of the department alone has nothing to consolidate', async () => {
  const [unit] = units
  const [viewer] = below
  if (unit === undefined || viewer === undefined) throw new Error('no unit')
  expect(await findUnitReports(viewer, await evaluationOf(viewer, unit))).toBeNull()
})

test('a unit that was moved away since still counts where it stood when the year was opened', async () => {
  const { administrator, departments } = district
  const before = await said(aViewer('看全部', 'reviewer', departments.whole, true), '合格率')
  expect(before).toContain('2 家')
  value(await moveDepartment(administrator, departments.street.id, departments.whole.id))
  expect(await said(aViewer('看全部', 'reviewer', departments.whole, true), '合格率')).toBe(before)
})

test('beyond what a page can read while somebody waits nothing is read', async () => {
  const { administrator, departments } = district
  const { roundId, groupId, schemeVersionId } = await database().evaluation.findUniqueOrThrow({ where: { id: whole } })
  const bureau = departments.bureau
  for (let n = 0; n < 200; n++) {
    const id = `many${n}`
    await database().department.create({
      data: { id, parentId: bureau.id, kind: 'unit', name: id, code: id, path: `${bureau.path}${id}/` },
    })
    const subject = await database().subject.create({ data: { kind: 'department', departmentId: id } })
    const names = { departmentId: id, departmentName: id, departmentCode: id }
    await database().evaluation.create({ data: { ...names, subjectId: subject.id, roundId, groupId, schemeVersionId } })
  }
  expect(await findUnitReports(administrator, await evaluationOf(administrator, whole))).toBe('too-many')
})
