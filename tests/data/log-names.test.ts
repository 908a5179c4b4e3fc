import { beforeAll, describe, expect, test } from 'vitest'
import { listAuditEntries } from '@/lib/data/audit/audit-log'
import { namesIn } from '@/lib/data/audit/audit-names'
import { database } from '@/lib/data/database/database'
import { namedEvaluations } from '@/lib/data/evaluation/named-evaluations'
import { renameUser } from '@/lib/data/people/users'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, add, type District, indicator } from '@/tests/support/evaluations'
import { aUser, value } from '@/tests/support/people'

testDatabase()

let district: District
let user: string
beforeAll(async () => {
  district = await aDistrict()
  user = await aUser(district.administrator, 'teacher', district.departments.street.id, 'editor')
})

describe('what the log calls things by', () => {
  test('users and departments have the names of today, with the way to them', async () => {
    value(await renameUser(district.administrator, user, '示例新名'))
    const { entries } = await listAuditEntries(district.administrator, {}, { before: null, pageSize: 100 })
    const names = await namesIn(entries)
    expect(names[user]).toEqual({ href: `/users/${user}`, name: '示例新名' })
    const { id, name } = district.departments.street
    expect(names[id]).toEqual({ href: `/departments/${id}`, name })
    expect(await namesIn([])).toEqual({})
  })

  test('evaluations have their rows in printed order, without what is in them', async () => {
    const first = await add(district.editor, district.street, { list: 'indicators', values: indicator('甲', '5') })
    const names = (await namedEvaluations(district.administrator, [district.street, 'nothing'])).get(district.street)
    expect(names?.departmentName).toBe(district.departments.street.name)
    expect(names?.indicators.at(-1)).toEqual({ id: first, name: '甲' })
  })

  test('those of others stay unnamed', async () => {
    expect(await namedEvaluations(district.townEditor, [district.street])).toEqual(new Map())
  })
})

test('the entries of several people whom words mean come in the order in which they were made, page after page', async () => {
  const { administrator, editor, street } = district
  const another = await aUser(administrator, 'another', district.departments.street.id, 'editor')
  value(await renameUser(administrator, another, '示例同姓甲'))
  value(await renameUser(administrator, user, '示例同姓乙'))
  const acting = [another, user].map((userId) => ({ ...editor, userId }))
  for (const [turn, viewer] of [...acting, ...acting, editor].entries())
    await add(viewer, street, { list: 'indicators', values: indicator(`示例 ${turn}`, '5') })
  const all = (await listAuditEntries(administrator, {}, { before: null, pageSize: 100 })).entries
  const theirs = (await database().auditEntry.findMany({ where: { actorId: { in: [another, user] } } })).map(({ number }) => String(number))
  const expected = all.filter(({ number, action }) => theirs.includes(number) && action === 'rows.add').map(({ number }) => number)
  expect(expected).toHaveLength(4)
  const found: string[] = []
  let before: bigint | null = null
  for (;;) {
    const page = await listAuditEntries(administrator, { actor: '示例同姓', action: 'rows.add' }, { before, pageSize: 1 })
    found.push(...page.entries.map(({ number }) => number))
    if (page.next === null) break
    before = BigInt(page.next)
  }
  expect(found).toEqual(expected)
  expect((await listAuditEntries(administrator, { actor: '示例无此人' }, { before: null, pageSize: 9 })).entries).toEqual([])
})
