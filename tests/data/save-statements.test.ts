import { beforeAll, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { figure } from '@/lib/domain/cells/funds'
import { assess } from '@/lib/domain/checks/assessment'
import { fixed, plain, quantity } from '@/lib/domain/quantities'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, changesOf, type District, evaluationOf, indicator, save, typed, unfilled, wan } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

test('a save asks the database four times, whatever it keeps: what is held, who writes what stands there, all that is written, and that it stays', async () => {
  const { townEditor, town } = district
  const row = await add(townEditor, town, { list: 'indicators', values: indicator('登记率', '5', '≥95%', '53.4%') })
  await save(townEditor, town, { 'funds/general/actualExpenditure': wan('2') })
  const seen = await findCellRevisions(townEditor, town)
  const asked = { id: 'save', begun: true, queries: 0, queryMs: 0 }
  const shared = globalThis as { [at: symbol]: { getStore: () => typeof asked } | undefined }
  const at = Symbol.for('hengji.request')
  shared[at] = { getStore: () => asked }
  const cells = changesOf({
    [`indicators/${row}/actual`]: typed('90'),
    'funds/total/actualExpenditure': wan('1'),
    'funds/general/actualExpenditure': unfilled,
  }).map((change) => ({ ...change, seen: seen[change.address]?.number ?? 0 }))
  const { saved } = value(await saveCells(townEditor, town, cells))
  shared[at] = undefined
  expect(saved.length).toBe(3)
  expect(asked.queries).toBe(4)
  const after = await evaluationOf(townEditor, town)
  expect(plain(figure(after.figures, 'total/actualExpenditure') ?? quantity('0'))).toBe('10000')
  expect(after.figures['general/actualExpenditure']).toBeUndefined()
  const now = await findCellRevisions(townEditor, town)
  for (const { address, number } of saved) expect(now[address]?.number).toBe(number)
  // 得分 of the row is written with its cells, those of others with the whole
  const scores = assess(after).score.indicators.map(({ id, score }) => [id, score === null ? null : fixed(score, 2)])
  const stored = await database().indicator.findMany({ where: { evaluationId: town } })
  expect(new Map(stored.map(({ id, score }) => [id, score?.toFixed(2) ?? null]))).toEqual(new Map(scores as [string, string | null][]))
})
