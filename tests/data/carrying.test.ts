import { beforeAll, describe, expect, test } from 'vitest'
import { carrySection, confirmAllCarried, confirmCarried, findYearBefore, previewCarry } from '@/lib/data/change/carrying'
import { addRow } from '@/lib/data/change/rows'
import { database } from '@/lib/data/database/database'
import { actedAt, findCarried } from '@/lib/data/evaluation/evaluations'
import { listChanges } from '@/lib/data/evaluation/history'
import { recompute } from '@/lib/data/jobs/recompute'
import { submit } from '@/lib/data/review/review'
import { openRound } from '@/lib/data/rounds/rounds'
import { textOf } from '@/lib/domain/cells/narrative'
import { CARRIED_SECTIONS } from '@/lib/domain/evaluation/carrying'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, line, revisionOf, save, text } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let scheme: string

beforeAll(async () => {
  district = await aDistrict()
  const { editor, street } = district
  await fillIn(editor, street)
  const { id: problem } = value(await addRow(editor, street, { list: 'problems' }))
  await save(editor, street, { [`problems/${problem}/text`]: text('上年目标偏低'), 'cover/phone': line('010-1') })
  scheme = (await database().evaluation.findUniqueOrThrow({ where: { id: street } })).schemeVersionId
})

const nextYear = async (year: number, carry: boolean): Promise<string> => {
  const { street } = district.departments
  const round = value(
    await openRound(district.administrator, {
      year,
      name: `${year} 自评`,
      schemeVersionId: scheme,
      departmentIds: [street.id],
      deadlines: {},
      carry,
    }),
  )
  return (await database().evaluation.findFirstOrThrow({ where: { roundId: round } })).id
}

describe('by a button of each form', () => {
  let id: string
  beforeAll(async () => {
    id = await nextYear(2024, false)
  })

  test('is looked at first, then taken over in one change, marked until it is confirmed', async () => {
    const { editor } = district
    expect(await findCarried(editor, id)).toEqual({})
    const preview = await previewCarry(editor, id, 'duties')
    expect(preview?.before.year).toBe(2023)
    const said = (await evaluationOf(editor, district.street)).narrative.duties.map(({ runs }) => textOf(runs))
    expect(preview?.carried.after.narrative.duties.map(({ runs }) => textOf(runs))).toEqual(said)
    expect((await evaluationOf(editor, id)).narrative.duties).toEqual([])
    value(await carrySection(editor, id, 'duties'))
    expect((await evaluationOf(editor, id)).narrative.duties.map(({ runs }) => textOf(runs))).toEqual(said)
    expect(await findCarried(editor, id)).toEqual({ duties: 2023 })
    expect(refusal(await carrySection(editor, id, 'duties'))).toBe('nothing-to-carry')
    expect(await revisionOf(id)).toBe(1)
    const [entry] = (await listChanges(editor, id)).lines
    expect(entry).toMatchObject({ action: 'rows.carry', payload: { section: 'duties', year: 2023 } })
  })

  test('is the editors’ to do and to confirm; nothing is handed in before', async () => {
    const { editor, approver, townEditor } = district
    for (const other of [approver, townEditor]) {
      expect(refusal(await carrySection(other, id, 'cover'))).toBe('not-permitted')
      expect(refusal(await confirmCarried(other, id, 'duties'))).toBe('not-permitted')
    }
    expect(await previewCarry(townEditor, id, 'duties')).toBeNull()
    expect(await findCarried(townEditor, id)).toEqual({})
    await fillIn(editor, id)
    expect(refusal(await submit(editor, id, await revisionOf(id)))).toBe('carried-unconfirmed')
    value(await confirmCarried(editor, id, 'duties'))
    value(await confirmCarried(editor, id, 'duties'))
    expect(await findCarried(editor, id)).toEqual({})
    value(await submit(editor, id, await revisionOf(id)))
    expect((await listChanges(editor, id)).lines.filter(({ action }) => action === 'rows.confirm')).toHaveLength(1)
  })

  test('all forms are confirmed at once, each with its entry; who may not fill in confirms none', async () => {
    const { editor, approver, townEditor } = district
    await database().evaluation.update({ where: { id }, data: { status: 'draft', node: 'entry', carried: { goals: 2023, tasks: 2023 } } })
    for (const other of [approver, townEditor]) expect(refusal(await confirmAllCarried(other, id))).toBe('not-permitted')
    expect(await findCarried(editor, id)).toEqual({ goals: 2023, tasks: 2023 })
    const before = await revisionOf(id)
    value(await confirmAllCarried(editor, id))
    value(await confirmAllCarried(editor, id))
    expect(await findCarried(editor, id)).toEqual({})
    expect(await revisionOf(id)).toBe(before + 1)
    const confirmed = (await listChanges(editor, id)).lines.filter(({ action }) => action === 'rows.confirm')
    const entry = (section: string) => expect.objectContaining({ payload: expect.objectContaining({ section, year: 2023 }) })
    expect(confirmed.slice(0, 2)).toEqual(expect.arrayContaining([entry('goals'), entry('tasks')]))
  })

  test('shows last year’s problems as what to check', async () => {
    const evaluation = await evaluationOf(district.editor, id)
    const before = await findYearBefore(district.editor, evaluation)
    expect([before?.year, before?.problems.map(({ text }) => textOf(text))]).toEqual([2023, expect.arrayContaining(['上年目标偏低'])])
    expect(await findYearBefore(district.townEditor, evaluation)).toBeNull()
  })
})

describe('at the opening of a round', () => {
  test('comes whole, scored as stored, on its lines, without anybody having acted', async () => {
    const { editor } = district
    const id = await nextYear(2025, true)
    expect(await findCarried(editor, id)).toMatchObject({ duties: 2024, indicators: 2024 })
    const [now, before] = [
      await evaluationOf(editor, id),
      await evaluationOf(editor, (await database().evaluation.findFirstOrThrow({ where: { round: { year: 2024 } } })).id),
    ]
    const own = (rows: typeof now.indicators) => rows.filter(({ fixedId }) => fixedId === null)
    expect(own(now.indicators).map(({ lineId, target }) => [lineId, target.text])).toEqual(
      own(before.indicators).map(({ lineId, target }) => [lineId, target.text]),
    )
    for (const { actual, selfScore } of own(now.indicators)) expect([actual.text, selfScore]).toEqual(['', null])
    expect(now.cover.date).toBe('')
    expect(await actedAt(editor, id)).toBeNull()
    expect(await revisionOf(id)).toBe(0)
    expect((await recompute({ write: false })).deviations).toEqual([])
  })

  test('leaves evaluations as they are where there was none the year before', async () => {
    const id = await nextYear(2031, true)
    expect(await findCarried(district.editor, id)).toEqual({})
    for (const section of CARRIED_SECTIONS) expect(refusal(await carrySection(district.editor, id, section))).toBe('nothing-to-carry')
  })
})
