import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { recompute } from '@/lib/data/jobs/recompute'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { matchedLines } from '@/lib/domain/evaluation/lines'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  aRound,
  type District,
  evaluationOf,
  indicator,
  line,
  openedYear,
  removeRow,
  save,
} from '@/tests/support/evaluations'
import { refusal } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const opened = async (year: number): Promise<Evaluation> => {
  const { administrator, departments, editor } = district
  const [evaluation] = await openedYear(administrator, year, 'national-2020', [departments.street.id])
  return evaluationOf(editor, evaluation?.id ?? '')
}
const typed = (id: string, name: string, maxScore = '10', target = '≥100') =>
  add(district.editor, id, { list: 'indicators', values: indicator(name, maxScore, target, '') })
const rowOf = async (id: string, name: string) => {
  const found = (await evaluationOf(district.editor, id)).indicators.find((row) => row.name === name)
  if (found === undefined) throw new Error(`no indicator ${name}`)
  return found
}

describe('an approved 目标申报', () => {
  /** The street's targets of a year with three indicators. */
  async function planned(year: number, status: 'draft' | 'approved', name = `${year} 目标`) {
    const { street } = district.departments
    const { schemeVersionId, subjectId } = await database().evaluation.findUniqueOrThrow({ where: { id: district.street } })
    const round = await aRound(schemeVersionId, { year, name, stage: 'targets' })
    const names = { departmentName: street.name, departmentCode: street.code }
    const { id } = await database().evaluation.create({ data: { ...round, ...names, subjectId, departmentId: street.id, schemeVersionId } })
    for (const row of ['培训人次', '合格率', '满意度']) await typed(id, row, '15', '≥90')
    if (status === 'approved') await database().evaluation.update({ where: { id }, data: { status, node: 'disclosure' } })
    return evaluationOf(district.editor, id)
  }

  test('gives the self-evaluation its targets, 分值 and lines, scored as stored', async () => {
    const plan = await planned(2025, 'approved')
    const evaluation = await opened(2025)
    const lines = (rows: Evaluation['indicators']) =>
      rows.map(({ lineId, name, target, maxScore }) => [lineId, name, target.text, maxScore])
    expect(lines(evaluation.indicators)).toEqual(lines(plan.indicators))
    expect(evaluation.indicators.map(({ planIndicatorId }) => planIndicatorId)).toEqual(plan.indicators.map(({ id }) => id))
    expect(new Set(evaluation.indicators.map(({ id }) => id)).size).toBe(3)
    const { openingEntry } = await database().evaluation.findUniqueOrThrow({ where: { id: evaluation.id } })
    expect(await database().auditEntry.findFirst({ where: { number: openingEntry ?? 0n } })).toMatchObject({
      payload: expect.stringContaining(`"plans":{"${evaluation.departmentId}":"${plan.id}"}`),
    })
    expect((await recompute({ write: false })).deviations).toEqual([])
    const [first] = evaluation.indicators
    expect(refusal(await removeRow(district.editor, evaluation.id, 'indicators', first?.id ?? '', {}))).toBe('approved-indicator')
    expect((await evaluationOf(district.editor, (await opened(2024)).id)).indicators).toEqual([])
  })

  test('keeps its lines under other names, in the year after as well', async () => {
    const { editor } = district
    await planned(2027, 'approved')
    const evaluation = await opened(2027)
    const row = await rowOf(evaluation.id, '合格率')
    await save(editor, evaluation.id, { [`indicators/${row.id}/name`]: line('验收合格率') })
    const renamed = await rowOf(evaluation.id, '验收合格率')
    expect(renamed).toMatchObject({ lineId: row.lineId, planIndicatorId: row.planIndicatorId })
    const next = await opened(2028)
    await typed(next.id, '验收合格率')
    expect((await rowOf(next.id, '验收合格率')).lineId).toBe(row.lineId)
  })

  test('counts only once it is approved, and the last one approved', async () => {
    await planned(2029, 'draft')
    expect((await opened(2029)).indicators).toEqual([])
    await planned(2030, 'approved')
    const adjusted = await planned(2030, 'approved', '2030 目标调整')
    expect((await opened(2030)).indicators.map(({ planIndicatorId }) => planIndicatorId)).toEqual(adjusted.indicators.map(({ id }) => id))
  })
})

describe('an indicator typed anew', () => {
  test('joins the line of the year before by its name, and stays on it when it is renamed', async () => {
    const { editor } = district
    const [before, now] = [await opened(2033), await opened(2034)]
    for (const name of ['甲', '乙', '丙']) await typed(before.id, name)
    const ids = [await typed(now.id, '乙'), await typed(now.id, '甲'), await typed(now.id, '丁')]
    const matches = async () => {
      const [earlier, later] = await Promise.all([evaluationOf(editor, before.id), evaluationOf(editor, now.id)])
      return matchedLines(later.indicators, earlier.indicators).map((match) => [
        match.kind,
        'before' in match ? match.before.name : null,
        'now' in match ? match.now.name : null,
      ])
    }
    expect(await matches()).toEqual([
      ['same', '乙', '乙'],
      ['same', '甲', '甲'],
      ['added', null, '丁'],
      ['dropped', '丙', null],
    ])
    await save(editor, now.id, { [`indicators/${ids[0]}/name`]: line('乙改') }, 1)
    await save(editor, now.id, { [`indicators/${ids[2]}/name`]: line('丙') }, 1)
    expect(await matches()).toEqual([
      ['renamed', '乙', '乙改'],
      ['same', '甲', '甲'],
      ['same', '丙', '丙'],
    ])
  })

  test('names that two indicators swap are two renamings', async () => {
    const { editor } = district
    const now = await opened(2035)
    const ids = [await typed(now.id, '乙改'), await typed(now.id, '甲')]
    const linesBefore = [(await rowOf(now.id, '乙改')).lineId, (await rowOf(now.id, '甲')).lineId]
    await save(editor, now.id, { [`indicators/${ids[0]}/name`]: line('甲'), [`indicators/${ids[1]}/name`]: line('乙改') }, 1)
    expect([(await rowOf(now.id, '甲')).lineId, (await rowOf(now.id, '乙改')).lineId]).toEqual(linesBefore)
  })
})
