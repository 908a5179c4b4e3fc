import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database, disconnect } from '@/lib/data/database/database'
import { databaseTrouble } from '@/lib/data/database/database-trouble'
import { addDepartment } from '@/lib/data/people/departments'
import { refusalSentence } from '@/lib/messages/refusals'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, line } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

const own = testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  vi.spyOn(console, 'error').mockReturnValue(undefined)
})

async function onDatabase(...statements: string[]) {
  const client = new pg.Client({ connectionString: own.url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const save = (phone: string) => saveCells(district.editor, district.street, [{ address: 'cover/phone', seen: 0, value: line(phone) }])
const add = () =>
  addDepartment(district.administrator, { parentId: district.departments.whole.id, kind: 'unit', name: '示例新单位', code: '900' })

/** Has every entry of the log fail as the database would, with this SQLSTATE. */
const failWith = (state: string) =>
  onDatabase(
    `CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '${state}'; END $$`,
    'CREATE OR REPLACE TRIGGER fail BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION fail()',
  )

describe('what goes wrong around the database while saving is said, and nothing is kept by half', () => {
  afterEach(() => onDatabase('DROP TRIGGER IF EXISTS fail ON audit_entries'))

  test.each([
    ['53100', 'disk-full', '磁盘空间不足'],
    ['25006', 'database-read-only', '只读'],
    ['53300', 'database-busy', '系统繁忙'],
    ['55P03', 'database-busy', '系统繁忙'],
    ['57014', 'database-busy', '系统繁忙'],
    ['57P01', 'database-silent', '没有应答'],
  ])('SQLSTATE %s: %s', async (state, code, words) => {
    await failWith(state)
    const before = (await evaluationOf(district.editor, district.street)).cover.phone
    for (const refused of [await save('1'), await add()]) {
      expect(refusal(refused)).toBe(code)
      if (!refused.ok) expect(refusalSentence(refused.refusal)).toContain(words)
    }
    expect((await evaluationOf(district.editor, district.street)).cover.phone).toBe(before)
  })

  test('a fault of ours stays one', async () => {
    await failWith('22012')
    await expect(save('1')).rejects.toThrow()
  })
})

test('a database that may only be read says so at the save, and saves again afterwards', async () => {
  const name = new URL(own.url).pathname.slice(1)
  await onDatabase(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`)
  await disconnect()
  expect(refusal(await save('2'))).toBe('database-read-only')
  await onDatabase('SET default_transaction_read_only = off', `ALTER DATABASE "${name}" RESET default_transaction_read_only`)
  await disconnect()
  expect(value(await save('2')).saved).toHaveLength(1)
})

test('nothing waits for ever: statements, locks and idle transactions end', async () => {
  const limits = await database().$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings
    WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') AND setting::int BETWEEN 1 AND 60000`
  expect(limits).toHaveLength(3)
})

test('a database that is not there is a trouble, not a fault', async () => {
  process.env.DATABASE_URL = 'postgresql://app@127.0.0.1:1/hengji'
  const error = await database()
    .user.count()
    .catch((reason: unknown) => reason)
  await disconnect()
  process.env.DATABASE_URL = own.url
  expect(databaseTrouble(error)).toEqual({ code: 'database-silent' })
})
