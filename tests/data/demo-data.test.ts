import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/data/database/database'
import { actedAt, type EvaluationSummary, findEvaluation, listEvaluations, listExplanations } from '@/lib/data/evaluation/evaluations'
import { openFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { recompute } from '@/lib/data/jobs/recompute'
import { demoViewer } from '@/lib/data/people/demo-data'
import { listNotes } from '@/lib/data/review/notes'
import { publish } from '@/lib/data/review/review'
import { fixed } from '@/lib/domain/quantities'
import { stateLabel } from '@/lib/messages/labels'
import { prepareFonts } from '@/scripts/fonts.mjs'
import { multiply } from '@/scripts/generate/multiply'
import { loadDemo } from '@/scripts/load-demo'
import { testDatabase } from '@/tests/support/database'
import { revisionOf } from '@/tests/support/evaluations'

const place = testDatabase()

let all: EvaluationSummary[] = []
const reviewer = () => demoViewer('demo-reviewer')
const entries = () => database().auditEntry.count()
const found = (name: string, year: number): EvaluationSummary => {
  const row = all.find((candidate) => candidate.departmentName === name && candidate.year === year)
  if (!row) throw new Error(`no ${name} ${year}`)
  return row
}

beforeAll(async () => {
  process.env.HENGJI_FONT_CACHE = prepareFonts(path.resolve('.cache/fonts'))
  await loadDemo()
  all = await listEvaluations(await reviewer())
}, 120_000)

describe('金花街道 2023', () => {
  const jinhua = () => found('广州市荔湾区人民政府金花街道办事处', 2023)
  test('the published figures come out by the rules', () => {
    const { executionRate, executionScore, total, grade } = jinhua()
    expect([executionRate && fixed(executionRate, 4), executionScore && fixed(executionScore, 2), total && fixed(total, 2), grade]).toEqual(
      ['1.0031', '10.00', '97.67', 'excellent'],
    )
  })
  test('it is approved with its warnings explained, and its report is frozen', async () => {
    expect(jinhua()).toMatchObject({ status: 'approved', openErrors: 0, openWarnings: 0 })
    const codes = (await listExplanations(await reviewer(), jinhua().id)).map(({ code }) => code)
    // F06 is answered by the text on deviations
    expect(codes).toEqual(['F09'])
    expect((await openFrozenPdf(await reviewer(), jinhua().id)) ?? expect.fail('not frozen')).toMatchObject({
      ok: true,
      value: { mediaType: 'application/pdf' },
    })
  })
  test('it says that it is reconstructed, has no other year, and is never published', async () => {
    expect(jinhua().reconstructed).toBe(true)
    expect(all.filter(({ departmentName }) => departmentName.includes('金花'))).toHaveLength(1)
    const refusal = await publish(await demoViewer('demo-reviewer'), jinhua().id, await revisionOf(jinhua().id))
    expect(refusal.ok ? null : refusal.refusal.code).toMatch(/reconstructed-never-published|acted-elsewhere/)
  })
  test('lists are numbered and led in as in the report', async () => {
    const evaluation = await findEvaluation(await reviewer(), jinhua().id)
    const marks = (rows: readonly { mark: string }[] | undefined) => rows?.map(({ mark }) => mark)
    expect(marks(evaluation?.narrative.duties)).toEqual(['无', ...Array(19).fill('（一）')])
    expect(marks(evaluation?.goals)).toEqual(['无', '一是', '一是', '一是'])
    expect(marks(evaluation?.tasks[0]?.subItems)).toEqual(['一是', '一是', '一是', '一是'])
    expect(marks(evaluation?.tasks[3]?.completion)).toEqual(['（1）', '（1）', '（1）', '（1）'])
    expect(marks(evaluation?.narrative.achievements)).toEqual(['一是', '一是', '一是', '一是', '一是'])
  })
  test('problems and measures are tied as in the report', async () => {
    const evaluation = await findEvaluation(await reviewer(), jinhua().id)
    const places = evaluation?.problems.map(({ measureIds }) =>
      measureIds.map((id) => evaluation.measures.findIndex((measure) => measure.id === id)),
    )
    expect(places).toEqual([[1], [0], [2]])
    expect([evaluation?.narrative.duties.length, evaluation?.tasks.length, evaluation?.indicators.length]).toEqual([1 + 19, 4, 16])
    expect(evaluation?.indicators.every(({ taskId }) => taskId !== null)).toBe(true)
  })
})

describe('the invented departments', () => {
  test('eleven of them have three years each, and are called 示例', () => {
    const invented = all.filter(({ reconstructed }) => !reconstructed)
    expect(invented).toHaveLength(33)
    expect(invented.filter(({ departmentName }) => !departmentName.startsWith('示例'))).toEqual([])
  })
  test('they stand in every state', () => {
    const states = new Set(all.map(({ status, node }) => stateLabel(status, node)))
    expect([...states].sort()).toEqual(['填报中', '已公开', '待单位审核', '待财政复核', '已退回', '已通过'].sort())
  })
  test('several grades, execution below and above the budget, and findings of every kind are there to be looked at', () => {
    expect(new Set(all.map(({ grade }) => grade))).toEqual(new Set(['excellent', 'good', 'fair', null]))
    expect(all.some(({ openErrors }) => openErrors > 0)).toBe(true)
    expect(all.some(({ explained }) => explained > 0)).toBe(true)
  })
  test('what was sent back carries its notes at their places', async () => {
    const notes = await listNotes(await reviewer(), found('示例区民政局', 2023).id)
    const places = notes.map(({ at }) => at.replace(/\/[0-9a-f]{32}\//, '/*/'))
    expect(places.sort()).toEqual(['funds/closingCarryOver/amount', 'indicators/*/deviationReason', 'problems'])
  })
  test('nobody acted at two nodes, and a review score stands beside the self-score', async () => {
    const { id } = found('示例区教育局', 2023)
    expect(await actedAt(await demoViewer('demo-social-editor'), id)).toBe('entry')
    expect(await actedAt(await demoViewer('demo-social-approver'), id)).toBe('unit')
    const evaluation = await findEvaluation(await reviewer(), id)
    const scored = evaluation?.indicators.filter(({ reviewScore }) => reviewScore !== null) ?? []
    expect(scored.map(({ selfScore, reviewScore }) => [selfScore, reviewScore].map((points) => points && fixed(points, 2)))).toEqual([
      ['14.50', '13.50'],
    ])
  })
})

describe('loading', () => {
  test('every stored projection is what the rules give', async () => expect((await recompute({ write: false })).deviations).toEqual([]))
  test('a second time does nothing', async () => {
    const before = await entries()
    await loadDemo()
    expect(await entries()).toBe(before)
  })
  test('goes on where it was interrupted', { timeout: 60_000 }, async () => {
    await database().installation.update({ where: { id: 1 }, data: { demoDataAt: null } })
    const rows = () => database().narrativeBlock.count()
    const before = await rows()
    await loadDemo()
    expect(await rows()).toBe(before)
    expect(await listEvaluations(await reviewer())).toHaveLength(all.length)
  })
})

describe('a province made from it', () => {
  test('files as the demo does, under names and codes of its own, with results that the rules give', { timeout: 90_000 }, async () => {
    const told = vi.fn()
    await multiply(place.url, { departments: 25, years: 2, seed: 7 }, told)
    expect(told).toHaveBeenLastCalledWith(expect.any(String), 25, 25)
    const made = await database().evaluation.findMany({ where: { departmentCode: { startsWith: '8' } }, include: { department: true } })
    expect(made).toHaveLength(50)
    for (const one of made) {
      expect([one.departmentName, one.departmentCode, one.departmentPath]).toEqual([
        one.department.name,
        one.department.code,
        one.department.path,
      ])
    }
    expect(new Set(made.map(({ status }) => status)).size).toBeGreaterThan(3)
    expect(await recompute({ write: false })).toEqual({ evaluations: all.length + made.length, deviations: [] })
    const filed = made.find(({ status }) => status === 'approved')
    const evaluation = await findEvaluation(await demoViewer('demo-administrator'), filed?.id ?? '')
    expect(filed?.departmentName).toMatch(/^示例清源河口县.+局/)
    expect(evaluation?.cover.signature).toBe(filed?.departmentName)
    expect(JSON.stringify([evaluation?.narrative.conclusion, evaluation?.cover])).not.toMatch(/示例区|街道|示例镇/)
    expect(evaluation?.indicators.length).toBeGreaterThanOrEqual(8)
  })
})
