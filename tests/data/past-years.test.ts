import { beforeAll, expect, test } from 'vitest'
import { findYearBefore } from '@/lib/data/change/carrying'
import { keepPastYears, previewPastYears } from '@/lib/data/change/past-years'
import { database } from '@/lib/data/database/database'
import { recompute } from '@/lib/data/jobs/recompute'
import { submit } from '@/lib/data/review/review'
import { figure } from '@/lib/domain/cells/funds'
import { isWrong } from '@/lib/domain/evaluation/past-years'
import { plain, wanFromYuan } from '@/lib/domain/quantities'
import { pastYearRows, readPastYears } from '@/lib/forms/administration/past-years'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, openedYear, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  const { administrator, departments } = district
  for (const year of [2021, 2022]) await openedYear(administrator, year, 'national-2020', [departments.street.id, departments.town.id])
})

const HEAD = '单位代码\t年度\t年初预算数\t全年预算数\t全年执行数\t项目支出全年执行数'
const read = (...rows: string[]) => value(readPastYears([HEAD, ...rows].join('\n')))
const lines = (...rows: string[]) => read(...rows).lines
const GOOD = ['101001\t2021\t900\t1000\t950\t300', '101001\t2022\t950\t1100\t1080\t320', '102\t2022\t500\t520\t510\t'] as const

/** The sentences of the lines that are wrong, by their places. */
async function wrongOf(...rows: string[]) {
  const list = read(...rows)
  const plan = (await previewPastYears(district.administrator, list.lines)) ?? []
  return pastYearRows(list, plan).flatMap(({ line, sentences }) => (sentences.length === 0 ? [] : [[line, sentences.join()] as const]))
}

test('each line that is wrong says why, and then nothing is taken in', async () => {
  const { administrator } = district
  const rows = ['999\t2022\t1', '101001\t2023\t1', '101001\t2019\t1', '102\t2022\t1', '102\t2022\t1', '102\t2021\t一百多']
  const wrong = await wrongOf(...rows)
  expect(wrong.map(([line]) => line)).toEqual([2, 3, 4, 6, 7])
  const said = wrong.map(([, sentence]) => sentence)
  for (const [place, words] of ['“999”不存在', '2023 年度不早于', '没有 2019 年度', '与第 5 行', '一百多'].entries())
    expect(said[place]).toContain(words)
  const before = await database().amount.count()
  expect(refusal(await keepPastYears(administrator, lines(...rows)))).toBe('past-years-faulty')
  expect(await database().amount.count()).toBe(before)
})

test('only who administers a department takes its figures in', async () => {
  const { editor, reviewer } = district
  for (const other of [editor, reviewer]) {
    expect(await previewPastYears(other, lines(...GOOD))).toBeNull()
    expect(refusal(await keepPastYears(other, lines(...GOOD)))).toBe('not-permitted')
  }
})

test('past years of several departments are filled at once, and the year after finds them', async () => {
  const { administrator, editor, street } = district
  expect(value(await keepPastYears(administrator, lines(...GOOD)))).toEqual({ years: 3, cells: 11 })
  const before = await findYearBefore(editor, await evaluationOf(editor, street))
  const said = before && figure(before.figures, 'total/actualExpenditure')
  expect([before?.year, said && plain(wanFromYuan(said))]).toEqual([2022, '1080'])
  expect((await recompute({ write: false })).deviations).toEqual([])
  const entries = await database().auditEntry.count({ where: { action: 'cells.save', actorId: administrator.userId } })
  expect(entries).toBe(3)
  expect(await database().participant.count({ where: { userId: administrator.userId } })).toBe(0)
})

test('taken in again it changes nothing; what says otherwise is told and not overwritten', async () => {
  const { administrator } = district
  expect(value(await keepPastYears(administrator, lines(...GOOD)))).toEqual({ years: 0, cells: 0 })
  const [outcome] = (await previewPastYears(administrator, lines('102\t2022\t500\t530'))) ?? []
  expect(outcome && [isWrong(outcome), outcome.same, outcome.differing]).toMatchObject([true, 1, [{ now: '520', typed: '530' }]])
  expect(refusal(await keepPastYears(administrator, lines('102\t2022\t500\t530')))).toBe('past-years-faulty')
})

test('what was handed in stays as it is', async () => {
  const { townEditor, departments } = district
  const [{ id = '' } = {}] = await database().evaluation.findMany({
    where: { departmentId: departments.town.id, round: { year: 2021 } },
    select: { id: true },
  })
  await fillIn(townEditor, id)
  value(await submit(townEditor, id, await revisionOf(id)))
  expect((await wrongOf('102\t2021\t1'))[0]?.[1]).toContain('已送审')
})
