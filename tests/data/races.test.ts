import { beforeAll, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { forward, submit } from '@/lib/data/review/review'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, line, revisionOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

/** The long run takes 1,000: HENGJI_LONG=1. */
const RACES = process.env.HENGJI_LONG === '1' ? 1000 : 200
const HANDED_IN = process.env.HENGJI_LONG === '1' ? 500 : 50

test('two people save the same cell from the same version: one wins, the other is told and sees both values', async () => {
  const { editor, colleague, street } = district
  for (let race = 0; race < RACES; race++) {
    const results = await Promise.all(
      [editor, colleague].map((who) =>
        saveCells(who, street, [{ address: 'cover/phone', seen: race, value: line(`${who.userId} ${race}`) }]),
      ),
    )
    const [first, second] = results.map(value)
    const winner = first?.saved.length === 1 ? first : second
    const loser = winner === first ? second : first
    expect(winner?.saved).toEqual([{ address: 'cover/phone', number: race + 1 }])
    expect(loser?.saved).toEqual([])
    const [conflict] = loser?.conflicts ?? []
    const kept = (await evaluationOf(editor, street)).cover.phone
    expect(conflict).toMatchObject({ kind: 'changed', theirs: kept, number: race + 1 })
    expect(conflict?.yours).not.toBe(kept)
  }
}, 300_000)

test('two people save different cells of one form: both are kept', async () => {
  const { editor, colleague, street } = district
  for (let race = 0; race < RACES; race++) {
    const saves = [
      saveCells(editor, street, [{ address: 'cover/preparer', seen: race, value: line(`甲${race}`) }]),
      saveCells(colleague, street, [{ address: 'cover/principal', seen: race, value: line(`乙${race}`) }]),
    ]
    for (const saved of await Promise.all(saves)) expect(value(saved).conflicts).toEqual([])
    expect((await evaluationOf(editor, street)).cover).toMatchObject({ preparer: `甲${race}`, principal: `乙${race}` })
  }
}, 300_000)

test('handed in many times at once: one submission, one step, one audit entry', async () => {
  const { townEditor, townApprover, town } = district
  await fillIn(townEditor, town)
  const seen = await revisionOf(town)
  const results = await Promise.all(Array.from({ length: HANDED_IN }, () => submit(townEditor, town, seen)))
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(await database().submission.count({ where: { evaluationId: town } })).toBe(1)
  expect(await database().reviewStep.count({ where: { evaluationId: town } })).toBe(1)
  expect(await database().auditEntry.count({ where: { evaluationId: town, action: 'review.submit' } })).toBe(1)

  const handedIn = await revisionOf(town)
  const forwards = await Promise.all(Array.from({ length: 20 }, () => forward(townApprover, town, handedIn)))
  expect(forwards.every(({ ok }) => ok)).toBe(true)
  expect(await database().auditEntry.count({ where: { evaluationId: town, action: 'review.forward' } })).toBe(1)
})
