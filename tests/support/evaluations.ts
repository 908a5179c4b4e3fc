import { type RowAt, removeRows } from '@/lib/data/change/removed-rows'
import { addRow, type NewRow } from '@/lib/data/change/rows'
import { type CellChange, type Saved, saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { AddressText, ByAddress } from '@/lib/domain/cells/addresses'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { DepartmentKind } from '@/lib/domain/people/department'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { type Quantity, quantity, yuanFromWan } from '@/lib/domain/quantities'
import type { Prisma } from '@/lib/generated/prisma/client'
import { aDepartment, aTree, value } from './people'

/** A small district: one street office below a bureau, another beside it, a year opened for both, and somebody for every role. */

/** Somebody with one role, who may only look: without an account nothing is written. */
export const aViewer = (
  name: string,
  role: Role,
  department: { id: string; path: string; kind: DepartmentKind },
  withSubtree = false,
): Viewer => ({
  userId: name,
  name: `示例${name}`,
  memberships: [{ departmentId: department.id, departmentPath: department.path, departmentKind: department.kind, role, withSubtree }],
})

/** The same with an account of theirs, so that they may write as well. */
export async function anAccountOf(viewer: Viewer): Promise<Viewer> {
  const { userId: id, name, memberships } = viewer
  const roles = memberships.map(({ departmentId, role, withSubtree }) => ({ departmentId, role, withSubtree }))
  const account = { id, name, loginName: id, passwordHash: '', memberships: { create: roles } }
  await database().user.upsert({ where: { id }, create: account, update: {} })
  return viewer
}

/** Somebody with one role and an account. */
export const aMember = (...who: Parameters<typeof aViewer>): Promise<Viewer> => anAccountOf(aViewer(...who))

export type District = Awaited<ReturnType<typeof aDistrict>>

export async function aDistrict(schemeId = 'national-2020') {
  await storeBundledSchemes()
  const { root, administrator } = await aTree()
  const bureauId = await aDepartment(administrator, root, '示例主管局', '101', 'authority')
  const streetId = await aDepartment(administrator, bureauId, '示例街道办事处', '101001')
  const townId = await aDepartment(administrator, root, '示例镇', '102')
  const [whole, bureau, street, town] = await Promise.all([root, bureauId, streetId, townId].map(departmentAt))
  if (!whole || !bureau || !street || !town) throw new Error('no departments')
  const evaluations = await openedYear(administrator, 2023, schemeId, [streetId, townId])
  return {
    administrator,
    departments: { whole, bureau, street, town },
    /** Ids of the two evaluations of 2023. */
    street: idOf(evaluations, streetId),
    town: idOf(evaluations, townId),
    editor: await aMember('填报甲', 'editor', street),
    colleague: await aMember('填报乙', 'editor', street),
    approver: await aMember('审核', 'approver', street),
    reviewer: await aMember('复核', 'reviewer', whole, true),
    secondReviewer: await aMember('复核乙', 'reviewer', whole, true),
    townEditor: await aMember('镇填报', 'editor', town),
    townApprover: await aMember('镇审核', 'approver', town),
  }
}

/** Removes one row, and gives the evaluation's revision without it; refused where it stays. */
export async function removeRow(
  viewer: Viewer,
  id: string,
  list: RowAt['list'],
  row: string,
  seen: ByAddress<number>,
): Promise<Decision<number>> {
  const removed = await removeRows(viewer, id, [{ list, row }], seen)
  if (!removed.ok) return removed
  const [stays] = removed.value.kept
  return stays === undefined ? accepted(removed.value.revision) : { ok: false, refusal: stays.refusal }
}

/** The revision that somebody who looks at the evaluation now has before them. */
export const revisionOf = async (id: string): Promise<number> =>
  (await database().evaluation.findUniqueOrThrow({ where: { id }, select: { revision: true } })).revision

const departmentAt = (id: string) => database().department.findUniqueOrThrow({ where: { id } })

const idOf = (evaluations: readonly { id: string; departmentId: string }[], departmentId: string): string => {
  const found = evaluations.find((evaluation) => evaluation.departmentId === departmentId)
  if (!found) throw new Error(`not opened for ${departmentId}`)
  return found.id
}

/** Opens a year for the departments by the first version of a bundled scheme. */
export async function openedYear(administrator: Viewer, year: number, schemeId: string, departmentIds: string[]) {
  const { id: schemeVersionId } = await database().schemeVersion.findFirstOrThrow({ where: { schemeId } })
  const roundId = value(await openRound(administrator, { year, name: `${year} 年度`, schemeVersionId, departmentIds, deadlines: {} }))
  return database().evaluation.findMany({ where: { roundId }, select: { id: true, departmentId: true } })
}

/** A round of one group, without any department, as no page opens it. */
export async function aRound(schemeVersionId: string, round: Omit<Prisma.RoundCreateInput, 'groups'>) {
  const data = { ...round, groups: { create: { schemeVersionId } } }
  const { id: roundId, groups } = await database().round.create({ data, select: { id: true, groups: true } })
  return { roundId, groupId: groups[0]?.id ?? '' }
}

/** The evaluation, which must be visible. */
export async function evaluationOf(viewer: Viewer, id: string): Promise<Evaluation> {
  const evaluation = await findEvaluation(viewer, id)
  if (evaluation === null) throw new Error(`no evaluation ${id}`)
  return evaluation
}

const filled = (number: Quantity): CellValue => ({ kind: 'figure', measure: 'money', figure: { state: 'filled', value: number } })
/** A money cell from 万元, or from 元. */
export const wan = (digits: string): CellValue => filled(yuanFromWan(quantity(digits)))
export const yuan = (digits: string): CellValue => filled(quantity(digits))
export const unfilled: CellValue = { kind: 'figure', measure: 'money', figure: null }
export const notApplicable = (reason: string): CellValue => ({
  kind: 'figure',
  measure: 'money',
  figure: { state: 'notApplicable', reason },
})
export const text = (words: string): CellValue => ({ kind: 'text', runs: words === '' ? [] : [{ text: words }] })
export const line = (words: string): CellValue => ({ kind: 'line', text: words })
/** A target or actual cell; how it is read is decided when it is saved. */
export const typed = (words: string): CellValue => ({ kind: 'reading', cell: { text: words, reading: { kind: 'blank' } } })
export const points = (digits: string): CellValue => ({ kind: 'points', value: quantity(digits) })

/** Changes of cells that somebody saw at that revision. */
export const changesOf = (cells: ByAddress<CellValue>, seen = 0): CellChange[] =>
  (Object.entries(cells) as [AddressText, CellValue][]).map(([address, cell]) => ({ address, seen, value: cell }))

/** Saves cells that must all be taken. `seen` is 0 unless given. */
export async function save(viewer: Viewer, id: string, cells: ByAddress<CellValue>, seen = 0): Promise<Saved> {
  const changes: CellChange[] = changesOf(cells, seen)
  const saved = value(await saveCells(viewer, id, changes))
  if (saved.conflicts.length + saved.refusals.length > 0) throw new Error(JSON.stringify(saved))
  return saved
}

export const add = async (viewer: Viewer, id: string, row: NewRow): Promise<string> => value(await addRow(viewer, id, row)).id

/** The columns of a complete indicator. */
export const indicator = (name: string, maxScore: string, target = '≥100', actual = '100', dimension = '产出指标', group = '数量指标') => ({
  dimension: line(dimension),
  group: line(group),
  name: line(name),
  target: typed(target),
  actual: typed(actual),
  maxScore: points(maxScore),
})

/** Fills an empty evaluation so that it may be handed in: 100 % executed, 99.74 points (25 × 94 ÷ 95 = 24.74 of the missed row). Gives the ids of its indicators. */
export async function fillIn(viewer: Viewer, id: string): Promise<string[]> {
  await save(viewer, id, {
    'funds/total/adjustedBudget': wan('1000'),
    'funds/total/actualExpenditure': wan('1000'),
    'funds/general/actualExpenditure': wan('1000'),
    'funds/governmentFund/actualExpenditure': wan('0'),
    'funds/stateCapital/actualExpenditure': wan('0'),
    'funds/otherSource/actualExpenditure': wan('0'),
    'funds/basic/actualExpenditure': wan('400'),
    'funds/project/actualExpenditure': wan('600'),
    'cover/date': { kind: 'date', iso: '2024-05-29' },
    'cover/preparer': line('示例填报人'),
    'cover/principal': line('示例负责人'),
  })
  for (const section of ['duties', 'conclusion', 'taskOverview', 'achievements'] as const)
    await add(viewer, id, { list: 'narrative', section, values: { text: text('落实各项工作，按计划完成。') } })
  await add(viewer, id, { list: 'goals', values: { text: text('保障民生服务。'), completion: text('民生服务得到保障。') } })
  const taskId = await add(viewer, id, { list: 'tasks', values: { name: line('基层治理') } })
  for (const section of ['subItems', 'completion'] as const)
    await add(viewer, id, { list: 'narrative', section, taskId, values: { text: text('巡查整治到位。') } })
  const measure = await add(viewer, id, { list: 'measures', values: { text: text('完善台账管理。') } })
  await add(viewer, id, { list: 'problems', values: { text: text('台账不够完整。'), measures: { kind: 'rowIds', ids: [measure] } } })
  return [
    await add(viewer, id, { list: 'indicators', values: indicator('巡查次数', '25') }),
    await add(viewer, id, {
      list: 'indicators',
      values: { ...indicator('整改率', '25', '≥95%', '94%', '产出指标', '质量指标'), deviationReason: text('个别隐患整改周期较长') },
    }),
    await add(viewer, id, { list: 'indicators', values: indicator('事件办结率', '30', '≥90%', '92%', '效益指标', '社会效益指标') }),
    await add(viewer, id, { list: 'indicators', values: indicator('居民满意度', '10', '≥90%', '91%', '满意度指标', '服务对象满意度指标') }),
  ]
}

/** Fills a project so that its department may be handed in with it: 96 points, of 50 万元 30 spent. Gives the ids of its indicators. */
export async function fillInProject(viewer: Viewer, id: string): Promise<string[]> {
  await save(viewer, id, {
    'funds/total/initialBudget': wan('50'),
    'funds/total/adjustedBudget': wan('50'),
    'funds/total/actualExpenditure': wan('30'),
  })
  await add(viewer, id, { list: 'goals', values: { text: text('改造校舍。'), completion: text('已改造。') } })
  const rows = [
    indicator('改造面积', '25'),
    indicator('验收合格率', '25', '≥95%', '96%', '产出指标', '质量指标'),
    indicator('受益学生数', '30', '≥100人', '110人', '效益指标', '社会效益指标'),
    indicator('师生满意度', '10', '≥90%', '91%', '满意度指标', '服务对象满意度指标'),
  ]
  const ids: string[] = []
  for (const values of rows) ids.push(await add(viewer, id, { list: 'indicators', values }))
  return ids
}
