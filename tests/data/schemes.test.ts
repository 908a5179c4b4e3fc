import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { listTrialYears, startTrial } from '@/lib/data/jobs/scheme-trial'
import { listSchemeChoices } from '@/lib/data/rounds/rounds'
import { copyScheme, discardDraft, publishScheme, saveDraft } from '@/lib/data/schemes/scheme-drafts'
import { findSchemeVersion, listSchemeVersions, type SchemeVersion } from '@/lib/data/schemes/scheme-versions'
import type { Viewer } from '@/lib/domain/people/permissions'
import { fixed } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, aMember, type District, evaluationOf, fillIn } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'
import { tried } from '@/tests/support/trials'

testDatabase()

let district: District
let national: SchemeVersion

beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
  national = await versionWhere(({ schemeId }) => schemeId === 'national-2020')
})

async function versionWhere(wanted: (version: SchemeVersion) => boolean): Promise<SchemeVersion> {
  const found = (await listSchemeVersions(district.administrator)).find(wanted)
  if (found === undefined) throw new Error('no such version')
  return found
}
const version = async (id: string): Promise<SchemeVersion> => versionWhere((found) => found.id === id)
const auditOf = (subject: string) =>
  database().auditEntry.findMany({ where: { subject }, orderBy: { number: 'asc' }, select: { action: true, actorName: true } })
const withMax = (scheme: Scheme, maxScores: readonly string[]): Scheme => ({
  ...scheme,
  dimensions: scheme.dimensions.map((dimension, index) => ({ ...dimension, maxScore: maxScores[index] ?? dimension.maxScore })),
})

describe('schemes are the administrators’', () => {
  test.each(['editor', 'approver', 'reviewer'] as const)('the %s sees and changes none', async (role) => {
    const viewer = district[role]
    expect(await listSchemeVersions(viewer)).toEqual([])
    expect(await findSchemeVersion(viewer, national.id)).toBeNull()
    expect(refusal(await startTrial(viewer, national.id, 2023))).toBe('not-permitted')
    await changesNothing(viewer)
  })
  test('who administers a part of the tree, or its top without what is below, looks and tries, but changes none', async () => {
    const { bureau, whole } = district.departments
    for (const [viewer, outcome] of [
      [await aMember('局管理员', 'administrator', bureau, true), { ok: true }],
      // Of the top alone there is no evaluation
      [await aMember('区管理员', 'administrator', whole), { refusal: { code: 'year-without-evaluations' } }],
    ] as const) {
      expect((await listSchemeVersions(viewer)).length).toBeGreaterThan(0)
      expect(await findSchemeVersion(viewer, national.id)).toMatchObject({ id: national.id })
      expect(await startTrial(viewer, national.id, 2023)).toMatchObject(outcome)
      await changesNothing(viewer)
    }
  })
})

async function changesNothing(viewer: Viewer): Promise<void> {
  expect(refusal(await copyScheme(viewer, national.id, null))).toBe('schemes-whole')
  expect(await saveDraft(viewer, national.id, 0, { ...national.scheme, verified: true })).toMatchObject({
    refusal: { code: 'schemes-whole' },
  })
  expect(refusal(await publishScheme(viewer, national.id, 0))).toBe('schemes-whole')
  expect(refusal(await discardDraft(viewer, national.id, 0))).toBe('schemes-whole')
}

describe('a published version', () => {
  test('never changes, by no way', async () => {
    expect(await saveDraft(district.administrator, national.id, national.revision, national.scheme)).toMatchObject({
      refusal: { code: 'scheme-published' },
    })
    expect(refusal(await publishScheme(district.administrator, national.id, national.revision))).toBe('scheme-published')
    expect(refusal(await discardDraft(district.administrator, national.id, national.revision))).toBe('scheme-published')
    await expect(database().schemeVersion.update({ where: { id: national.id }, data: { name: '改名' } })).rejects.toThrow()
  })
})

