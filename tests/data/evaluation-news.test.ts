import { beforeAll, expect, test } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { follow, hasRoom, mayFollow, type News, tellPlace } from '@/lib/data/evaluation/evaluation-news'
import { openSession } from '@/lib/data/people/sessions'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, line, save } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const sessionOf = (userId: string) => inTransaction((tx) => openSession(tx, userId, new Date()))

test('who follows an evaluation hears of changes of it and of who is where, and of no other', async () => {
  const { editor, colleague, townEditor, street, town } = district
  const heard: News[] = []
  const stop = follow(editor, street, (news) => heard.push(news))
  // What happened while nobody listened counts as a change
  await expect.poll(() => heard).toEqual([{ kind: 'changed' }])
  await save(townEditor, town, { 'cover/phone': line('020-1') })
  await save(colleague, street, { 'cover/phone': line('020-2') })
  value(await tellPlace(colleague, street, { tab: 't', at: 'cover/phone' }))
  await expect
    .poll(() => heard.slice(1))
    .toEqual([{ kind: 'changed' }, { kind: 'place', tab: 't', at: 'cover/phone', userId: colleague.userId, name: colleague.name }])
  expect(refusal(await tellPlace(townEditor, street, { tab: 't', at: '' }))).toBe('not-permitted')
  stop()
  await save(colleague, street, { 'cover/phone': line('020-3') }, 1)
  expect(heard).toHaveLength(3)
})

test('one may follow what one may see, while the session lasts and the account is there', async () => {
  const { editor, townEditor, street } = district
  const session = await sessionOf(editor.userId)
  const seenAt = async () => (await database().session.findUniqueOrThrow({ where: { id: session } })).lastSeenAt
  const before = await seenAt()
  expect(await mayFollow(editor, session, street)).toBe(true)
  expect(await seenAt()).toEqual(before)
  expect(await mayFollow(townEditor, await sessionOf(townEditor.userId), street)).toBe(false)
  await database().membership.deleteMany({ where: { userId: editor.userId } })
  expect(await mayFollow(editor, session, street)).toBe(false)
  await database().session.update({ where: { id: session }, data: { endedAt: new Date() } })
  expect(await mayFollow(editor, session, street)).toBe(false)
})

test('nobody follows more than a few windows at once', () => {
  const { colleague, street } = district
  const stops = Array.from({ length: 6 }, () => follow(colleague, street, () => undefined))
  expect(hasRoom(colleague)).toBe(false)
  for (const stop of stops) {
    stop()
    stop()
  }
  expect(hasRoom(colleague)).toBe(true)
})
