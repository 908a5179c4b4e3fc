import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { refusalSentence } from '@/lib/messages/refusals'
import { testDatabase } from '@/tests/support/database'
import type { World } from './role-matrix'
import { actions } from './role-matrix-of-actions'
import { aWorld, type Person, send, signInAs } from './server-side'

testDatabase()

let world: World
let editor: Person
let whole: Person

beforeAll(async () => {
  const made = await aWorld()
  world = made.world
  editor = made.own.find(({ role }) => role === 'editor') as Person
  whole = made.whole
  await signInAs(whole)
  const { schemeId, name } = await database().schemeVersion.findUniqueOrThrow({ where: { id: world.schemeVersion } })
  const draft = await database().schemeVersion.findFirstOrThrow({ where: { id: world.schemeVersion } })
  await database().schemeVersion.create({
    data: { id: 'draft', schemeId, version: 99, name, body: draft.body ?? {}, bodyHash: draft.bodyHash },
  })
})

/** What is sent as the matrix has it, with a character that no font has in one of its fields. */
async function answerWith(action: string, field: string): Promise<Record<string, string>> {
  const sent = actions[action]?.sent(world) ?? []
  const form = sent.find((one) => one instanceof FormData)
  if (!(form instanceof FormData)) throw new Error(`no form: ${action}`)
  form.set(field, '示例\u{e000}')
  const { answer } = await send(action, sent)
  return (answer as { fields: Record<string, string> }).fields
}

test.each([
  ['app/departments/actions.ts#add', 'name'],
  ['app/departments/actions.ts#rename', 'name'],
  ['app/users/actions.ts#create', 'name'],
  ['app/users/actions.ts#rename', 'name'],
  ['app/rounds/actions.ts#open', 'name'],
  ['app/rounds/actions.ts#addGroup', 'groupName'],
  ['app/rounds/actions.ts#addGroup', 'formerName'],
] as const)('%s refuses a character that no paper can show, at %s', async (action, field) => {
  expect(await answerWith(action, field)).toEqual({ [field]: expect.stringContaining('U+E000') })
})

test.each([
  ['app/evaluations/[id]/projects/actions.ts#addNewProject', 'name'],
  ['app/evaluations/[id]/projects/actions.ts#renameListedProject', 'name'],
] as const)('%s of the department refuses it as well, at %s', async (action, field) => {
  await signInAs(editor)
  const fields = await answerWith(action, field)
  await signInAs(whole)
  expect(fields).toEqual({ [field]: expect.stringContaining('U+E000') })
})

test('a roster is told in which row such a name stands, and nobody of it is stored', async () => {
  const list = '单位代码\t用户名\t姓名\t角色\n101\tprinted-roster\t示例\u{e000}\t填报人'
  const form = new FormData()
  for (const [name, text] of Object.entries({ list, step: 'keep' })) form.set(name, text)
  const { answer } = await send('app/users/roster/actions.ts#takeRoster', [{}, form])
  expect(JSON.stringify(answer)).toContain('U+E000')
  expect(await database().user.count({ where: { loginName: 'printed-roster' } })).toBe(0)
})

test('a scheme is told where in it such a character stands', async () => {
  const { body } = await database().schemeVersion.findUniqueOrThrow({ where: { id: 'draft' } })
  const scheme = structuredClone(body) as { dimensions: { name: string }[] }
  if (scheme.dimensions[0]) scheme.dimensions[0].name = '产出\u{e000}'
  const form = new FormData()
  for (const [name, text] of Object.entries({ versionId: 'draft', seen: '0', draft: JSON.stringify(scheme) })) form.set(name, text)
  const { answer } = await send('app/schemes/actions.ts#saveScheme', [{}, form])
  expect((answer as { fields: object }).fields).toEqual({ 'dimensions/0/name': expect.stringContaining('U+E000') })
  const copy = new FormData()
  for (const [name, text] of Object.entries({ fromId: world.schemeVersion, as: 'scheme', id: 'copied', name: '方案\u{e000}' }))
    copy.set(name, text)
  const copied = await send('app/schemes/actions.ts#copy', [{}, copy])
  expect((copied.answer as { fields: object }).fields).toEqual({ name: expect.stringContaining('U+E000') })
})

test('what was kept while other fonts were there is told before anything is handed in: its project and cell are named', async () => {
  await signInAs(editor)
  const sendIn = async () => {
    const { answer } = await send('app/evaluations/[id]/actions.ts#submitEvaluation', [
      ...(actions['app/evaluations/[id]/actions.ts#submitEvaluation']?.sent(world) ?? []),
    ])
    return (answer as { message: string }).message
  }
  const keep = (id: string, preparer: string) =>
    database().evaluation.update({ where: { id }, data: { preparer, revision: { increment: 1 } } })
  await keep(world.project, '张\u{e000}')
  expect(await sendIn()).toMatch(/项目“示例项目”的“填报人”.*U\+E000/)
  await keep(world.project, '')
  await keep(world.evaluation, '张\u{e000}')
  expect(await sendIn()).toContain('U+E000')
  await keep(world.evaluation, '')
  expect(await sendIn()).toBe(refusalSentence({ code: 'changed-meanwhile' }))
})