describe('copy, edit, try, publish', () => {
  test('a draft is refused while its 分值 do not add up, kept when they do, and published for good', async () => {
    const { administrator } = district
    const before = scoreEvaluation(await evaluationOf(administrator, district.street))
    const id = value(await copyScheme(administrator, national.id, null))
    const draft = await version(id)
    expect(draft).toMatchObject({ schemeId: 'national-2020', version: national.version + 1, publishedAt: null, verified: false })
    expect(refusal(await copyScheme(administrator, national.id, null))).toBe('scheme-has-draft')

    expect(await saveDraft(administrator, id, 0, withMax(draft.scheme, ['60']))).toMatchObject({
      ok: false,
      problems: [{ code: 'scheme.sumAbove', at: '/dimensions', facts: { sum: '110', whole: '100' } }],
    })
    expect((await version(id)).revision).toBe(0)
    expect(await saveDraft(administrator, id, 0, withMax(draft.scheme, ['60', '20']))).toEqual({ ok: true, value: { revision: 1 } })

    const results = await tried(administrator, id, 2023)
    expect(
      results.map(({ departmentName, before: own, after }) => [
        departmentName,
        own.total && fixed(own.total, 2),
        after.total && fixed(after.total, 2),
      ]),
    ).toEqual([
      ['示例街道办事处', '99.74', '99.68'], // 30 × 94 ÷ 95 = 29.68 of the missed row
      ['示例镇', null, null],
    ])

    expect(await saveDraft(administrator, id, 0, draft.scheme)).toMatchObject({ refusal: { code: 'scheme-changed' } })
    expect(refusal(await publishScheme(administrator, id, 0))).toBe('scheme-changed')
    expect((await listSchemeChoices(administrator)).map((choice) => choice.id)).not.toContain(id)
    value(await publishScheme(administrator, id, 1))
    expect((await listSchemeChoices(administrator)).map((choice) => choice.id)).toContain(id)
    expect(await auditOf(`national-2020/${national.version + 1}`)).toMatchObject([
      { action: 'schemes.copy' },
      { action: 'schemes.edit' },
      { action: 'schemes.publish' },
    ])

    // What was evaluated under the old version stays as it was.
    const after = await evaluationOf(administrator, district.street)
    expect(after.scheme.version).toBe(national.version)
    expect(scoreEvaluation(after)).toEqual(before)
  })

  test('a scheme of its own is copied under another id, and goes with its only draft', async () => {
    const { administrator } = district
    expect(refusal(await copyScheme(administrator, national.id, { id: 'hubei-20', name: '示例' }))).toBe('scheme-id-taken')
    expect(refusal(await copyScheme(administrator, national.id, { id: 'Über', name: '示例' }))).toBe('scheme-id-malformed')
    const id = value(await copyScheme(administrator, national.id, { id: 'example', name: '示例市方案' }))
    expect(await version(id)).toMatchObject({ schemeId: 'example', version: 1, name: '示例市方案' })
    // Id and version are not the draft's to choose.
    await saveDraft(administrator, id, 0, { ...national.scheme, id: 'sichuan', version: 9 })
    expect((await version(id)).scheme).toMatchObject({ id: 'example', version: 1 })
    value(await discardDraft(administrator, id, 1))
    expect(await database().scheme.findUnique({ where: { id: 'example' } })).toBeNull()
    expect(await auditOf('example/1')).toMatchObject([
      { action: 'schemes.copy' },
      { action: 'schemes.edit' },
      { action: 'schemes.discard' },
    ])
  })

  test('a scheme has one draft, also where the program has published a version above it', async () => {
    const { administrator } = district
    const id = value(await copyScheme(administrator, national.id, { id: 'overtaken', name: '示例' }))
    const { schemeId, name, body, bodyHash } = await database().schemeVersion.findUniqueOrThrow({ where: { id } })
    const above = await database().schemeVersion.create({
      data: { schemeId, version: 2, name, body: body ?? {}, bodyHash, publishedAt: new Date() },
    })
    const again = await copyScheme(administrator, above.id, null)
    expect(again).toMatchObject({ ok: false, refusal: { code: 'scheme-has-draft', facts: { version: '1' } } })
    value(await discardDraft(administrator, id, 0))
    expect(await version(value(await copyScheme(administrator, above.id, null)))).toMatchObject({ version: 3 })
  })

  test('of two who save the same draft one is told', async () => {
    const { administrator } = district
    const id = value(await copyScheme(administrator, national.id, { id: 'raced', name: '示例' }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => saveDraft(administrator, id, 0, national.scheme)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await version(id)).revision).toBe(1)
  })
})

test('the years that can be tried are those with evaluations', async () => {
  expect(await listTrialYears(district.administrator)).toEqual([2023])
  expect(await listTrialYears(district.editor)).toEqual([])
})
