import { beforeAll, describe, expect, test } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { listEvaluations, listSubjectEvaluations } from '@/lib/data/evaluation/evaluations'
import { listTrialYears, startTrial } from '@/lib/data/jobs/scheme-trial'
import { nextToOpen } from '@/lib/data/rounds/round-opening'
import { addDepartmentsToRound, findRound, listRounds, setDeadlines } from '@/lib/data/rounds/rounds'
import { departmentSubjects } from '@/lib/data/rounds/subjects'
import { listVisible, toDos } from '@/lib/data/rounds/workbench'
import { years } from '@/lib/data/rounds/year-list'
import { tallyYear } from '@/lib/data/rounds/year-tally'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, aRound, type District, openedYear } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let scheme: string
beforeAll(async () => {
  district = await aDistrict()
  scheme = (await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })).id
})

const FIRST = { after: '', size: 100 }

const subjectOf = async (evaluationId: string): Promise<string> =>
  (await database().evaluation.findUniqueOrThrow({ where: { id: evaluationId } })).subjectId

/** An evaluation of another stage for the street, as no page opens one yet. */
async function staged(year: number, stage: 'targets' | 'monitoring', period: { fromMonth?: number; throughMonth?: number } = {}) {
  const { id: departmentId, name, code } = district.departments.street
  const round = await aRound(scheme, { year, name: `${year} ${stage} ${period.throughMonth ?? ''}`, stage, ...period })
  const subjectId = await subjectOf(district.street)
  const keys = { ...round, subjectId, departmentId, schemeVersionId: scheme }
  const { id } = await database().evaluation.create({ data: { ...keys, departmentName: name, departmentCode: code } })
  return { id, roundId: round.roundId }
}

describe('a subject', () => {
  test('is one over the years, and another for another department', async () => {
    const { administrator, departments, editor, street, town } = district
    const [next] = await openedYear(administrator, 2024, 'national-2020', [departments.street.id])
    const subject = await subjectOf(street)
    expect(await subjectOf(next?.id ?? '')).toBe(subject)
    expect(await subjectOf(town)).not.toBe(subject)
    expect((await listSubjectEvaluations(editor, subject)).map(({ year }) => year)).toEqual([2024, 2023])
    expect(await listSubjectEvaluations(district.townEditor, subject)).toEqual([])
  })

  test('is made once, whoever asks at the same time', async () => {
    const { bureau, town } = district.departments
    const ask = () => database().$transaction((tx) => departmentSubjects(tx, [bureau.id, town.id]))
    const [one, two] = await Promise.all([ask(), ask()])
    expect(one).toEqual(two)
    expect(one.get(town.id)).toBe(await subjectOf(district.town))
    expect(await database().subject.count({ where: { departmentId: bureau.id } })).toBe(1)
  })
})

describe('other stages of a year', () => {
  test('belong to the subject’s line, and no list of 自评 shows them', async () => {
    const { administrator, editor, street } = district
    const plan = await staged(2030, 'targets')
    const half = await staged(2030, 'monitoring', { fromMonth: 1, throughMonth: 7 })
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(await listSubjectEvaluations(editor, await subjectOf(street)))).toEqual(expect.arrayContaining([plan.id, half.id]))
    expect(await years(editor)).not.toContain(2030)
    expect((await tallyYear(editor, { year: 2030, selection: EVERYTHING, today: '2031-01-01' })).count).toBe(0)
    expect(ids((await listVisible(editor, FIRST)).rows)).not.toContain(plan.id)
    expect(ids(await listEvaluations(editor))).not.toContain(plan.id)
    expect((await toDos(editor, FIRST)).rows.map(({ evaluation }) => evaluation.stage)).toEqual(['selfEvaluation', 'selfEvaluation'])
    expect((await listRounds(administrator)).map(({ year }) => year)).not.toContain(2030)
    expect(await findRound(administrator, plan.roundId)).toBeNull()
    expect(refusal(await addDepartmentsToRound(administrator, plan.roundId, { departmentIds: [district.departments.town.id] }))).toBe(
      'round-not-found',
    )
    expect(refusal(await setDeadlines(administrator, plan.roundId, {}))).toBe('round-not-found')
    expect(await listTrialYears(administrator)).not.toContain(2030)
    expect(refusal(await startTrial(administrator, scheme, 2030))).toBe('year-without-evaluations')
  })

  test('monitoring has its months within the year, the other stages have none', async () => {
    const broken = 'rounds_monitoring_has_period'
    await expect(staged(2031, 'monitoring')).rejects.toThrow(broken)
    await expect(staged(2031, 'monitoring', { fromMonth: 8, throughMonth: 7 })).rejects.toThrow(broken)
    await expect(staged(2031, 'monitoring', { fromMonth: 1, throughMonth: 13 })).rejects.toThrow(broken)
    await expect(staged(2031, 'targets', { fromMonth: 1, throughMonth: 7 })).rejects.toThrow(broken)
    await staged(2031, 'monitoring', { fromMonth: 1, throughMonth: 7 })
  })
})

