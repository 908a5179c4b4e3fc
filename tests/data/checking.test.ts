import { beforeAll, expect, test } from 'vitest'
import { askForChecks } from '@/lib/data/change/checking'
import { actedAt, isChecked } from '@/lib/data/evaluation/evaluations'
import { submit } from '@/lib/data/review/review'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, fillIn, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

test('校验 is asked for by who fills in, once for all, and is no change', async () => {
  const { editor, approver, reviewer, street } = district
  const before = await revisionOf(street)
  for (const other of [approver, reviewer]) expect(refusal(await askForChecks(other, street))).toBe('not-permitted')
  expect(await isChecked(editor, street)).toBe(false)
  value(await askForChecks(editor, street))
  value(await askForChecks(editor, street))
  expect(await isChecked(approver, street)).toBe(true)
  expect(await revisionOf(street)).toBe(before)
  expect(await actedAt(editor, street)).toBeNull()
})

test('what was handed in was checked; what one may not see was not', async () => {
  const { townEditor, editor, town } = district
  expect(await isChecked(editor, town)).toBe(false)
  await fillIn(townEditor, town)
  value(await submit(townEditor, town, await revisionOf(town)))
  expect(await isChecked(townEditor, town)).toBe(true)
  expect(await isChecked(editor, town)).toBe(false)
  expect(refusal(await askForChecks(townEditor, town))).toBe('locked')
})
