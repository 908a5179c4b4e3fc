import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { listDepartments } from '@/lib/data/people/departments'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, viewerOf } from '@/tests/support/people'

testDatabase({ collation: 'icu' })

/** Codes that a language sorts otherwise than their characters stand: signs are passed over, small letters come first. */
const CODES = ['10-2', '10.1', '101', '10A', '10a', '1A', '1a', 'B', 'a']

let administrator: Viewer
let root: string

beforeAll(async () => {
  const tree = await aTree()
  ;({ administrator, root } = tree)
  for (const code of CODES.toReversed()) await aDepartment(administrator, root, `示例${code}`, code, 'authority')
})

test('on a server with a language’s order codes still stand as their characters do', async () => {
  expect((await listDepartments(administrator)).map(({ code }) => code)).toEqual(['1', ...CODES].toSorted())
  const [plain] = await database().$queryRaw<{ sorted: boolean }[]>`SELECT '10A' < '10a' AS sorted`
  expect(plain).toEqual({ sorted: false })
})

test('a part of the tree is still a range of the index, and nothing beside it', async () => {
  const [first, second] = (await listDepartments(administrator)).filter(({ parentId }) => parentId === root)
  if (!first || !second) throw new Error('no departments')
  const below = await aDepartment(administrator, first.id, '示例下级', '9')
  const part = await viewerOf(await aUser(administrator, 'part', first.id, 'reviewer', true))
  expect((await listDepartments(part)).map(({ id }) => id).toSorted()).toEqual([first.id, below].toSorted())
  const plan = await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return tx.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN SELECT id FROM departments WHERE path LIKE '${first.path}%'`)
  })
  expect(plan.flatMap((line) => Object.values(line)).join('\n')).toMatch(/Index (Only )?Cond: .*path >=/)
})