test('a round may follow several schemes, one for each group of departments', async () => {
  const { administrator } = district
  const other = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'hubei-20' } })
  const groups = {
    create: [
      { name: '镇街', schemeVersionId: scheme },
      { name: '部门', schemeVersionId: other.id },
    ],
  }
  const { id } = await database().round.create({ data: { year: 2032, name: '分组任务', groups } })
  const round = await findRound(administrator, id)
  expect(round?.groups.map(({ name, schemeId }) => [name, schemeId]).sort()).toEqual(
    [
      ['镇街', 'national-2020'],
      ['部门', 'hubei-20'],
    ].sort(),
  )
  const { street, town } = district.departments
  const added = async (departmentId: string, group?: string) =>
    addDepartmentsToRound(administrator, id, { departmentIds: [departmentId], ...(group === undefined ? {} : { group }) })
  expect(refusal(await added(street.id))).toBe('round-group-not-found')
  expect(await database().auditEntry.count({ where: { action: 'rounds.add-departments', subject: id } })).toBe(0)
  value(await added(street.id, '镇街'))
  value(await added(town.id, '部门'))
  const opened = await database().evaluation.findMany({ where: { roundId: id }, include: { group: true, schemeVersion: true } })
  expect(opened.map((one) => [one.departmentName, one.group.name, one.schemeVersion.schemeId]).sort()).toEqual(
    [
      [street.name, '镇街', 'national-2020'],
      [town.name, '部门', 'hubei-20'],
    ].sort(),
  )
  await expect(database().roundGroup.create({ data: { roundId: id, name: '镇街', schemeVersionId: scheme } })).rejects.toThrow()
})

test('a job opens each department by the scheme of its own group', async () => {
  const { administrator, departments } = district
  const other = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'hubei-20' } })
  const groups = {
    create: [
      { name: '镇街', schemeVersionId: scheme },
      { name: '部门', schemeVersionId: other.id },
    ],
  }
  const { id, groups: made } = await database().round.create({ data: { year: 2036, name: '分批', groups }, include: { groups: true } })
  const groupOf = (name: string) => made.find((group) => group.name === name)?.id ?? ''
  await database().pendingDepartment.createMany({
    data: [
      { roundId: id, departmentId: departments.street.id, scope: 'own', groupId: groupOf('镇街') },
      { roundId: id, departmentId: departments.town.id, scope: 'own', groupId: groupOf('部门') },
    ],
  })
  const input = { roundId: id, year: 2036, name: '分批' }
  const job = {
    id: 'job',
    kind: 'open-round',
    input,
    startedById: administrator.userId,
    done: 0,
    total: 2,
    checkpoint: null,
    attempt: 1,
  } as const
  const chunk = await nextToOpen(job)
  expect(await inTransaction((tx) => chunk(tx, administrator))).toMatchObject({ done: 2, finished: true })
  const opened = await database().evaluation.findMany({ where: { roundId: id }, include: { schemeVersion: true } })
  expect(opened.map((one) => [one.departmentId, one.groupId, one.schemeVersion.schemeId]).sort()).toEqual(
    [
      [departments.street.id, groupOf('镇街'), 'national-2020'],
      [departments.town.id, groupOf('部门'), 'hubei-20'],
    ].sort(),
  )
})

describe('the database refuses', () => {
  const run = (sql: string) => database().$executeRawUnsafe(sql)
  const project = (columns: string, values: string) =>
    run(`INSERT INTO subjects (id, kind, department_id ${columns}) VALUES ('p', 'project', '${district.departments.town.id}' ${values})`)

  test('a project without a name or first year, and years the wrong way round', async () => {
    await expect(project(', from_year', ', 2023')).rejects.toThrow('subjects_project_is_named')
    await expect(project(', name', `, '示例项目'`)).rejects.toThrow('subjects_project_is_named')
    await expect(project(', name, from_year, to_year', `, '示例项目', 2023, 2022`)).rejects.toThrow('subjects_years_in_order')
    await project(', name, code, from_year, to_year', `, '示例项目', 'X1', 2023, 2023`)
    await expect(
      run(`INSERT INTO subjects (id, kind, department_id, name, code, from_year)
      VALUES ('q', 'project', '${district.departments.town.id}', '另一项目', 'X1', 2023)`),
    ).rejects.toThrow('code')
  })

  test('a second subject for a department as a whole, and one of another kind than its evaluation', async () => {
    const department = district.departments.town.id
    await expect(run(`INSERT INTO subjects (id, kind, department_id) VALUES ('d', 'department', '${department}')`)).rejects.toThrow(
      'subjects_one_per_department',
    )
    await expect(run(`UPDATE evaluations SET subject_id = 'p' WHERE id = '${district.town}'`)).rejects.toThrow(
      'evaluations_subject_id_kind_fkey',
    )
  })

  test('a group of another round, and a target from a plan that nobody approved', async () => {
    const group = await database().roundGroup.findFirstOrThrow({ where: { round: { year: 2032 } } })
    await expect(run(`UPDATE evaluations SET group_id = '${group.id}' WHERE id = '${district.town}'`)).rejects.toThrow('group_id_round_id')
    await run(
      `INSERT INTO indicators (id, line_id, evaluation_id, position, target_reading, actual_reading) VALUES ('i', 'i', '${district.town}', 1, '{}', '{}')`,
    )
    await expect(run(`UPDATE indicators SET plan_indicator_id = 'i' WHERE id = 'i'`)).rejects.toThrow('indicators_plan_gives_target')
    await expect(
      run(`INSERT INTO indicators (id, line_id, evaluation_id, position, target_reading, actual_reading)
      VALUES ('j', 'i', '${district.town}', 2, '{}', '{}')`),
    ).rejects.toThrow('line_id')
  })
})
