import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '@/scripts/embedded.mjs'
import { migrate, migrationsIn } from '@/scripts/migrate.mjs'
import { checkDatabaseFits, openDatabase } from '@/scripts/setup/database.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-migrate-'))
let server: Awaited<ReturnType<typeof openEmbedded>>
let client: pg.Client

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  server = await openEmbedded(path.join(folder, 'postgres'))
})

afterAll(async () => {
  await server.release()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** An empty database; its address. */
async function emptyDatabase(name: string): Promise<string> {
  const beside = new pg.Client({ connectionString: server.url })
  await beside.connect()
  await beside.query(`CREATE DATABASE ${name}`)
  await beside.end()
  return server.url.replace(/postgres$/, name)
}

async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

const insertDepartment = `INSERT INTO departments (id, kind, name, code, path) VALUES ('a', 'unit', '示例单位', '001', '/a/')`

test('a database of the first version is brought up to date with what it holds', async () => {
  const url = await emptyDatabase('upgrade')
  const all = migrationsIn()
  expect(await migrate(url, all.slice(0, 1))).toEqual(all.slice(0, 1).map(({ name }) => name))
  await query(url, insertDepartment)
  expect(await migrate(url)).toEqual(all.slice(1).map(({ name }) => name))
  expect(await query(url, 'SELECT name FROM departments')).toEqual([{ name: '示例单位' }])
  expect(await migrate(url)).toEqual([])
})

test('a migration that fails leaves the database as it was', async () => {
  const url = await emptyDatabase('failing')
  await migrate(url)
  const failing = { name: '99990101000000_failing', sql: 'CREATE TABLE half_done (id int); SELECT 1 / 0', checksum: 'x' }
  await expect(migrate(url, [...migrationsIn(), failing])).rejects.toThrow('99990101000000_failing: division by zero')
  expect(await query(url, `SELECT to_regclass('half_done') AS found`)).toEqual([{ found: null }])
  expect(await migrate(url)).toEqual([])
})

test('a database newer than the program is refused', async () => {
  const url = await emptyDatabase('newer')
  const later = { name: '99990101000000_later', sql: 'CREATE TABLE later (id int)', checksum: 'x' }
  await migrate(url, [...migrationsIn(), later])
  await expect(openDatabase({ databaseUrl: url }, folder)).rejects.toThrow('数据库比程序新：其中的结构变更 99990101000000_later')
})

test('a migration edited after it was applied is refused', async () => {
  const url = await emptyDatabase('edited')
  const [first, ...rest] = migrationsIn()
  if (!first) throw new Error('no migrations')
  await migrate(url, [{ ...first, checksum: 'edited' }, ...rest])
  await expect(migrate(url)).rejects.toThrow('与程序中的不一致')
})

test('lines that git ended in another way are the same migration, noted down either way', async () => {
  const asIs = migrationsIn()
  const checkout = path.join(folder, 'checkout')
  for (const { name, sql } of asIs) {
    fs.mkdirSync(path.join(checkout, name), { recursive: true })
    fs.writeFileSync(path.join(checkout, name, 'migration.sql'), sql.replaceAll('\n', '\r\n'))
  }
  expect(migrationsIn(checkout)).toEqual(asIs)

  const url = await emptyDatabase('line_ends')
  const [first, ...rest] = asIs
  if (!first) throw new Error('no migrations')
  const withCarriageReturns = createHash('sha256').update(first.sql.replaceAll('\n', '\r\n')).digest('hex')
  await migrate(url, [{ ...first, checksum: withCarriageReturns }, ...rest])
  expect(await migrate(url)).toEqual([])
})

test('two programs that start at once migrate once', async () => {
  const url = await emptyDatabase('together')
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.flat()).toEqual(migrationsIn().map(({ name }) => name))
})

test('a database that could lose acknowledged writes is refused', async () => {
  const url = await emptyDatabase('careless')
  await query(url, 'ALTER DATABASE careless SET synchronous_commit = off')
  await expect(openDatabase({ databaseUrl: url }, folder)).rejects.toThrow('synchronous_commit 为 off')
})

test('a database that cannot be reached is named without its password', async () => {
  const unreachable = openDatabase({ databaseUrl: 'postgresql://app:hidden@127.0.0.1:1/hengji' }, folder)
  await expect(unreachable).rejects.toThrow(/无法连接数据库 postgresql:\/\/app@127\.0\.0\.1:1\/hengji/)
  await expect(openDatabase({ databaseUrl: 'not an address' }, folder)).rejects.toThrow('DATABASE_URL 无效')
})

test('no demo where real accounts exist, no real system on demo data', async () => {
  const url = await emptyDatabase('fits')
  await migrate(url)
  await expect(checkDatabaseFits({ demo: true }, url)).resolves.toBeUndefined()
  await expect(checkDatabaseFits({ demo: false }, url)).resolves.toBeUndefined()

  await query(url, 'INSERT INTO installation (id, demo) VALUES (1, true)')
  await expect(checkDatabaseFits({ demo: false }, url)).rejects.toThrow('该数据库中是演示数据')

  await query(url, `INSERT INTO users (id, login_name, name, password_hash) VALUES ('u', 'someone', '示例', 'x')`)
  await expect(checkDatabaseFits({ demo: true }, url)).rejects.toThrow('该数据库中已有正式账号')
})
