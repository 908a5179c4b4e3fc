import { beforeAll, expect, test } from 'vitest'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { loadEvaluation } from '@/lib/data/evaluation/evaluation-rows'
import { findEvaluation, findLastYear } from '@/lib/data/evaluation/evaluations'
import { projectionOf } from '@/lib/data/evaluation/projections'
import { targetReadingOf } from '@/lib/data/evaluation/readings'
import { evaluationAsJson } from '@/lib/data/evaluation/stored-evaluation'
import { viewerNow } from '@/lib/data/people/writing'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { readTarget } from '@/lib/domain/reading/cell-reading'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, fillIn, openedYear } from '@/tests/support/evaluations'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
})

const loaded = async (extent: 'whole' | 'content' | 'figures') => {
  const found = await loadEvaluation(database(), district.street, extent)
  if (found === null) throw new Error('no evaluation')
  return found
}

test('without revisions an evaluation is the same, and nothing else of it is missing', async () => {
  const [whole, content] = [await loaded('whole'), await loaded('content')]
  expect(content.evaluation).toEqual(whole.evaluation)
  expect(projectionOf(content.evaluation, content.stored.explanations)).toEqual(projectionOf(whole.evaluation, whole.stored.explanations))
  expect(whole.stored.indicators.every(({ revisions }) => revisions.length > 0)).toBe(true)
  expect(LIST_NAMES.flatMap((list) => content.stored[list].flatMap(({ revisions }) => revisions))).toEqual([])
})

test('a page that follows finds the same evaluation, with all that was said of it, until anything changes', async () => {
  const { editor, street } = district
  const found = async () => (await findEvaluation(editor, street)) ?? undefined
  const first = await found()
  expect(first).toEqual((await loaded('whole')).evaluation)
  expect(await found()).toBe(first)
  // Nothing that counts as a change of the evaluation, and its revision stays
  await database().evaluation.update({ where: { id: street }, data: { phone: '0579-00000001' } })
  expect((await found())?.cover.phone).toBe('0579-00000001')
  await database().evaluation.update({ where: { id: street }, data: { phone: first?.cover.phone ?? '' } })
  expect(await found()).toBe(first)
})

test('with its figures alone it has the same scores, and no texts', async () => {
  const [whole, figures] = [await loaded('whole'), await loaded('figures')]
  expect(scoreEvaluation(figures.evaluation)).toEqual(scoreEvaluation(whole.evaluation))
  expect(figures.evaluation.indicators).toEqual(whole.evaluation.indicators)
  expect(LIST_NAMES.filter((list) => figures.stored[list].length > 0)).toEqual(['indicators'])
})

test('last year’s is found by its subject, for who may see it', async () => {
  const { administrator, editor, townEditor, departments, street } = district
  const [next] = await openedYear(administrator, 2024, 'national-2020', [departments.street.id])
  const now = (await loadEvaluation(database(), next?.id ?? ''))?.evaluation
  if (now === undefined) throw new Error('no evaluation')
  expect(await findLastYear(editor, now)).toMatchObject({ id: street, year: 2023 })
  expect(await findLastYear(townEditor, now)).toBeNull()
  expect(await findLastYear(editor, { ...now, year: 2023 })).toBeNull()
})

test('what is asked at every turn is planned once a connection', async () => {
  await inTransaction(async (tx) => {
    const planned = () => tx.$queryRaw<{ calls: bigint; texts: bigint }[]>`
      SELECT sum(generic_plans + custom_plans)::bigint AS calls, count(*) AS texts FROM pg_prepared_statements WHERE statement LIKE '%FROM evaluations e%'`
    await loadEvaluation(tx, district.street)
    const [before] = await planned()
    await loadEvaluation(tx, district.street)
    expect(await planned()).toEqual([{ calls: (before?.calls ?? 0n) + 1n, texts: before?.texts }])
  })
})

/** How an evaluation is read: by itself, and as a change begins with it, where the viewer is read with it. */
const readings = [
  ['by itself', '/* steady */%WHERE e.id = $1', (tx: Transaction) => loadEvaluation(tx, district.street), (id: string) => `('${id}')`],
  [
    'as it is held for a change',
    '/* steady */%AS read FROM users u%',
    (tx: Transaction) => viewerNow(tx, district.editor.userId, null, evaluationAsJson(district.street)),
    (id: string) => `('${id}', '${district.editor.userId}')`,
  ],
] as const

test.each(readings)('soon one plan holds for every evaluation, and none is planned for its own sake: %s', async (_, statement, read) => {
  await inTransaction(async (tx) => {
    const plans = async () => {
      const [row] = await tx.$queryRaw<{ generic: bigint; custom: bigint }[]>`
        SELECT generic_plans AS generic, custom_plans AS custom FROM pg_prepared_statements
        WHERE statement LIKE ${statement} AND statement LIKE '%FROM single_cell_revisions%WHERE e.id = $1%'`
      return { generic: row?.generic ?? 0n, custom: row?.custom ?? 0n }
    }
    // The database tries five times what planning for one alone would spare
    for (let turn = 0; turn < 6; turn++) await read(tx)
    const before = await plans()
    for (let turn = 0; turn < 3; turn++) await read(tx)
    expect(await plans()).toEqual({ generic: before.generic + 3n, custom: before.custom })
  })
})

test.each(readings)(
  'no table is read through for an evaluation, however many departments there are: %s',
  async (_, statement, read, of) => {
    const plan = await inTransaction(async (tx) => {
      await read(tx)
      const [{ name = '' } = {}] = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM pg_prepared_statements WHERE statement LIKE ${statement} AND statement LIKE '%AS "singleRevisions"%FROM evaluations e%'`
      // Small tables are read through by choice; then only those are that no index answers
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN EXECUTE "${name}"${of(district.street)}`)
    })
    const lines = plan.flatMap((line) => Object.values(line))
    expect(lines.filter((line) => line.includes('Seq Scan'))).toEqual([])
    expect(lines.join('\n')).toContain('departments_pkey')
  },
)

test('a cell is read as what surrounds it says, also when the same text was just read elsewhere', () => {
  const context = { dimension: '产出指标', group: '数量指标', name: '示例工作数量', unit: '' }
  const read = (other: Partial<typeof context>) => targetReadingOf(null, 'draft', '80', { ...context, ...other })
  expect(read({ unit: '%' })).toEqual(readTarget('80', { ...context, unit: '%' }))
  expect(read({ unit: '万元' })).toEqual(readTarget('80', { ...context, unit: '万元' }))
  expect(read({ unit: '%' })).not.toEqual(read({ unit: '万元' }))
  // What an approved evaluation rests on is not read anew
  expect(targetReadingOf({ kind: 'words', text: '八十' }, 'approved', '80', context)).toEqual({ kind: 'words', text: '八十' })
})
