import { beforeAll, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { recompute } from '@/lib/data/jobs/recompute'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { fixed, plain, quantity } from '@/lib/domain/quantities'
import { reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { evaluationAsTyped, frameOf } from '@/lib/forms/saving/live-evaluation'
import { reportDocument } from '@/lib/report/report-document'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  changesOf,
  type District,
  evaluationOf,
  indicator,
  openedYear,
  points,
  save,
  text,
} from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

/** What a person gives counts with its grounds and not without: while it is typed, stored, reviewed and printed alike. */

testDatabase()

let district: District
let id: string
let row: string
beforeAll(async () => {
  district = await aDistrict()
  const [opened] = await openedYear(district.administrator, 2022, 'chongqing', [district.departments.street.id])
  id = opened?.id ?? ''
  row = await add(district.editor, id, { list: 'indicators' })
  await save(district.editor, id, prefixed(indicator('示例任务', '10', '效果明显', '较好', '部门业务', '产出指标')))
})

const prefixed = <T>(cells: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [`indicators/${row}/${column}`, cell]))

/** The row's score as it is computed while typing, on the server, beside the evaluation, and on paper. */
async function scores(): Promise<readonly (string | null)[]> {
  const evaluation = await evaluationOf(district.editor, id)
  const at = evaluation.indicators.findIndex((one) => one.id === row)
  const said = (score: ReturnType<typeof scoreEvaluation>) => {
    const found = score.indicators[at]?.score ?? null
    return found && fixed(found, 2)
  }
  const score = scoreEvaluation(evaluation)
  const texts = addressesOf(evaluation).map((address) => {
    const cell = cellOf(evaluation, address)
    return [address, cell === null ? '' : writeCellValue(cell)]
  })
  const live = scoreEvaluation(evaluationAsTyped(frameOf(evaluation), Object.fromEntries(texts)))
  const stored = await database().indicator.findUniqueOrThrow({ where: { id: row }, select: { score: true } })
  const table = reportDocument(evaluation, { score }).table.flatMap((block) =>
    block.kind === 'table' && block.table.columns.some(({ heading }) => heading === '得分系数') ? [block.table] : [],
  )[0]
  const columnOf = (name: string) => table?.columns.findIndex(({ heading }) => heading === name) ?? -1
  const called = evaluation.indicators[at]?.name
  const line = table?.rows.find((cells) => cells[columnOf('三级指标')]?.text === called)
  const printed = line?.[columnOf('得分')]?.text || null
  return [said(live), said(score), stored.score?.toFixed(2) ?? null, printed]
}
const four = (score: string | null) => [score, score, score, score]

test('a coefficient counts with its grounds, to the last digit', async () => {
  await save(district.editor, id, prefixed({ coefficient: { kind: 'share', value: quantity('0.855555') } as const }))
  expect(await scores()).toEqual(four(null))
  await save(district.editor, id, prefixed({ selfScoreGrounds: text('依据验收单') }))
  expect(await scores()).toEqual(four('8.56'))
  const evaluation = await evaluationOf(district.editor, id)
  const kept = evaluation.indicators.find((one) => one.id === row)?.coefficient
  expect(kept && plain(kept)).toBe('0.855555')
  await save(district.editor, id, prefixed({ coefficient: { kind: 'share', value: null } as const }), 1)
  expect(await scores()).toEqual(four(null))
})

test('a self-score counts with its grounds', async () => {
  await save(district.editor, id, prefixed({ selfScore: points('7.5') }))
  expect(await scores()).toEqual(four('7.50'))
  await save(district.editor, id, prefixed({ selfScoreGrounds: text('') }), 1)
  expect(await scores()).toEqual(four(null))
  expect((await recompute({ write: false })).deviations).toEqual([])
})

test('a coefficient out of its range is refused for its cell', async () => {
  const changes = changesOf({ [`indicators/${row}/coefficient`]: { kind: 'share', value: quantity('1.1') } as const }, 2)
  expect(value(await saveCells(district.editor, id, changes)).refusals).toMatchObject([{ refusal: { code: 'share-out-of-range' } }])
})

test('a review score above the 分值 is refused by the server, and one without grounds changes no total', async () => {
  const { editor, reviewer, street } = district
  const evaluation = await evaluationOf(editor, street)
  expect(evaluation.status).toBe('draft')
  await database().evaluation.update({ where: { id: street }, data: { status: 'submitted', node: 'finance' } })
  const own = await database().indicator.create({
    data: {
      evaluationId: street,
      position: 0,
      lineId: 'own',
      name: '示例',
      maxScore: '8',
      target: '≥1',
      actual: '1',
    },
  })
  const give = async (digits: string) =>
    value(await saveCells(reviewer, street, [{ address: `indicators/${own.id}/reviewScore`, seen: 0, value: points(digits) }]))
  expect((await give('8.5')).refusals).toMatchObject([{ refusal: { code: 'above-most', facts: { most: '8' } } }])
  expect((await give('2')).refusals).toEqual([])
  const reviewed = await evaluationOf(reviewer, street)
  expect(reviewedTotal(reviewed, scoreEvaluation(reviewed))).toEqual(scoreEvaluation(reviewed).total)
})
