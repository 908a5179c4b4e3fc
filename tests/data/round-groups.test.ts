import { beforeAll, describe, expect, test } from 'vitest'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { addRoundGroup } from '@/lib/data/rounds/round-groups'
import { listRoundDepartments } from '@/lib/data/rounds/round-list'
import { addDepartmentsToRound, findRound, listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let part: Viewer
let bureau: string
let street: string
let national: string
let other: string
let round: string

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  everything = tree.administrator
  bureau = await aDepartment(everything, tree.root, '示例主管局', '101', 'authority')
  street = await aDepartment(everything, tree.root, '示例街道办事处', '102')
  part = await viewerOf(await aUser(everything, 'part', street, 'administrator', true))
  const choices = await listSchemeChoices(everything)
  const idOf = (scheme: string) => choices.find(({ schemeId }) => schemeId === scheme)?.id ?? ''
  national = idOf('national-2020')
  other = idOf('two-dimension')
  round = value(
    await openRound(everything, { year: 2023, name: '年度自评', schemeVersionId: national, departmentIds: [bureau], deadlines: {} }),
  )
})

const groups = async () => (await findRound(everything, round))?.groups.map(({ name, schemeId }) => [name, schemeId])

describe('a group of departments with a scheme of its own', () => {
  test('is added only by who administers every department in the round, with a published scheme, under a name of its own', async () => {
    const group = { name: '镇街', schemeVersionId: other, formerName: '部门' }
    expect(refusal(await addRoundGroup(part, round, group))).toBe('round-not-found')
    expect(refusal(await addRoundGroup(everything, round, { ...group, schemeVersionId: 'none' }))).toBe('scheme-not-published')
    expect(refusal(await addRoundGroup(everything, round, { ...group, formerName: '镇街' }))).toBe('round-group-name-taken')
    expect(refusal(await addRoundGroup(everything, round, { ...group, formerName: undefined }))).toBe('invalid-form')
    expect(await groups()).toEqual([['', 'national-2020']])
  })

  test('stands beside the one that was there, whose departments keep their scheme', async () => {
    value(await addRoundGroup(everything, round, { name: '镇街', schemeVersionId: other, formerName: '部门' }))
    expect(await groups()).toEqual([
      ['部门', 'national-2020'],
      ['镇街', 'two-dimension'],
    ])
    expect(refusal(await addRoundGroup(everything, round, { name: '部门', schemeVersionId: other }))).toBe('round-group-name-taken')
    expect(refusal(await addDepartmentsToRound(everything, round, { departmentIds: [street] }))).toBe('round-group-not-found')
    value(await addDepartmentsToRound(everything, round, { departmentIds: [street], group: '镇街' }))
    const { rows } = await listRoundDepartments(everything, round, { search: '', status: null }, { after: '', size: 10 })
    const schemes = await Promise.all(rows.map(async ({ evaluationId }) => (await findEvaluation(everything, evaluationId))?.scheme.id))
    expect(schemes).toEqual(['national-2020', 'two-dimension'])
  })
})
