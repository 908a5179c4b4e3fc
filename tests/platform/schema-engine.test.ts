import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '@/scripts/embedded.mjs'
import { home } from '@/scripts/setup/folders.mjs'

/** Prisma's own command line through scripts/schema-engine-shim.mjs, in a project of its own, on a real database. */

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-schema-'))
const project = path.join(folder, 'project')
let server: Awaited<ReturnType<typeof openEmbedded>>

const addressOf = (database: string) => server.url.replace(/postgres$/, database)

const head = `generator client {
  provider = "prisma-client"
  output   = "./client"
}
datasource db {
  provider = "postgresql"
}
`
const first = `${head}model Thing {
  id   Int    @id
  name String
}
`
const second = first.replace('name String', 'name String\n  kind Kind @default(plain)').concat('enum Kind {\n  plain\n  rare\n}\n')

function prisma(args: string, database = 'developed') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(home, 'node_modules/prisma/build/index.js'), ...args.split(' ')],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: addressOf(database), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', CI: '1' },
    },
  )
  return { status, output: stdout + stderr }
}

async function columns(database: string) {
  const client = new pg.Client({ connectionString: addressOf(database) })
  await client.connect()
  const { rows } = await client.query(`SELECT column_name FROM information_schema.columns WHERE table_name = 'Thing' ORDER BY 1`)
  await client.end()
  return rows.map((row) => row.column_name)
}

const write = (name: string, text: string) => fs.writeFileSync(path.join(project, name), text)

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  server = await openEmbedded(path.join(folder, 'postgres'))
  fs.mkdirSync(path.join(project, 'prisma'), { recursive: true })
  fs.symlinkSync(path.join(home, 'node_modules'), path.join(project, 'node_modules'))
  fs.symlinkSync(path.join(home, 'scripts'), path.join(project, 'scripts'))
  fs.copyFileSync(path.join(home, 'prisma.config.ts'), path.join(project, 'prisma.config.ts'))
  write('package.json', '{}')
  write('prisma/schema.prisma', first)
})

afterAll(async () => {
  await server.release()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('a schema is validated and its client generated; a wrong one is refused with its place', () => {
  expect(prisma('validate').status).toBe(0)
  expect(prisma('generate').status).toBe(0)
  expect(fs.existsSync(path.join(project, 'prisma/client/client.ts'))).toBe(true)
  write('prisma/schema.prisma', first.replace('String', 'Strin'))
  const wrong = prisma('validate')
  expect(wrong.status).not.toBe(0)
  expect(wrong.output).toContain('Strin')
  write('prisma/schema.prisma', first)
})

test('migrations are written, compared and applied', async () => {
  expect(prisma('migrate dev --name first')).toMatchObject({ status: 0 })
  write('prisma/schema.prisma', second)
  const difference = prisma('migrate diff --from-migrations prisma/migrations --to-schema prisma/schema.prisma --script')
  expect(difference.output).toContain(`CREATE TYPE "Kind" AS ENUM ('plain', 'rare')`)
  expect(difference.output).not.toContain('CREATE TABLE')
  expect(prisma('migrate dev --name second')).toMatchObject({ status: 0 })
  expect(await columns('developed')).toEqual(['id', 'kind', 'name'])

  const written = fs.readdirSync(path.join(project, 'prisma/migrations')).filter((name) => name !== 'migration_lock.toml')
  expect(written.map((name) => name.replace(/^\d+_/, ''))).toEqual(['first', 'second'])
  expect(prisma('migrate deploy', 'deployed').status).toBe(0)
  expect(await columns('deployed')).toEqual(['id', 'kind', 'name'])
})

test('a migration that fails is said, and is no success', () => {
  const broken = path.join(project, 'prisma/migrations/99990101000000_broken')
  fs.mkdirSync(broken)
  fs.writeFileSync(path.join(broken, 'migration.sql'), 'ALTER TABLE "Missing" ADD COLUMN a int;')
  const { status, output } = prisma('migrate deploy', 'deployed')
  expect(status).not.toBe(0)
  expect(output).toContain('No such table: Missing')
})
