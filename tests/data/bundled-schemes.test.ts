import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { recompute } from '@/lib/data/jobs/recompute'
import { listSchemeChoices } from '@/lib/data/rounds/rounds'
import { copyScheme, publishScheme } from '@/lib/data/schemes/scheme-drafts'
import { bodyOf, storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { scheme } from '@/tests/support/builders'
import { testDatabase } from '@/tests/support/database'
import { evaluationOf, openedYear, save, wan } from '@/tests/support/evaluations'
import { aDepartment, aTree, aUser, value, viewerOf } from '@/tests/support/people'

testDatabase()

/** hunan-2013 as an earlier release brought it: another formula, nothing closed, and a level that its fixed rows do not fill. */
const earlier: Scheme = {
  ...scheme('hunan-2013'),
  version: 1,
  dimensions: [
    { name: '过程', maxScore: '60', groups: [] },
    { name: '产出及效率', maxScore: '40', groups: [] },
  ],
  fixedIndicators: scheme('hunan-2013')
    .fixedIndicators.filter(({ id }) => id === 'budget-completion')
    .map((fixed) => ({ ...fixed, group: '', formula: '（年初结转结余 + 全年预算数 − 年末结转结余）÷（年初结转结余 + 全年预算数）' })),
}

/** Schemes of which a second version was made here: one was published, one is a draft. */
const MADE_ON = ['chongqing', 'sichuan'] as const

let administrator: Viewer
let root: string

/** As an earlier release would have stored it. */
async function publishedBefore(body: Scheme): Promise<string> {
  await database().scheme.create({ data: { id: body.id } })
  const { id } = await database().schemeVersion.create({
    data: { schemeId: body.id, version: 1, ...bodyOf(body), publishedAt: new Date() },
  })
  return id
}

beforeAll(async () => {
  const tree = await aTree()
  administrator = tree.administrator
  root = tree.root
  await publishedBefore(earlier)
  for (const id of MADE_ON) {
    const draft = value(await copyScheme(administrator, await publishedBefore({ ...scheme(id), version: 1, basis: [] }), null))
    if (id === 'sichuan') continue
    await database().schemeVersion.update({ where: { id: draft }, data: bodyOf({ ...scheme(id), name: '本地方案' }) })
    value(await publishScheme(administrator, draft, 0))
  }
})

const versionsOf = async (schemeId: string) =>
  (await database().schemeVersion.findMany({ where: { schemeId }, orderBy: { version: 'asc' } })).map(
    ({ version, bodyHash, publishedAt }) => ({ version, bodyHash, published: publishedAt !== null }),
  )
const current = scheme('hunan-2013')
const old = { version: 1, bodyHash: bodyOf(earlier).bodyHash, published: true }

test('changed rules come beside the stored ones, once, and evaluations keep theirs', async () => {
  const department = await aDepartment(administrator, root, '示例局', '101')
  const editor = await viewerOf(await aUser(administrator, 'editor', department, 'editor'))
  const [opened] = await openedYear(administrator, 2023, earlier.id, [department])
  const id = opened?.id ?? ''
  await save(editor, id, {
    'funds/openingCarryOver/amount': wan('19.8'),
    'funds/total/adjustedBudget': wan('2690.62'),
    'funds/total/actualExpenditure': wan('2600'),
    'funds/closingCarryOver/amount': wan('19.8'),
  })
  const before = scoreEvaluation(await evaluationOf(editor, id))
  expect(before.indicators[0]?.score).not.toBeNull()

  await storeBundledSchemes()
  expect(await versionsOf(earlier.id)).toEqual([old, { version: 2, bodyHash: bodyOf(current).bodyHash, published: true }])
  const after = await evaluationOf(editor, id)
  expect(after.scheme).toEqual(earlier)
  expect(scoreEvaluation(after)).toEqual(before)
  // Also when something in it is saved anew.
  const row = after.indicators[0]?.id ?? ''
  await save(editor, id, { 'funds/total/actualExpenditure': wan('2601') }, 1)
  expect((await evaluationOf(editor, id)).scheme.version).toBe(1)
  expect(scoreEvaluation(await evaluationOf(editor, id)).indicators[0]?.id).toBe(row)
  expect((await recompute({ write: false })).deviations).toEqual([])

  const stored = await database().auditEntry.count({ where: { action: 'schemes.store' } })
  expect(stored).toBe(bundledSchemes.length)
  await Promise.all([storeBundledSchemes(), storeBundledSchemes()])
  expect(await database().auditEntry.count({ where: { action: 'schemes.store' } })).toBe(stored)
  expect(await versionsOf(earlier.id)).toHaveLength(2)
})

test('they come after what was made here, published or not', async () => {
  await storeBundledSchemes()
  await storeBundledSchemes()
  for (const id of MADE_ON) {
    expect((await versionsOf(id)).map(({ version, published }) => [version, published])).toEqual([
      [1, true],
      [2, id === 'chongqing'],
      [3, true],
    ])
    const newest = (await listSchemeChoices(administrator)).find(({ schemeId }) => schemeId === id)
    expect(newest).toMatchObject({ version: 3, name: scheme(id).name })
  }
})

test('what was published under fewer rules is mended in a copy before it is published again', async () => {
  const unfit: Scheme = { ...earlier, id: 'unfit', grades: [{ grade: 'good', name: '良', from: '101' }] }
  const draft = value(await copyScheme(administrator, await publishedBefore(unfit), null))
  expect(await publishScheme(administrator, draft, 0)).toMatchObject({ refusal: { code: 'scheme-unfit', facts: { count: '2' } } })
})
