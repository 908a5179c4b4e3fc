import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { testDatabase } from '@/tests/support/database'
import { type PageRule, routes, type World } from './role-matrix'
import { addressOf, aWorld, exportsOf, type Person, routeFiles, signInAs } from './server-side'

testDatabase()

let world: World
let editor: Person
beforeAll(async () => {
  const made = await aWorld()
  world = made.world
  editor = made.own.find(({ role }) => role === 'editor') as Person
  await signInAs(editor)
})

/** What the page itself asks for to draw what it shows anyway. */
const PARTS_OF_PAGES = [
  '/departments/tree',
  '/evaluations/[id]/changes',
  '/evaluations/[id]/data',
  '/evaluations/[id]/evidence/list',
  '/evaluations/[id]/library',
  '/evaluations/[id]/live',
  '/evaluations/[id]/report/document',
]

const FILES = Object.entries(routes).filter(([address, { shownTo }]) => shownTo !== 'everyone' && !PARTS_OF_PAGES.includes(address))

async function ask(address: string, rule: PageRule): Promise<Response> {
  const { GET } = await exportsOf(routeFiles.find((file) => addressOf(file) === address) ?? '')
  const search = new URLSearchParams(rule.search?.(world))
  return (await GET?.(new Request(`http://hengji.example${address}?${search}`), {
    params: Promise.resolve(rule.params?.(world) ?? {}),
  })) as Response
}

const taken = async () =>
  (await database().auditEntry.findMany({ where: { action: 'papers.download' }, orderBy: { number: 'asc' } })).map(
    ({ actorId, evaluationId, payload }) => ({ actorId, evaluationId, payload: JSON.parse(payload) }),
  )

test.each(FILES)('whoever takes a file away from %s is in the log, once', async (address, rule) => {
  const before = (await taken()).length
  const answer = await ask(address, rule)
  expect(answer.headers.get('content-disposition')).toMatch(/^(?:attachment|inline); /)
  await answer.arrayBuffer()
  const entries = (await taken()).slice(before)
  expect(entries).toMatchObject([{ actorId: editor.userId, evaluationId: world.evaluation }])
  expect(entries[0]?.payload.part).toBeTruthy()
})

test.each(FILES)('where nothing can be written down nothing is handed out at %s', async (address, rule) => {
  await database()
    .$executeRaw`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$`
  await database().$executeRaw`CREATE TRIGGER fail BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION fail()`
  const answer = await ask(address, rule)
  await database().$executeRaw`DROP FUNCTION fail CASCADE`
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('磁盘空间不足')])
})
