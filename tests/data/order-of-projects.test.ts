import { expect, test } from 'vitest'
import { addProject } from '@/lib/data/change/projects'
import { database } from '@/lib/data/database/database'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, evaluationOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase({ collation: 'icu' })

/** Codes that a language sorts otherwise than their characters stand: signs are passed over, small letters come first. */
const CODES = ['10-2', '10.1', '101', '10A', '10a', '1A', '1a', 'B', 'a']

test('on a server with a language’s order projects stand as the characters of their codes do', async () => {
  const { editor, street } = await aDistrict()
  for (const code of CODES.toReversed()) value(await addProject(editor, street, { name: `示例项目${code}`, code }))
  expect((await evaluationOf(editor, street)).projects.map(({ code }) => code)).toEqual(CODES)
  // As they were handed in
  const columns = await database().$queryRaw<{ column: string }[]>`
    SELECT format('%s.%s', table_name, column_name) AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'code' AND collation_name = 'C' ORDER BY 1`
  expect(columns.map(({ column }) => column)).toEqual(['departments.code', 'subjects.code', 'submitted_projects.code'])
})
