import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { copyScheme } from '@/lib/data/schemes/scheme-drafts'
import { idle } from '@/lib/forms/state/form-state'
import { refusalSentence } from '@/lib/messages/refusals'
import { testDatabase } from '@/tests/support/database'
import { value, viewerOf } from '@/tests/support/people'
import { aWorld, exportsOf, type Person, send, signInAs } from './server-side'

/** Refusals that no rule of the data layer gives: what the forms and pages themselves say no to. */

testDatabase()

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})

/** What an action answers to a form of these fields, sent by this person. */
async function answerOf(person: Person, action: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
  await signInAs(person)
  const form = new FormData()
  for (const [name, text] of Object.entries(fields)) form.set(name, text)
  return (await send(action, [idle, form])).answer
}
const editor = (): Person => world.own.find(({ role }) => role === 'editor') as Person

test('a new password that is the old one is refused at its box', async () => {
  const same = { currentPassword: 'a-calm-river-2026', newPassword: 'a-calm-river-2026', repeatedPassword: 'a-calm-river-2026' }
  expect(await answerOf(editor(), 'app/account/actions.ts#changePassword', same)).toMatchObject({
    status: 'refused',
    fields: { newPassword: refusalSentence({ code: 'password-unchanged' }) },
  })
})

test('a new password that is repeated otherwise is refused where it is repeated', async () => {
  const typed = { currentPassword: 'a-calm-river-2026', newPassword: 'another-calm-river', repeatedPassword: 'another-calm-rivers' }
  expect(await answerOf(editor(), 'app/account/actions.ts#changePassword', typed)).toMatchObject({
    status: 'refused',
    fields: { repeatedPassword: refusalSentence({ code: 'password-not-repeated' }) },
  })
})

test('what no form sends is refused at its field, in a sentence', async () => {
  const sent = { evaluationId: world.world.evaluation, section: 'nothing' }
  expect(await answerOf(editor(), 'app/evaluations/[id]/carry/actions.ts#carryOver', sent)).toMatchObject({
    status: 'refused',
    fields: { section: refusalSentence({ code: 'invalid-field' }) },
  })
})

test('a scheme that contradicts itself is refused with the number of its places, and each place says why', async () => {
  const viewer = await viewerOf(world.whole.userId)
  const draft = value(await copyScheme(viewer, world.world.schemeVersion, { id: 'contradicting', name: '示例方案' }))
  const { body } = await database().schemeVersion.findUniqueOrThrow({ where: { id: draft } })
  const scheme = structuredClone(body) as { dimensions: { maxScore: string }[] }
  if (scheme.dimensions[0]) scheme.dimensions[0].maxScore = '1'
  const sent = { versionId: draft, seen: '0', draft: JSON.stringify(scheme) }
  const answer = (await answerOf(world.whole, 'app/schemes/actions.ts#saveScheme', sent)) as { message: string; fields: object }
  const count = Object.keys(answer.fields).length
  expect(count).toBeGreaterThan(0)
  expect(answer.message).toBe(refusalSentence({ code: 'scheme-problems', facts: { count: `${count}` } }))
})

test('nothing is taken over out of a paper that was replaced meanwhile', async () => {
  const sent = { evaluationId: world.world.evaluation, paper: 'a'.repeat(64), revision: '0', seen: '{}', accepted: 'all' }
  expect(await answerOf(editor(), 'app/evaluations/[id]/intake/actions.ts#acceptFromPaper', sent)).toMatchObject({
    status: 'refused',
    message: refusalSentence({ code: 'paper-replaced' }),
  })
})

test('whoever is led to signing in because their time was over is told so', async () => {
  await signInAs(null)
  const { default: Login } = await exportsOf('app/login/page.tsx')
  const drawn = async (query: Record<string, string>) => JSON.stringify(await Login?.({ searchParams: Promise.resolve(query) }))
  const sentence = refusalSentence({ code: 'session-ended' })
  expect(await drawn({ ended: '1' })).toContain(sentence)
  expect(await drawn({})).not.toContain(sentence)
})
