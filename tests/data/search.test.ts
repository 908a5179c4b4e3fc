import { expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { fillSearch, matches, searchText } from '@/lib/data/database/search'
import { renameDepartment } from '@/lib/data/people/departments'
import { Prisma } from '@/lib/generated/prisma/client'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, value } from '@/tests/support/people'

testDatabase()

const found = async (typed: string) =>
  (
    await database().$queryRaw<{ name: string }[]>`
      SELECT name FROM departments WHERE ${matches(Prisma.sql`search`, typed)} ORDER BY code`
  ).map(({ name }) => name)

test('a department is found by words in any order, by pinyin, by initials and by its code', async () => {
  const { root, administrator } = await aTree()
  const civil = await aDepartment(administrator, root, '示例区民政局', '201')
  await aDepartment(administrator, root, '示例区财政局（ＡＢ）', '2_2')
  await aDepartment(administrator, root, '示例县长寿镇绿化行', '203')
  for (const typed of ['示例区 民政', '民政　示例区', 'minzheng', 'slqmzj', 'MZJ', '201', 'minzheng 201'])
    expect([typed, await found(typed)]).toEqual([typed, ['示例区民政局']])
  for (const typed of ['(ab)', 'slqczj(ab)', '2_2']) expect([typed, await found(typed)]).toEqual([typed, ['示例区财政局（ＡＢ）']])
  // A character with several readings is found by each: 长 chang and zhang, 行 hang and xing; ü is typed v.
  for (const typed of ['changshou', 'zhangshou', 'lvhuahang', 'lvhuaxing'])
    expect([typed, await found(typed)]).toEqual([typed, ['示例县长寿镇绿化行']])
  for (const typed of ['%', 'minzheng caizheng', '\\']) expect([typed, await found(typed)]).toEqual([typed, []])
  expect(await found(' ')).toHaveLength(4)

  const seen = { name: '示例区民政局', code: '201' }
  value(await renameDepartment(administrator, civil, { name: '示例区民生局', code: '209', seen }))
  expect(await found('minsheng 209')).toEqual(['示例区民生局'])
  expect(await found('minzheng')).toEqual([])
})

test('what was written without it is filled', async () => {
  const [user] = await database().user.findMany()
  if (!user) throw new Error('no user')
  await database().$executeRaw`UPDATE departments SET search = ''`
  await database().$executeRaw`UPDATE users SET search = ''`
  await fillSearch()
  expect(await found('sls')).toEqual(['示例市'])
  expect((await database().user.findFirstOrThrow({ where: { id: user.id } })).search).toBe(searchText(user.name, user.loginName))
})
