import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbedded } from '@/scripts/embedded.mjs'
import { isRunning } from '@/scripts/process-state.mjs'
import { home } from '@/scripts/setup/folders.mjs'

let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-embedded-'))
  fs.chmodSync(folder, 0o755)
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const database = () => path.join(folder, 'postgres')

async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** Writes numbers one by one, each its own transaction, and gives those that were acknowledged before the server was killed. */
async function writeUntilKilled(url: string, pid: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  const killed = setTimeout(() => process.kill(pid, 'SIGKILL'), 150)
  try {
    for (;;) {
      await client.query('INSERT INTO written VALUES ($1)', [acknowledged + 1])
      acknowledged++
    }
  } catch {
    clearTimeout(killed)
    return acknowledged
  }
}

test('an acknowledged write survives kill -9 of the database', async () => {
  const first = await openEmbedded(database())
  await query(first.url, 'CREATE TABLE written (number int)')
  const acknowledged = await writeUntilKilled(first.url, first.pid ?? 0)
  expect(acknowledged).toBeGreaterThan(0)

  const second = await openEmbedded(database())
  try {
    const [row] = await query(second.url, 'SELECT count(*)::int AS kept FROM written')
    // The last one may have been written without anybody having been told.
    expect([acknowledged, acknowledged + 1]).toContain(row?.kept)
  } finally {
    await second.release()
  }
})

/** Another process that opens the database, says so, and keeps it until its input ends. */
function otherUser(): { process: ChildProcess; opened: Promise<number>; closed: Promise<void> } {
  const program = `
    import { openEmbedded } from ${JSON.stringify(path.join(home, 'scripts/embedded.mjs'))}
    const database = await openEmbedded(${JSON.stringify(database())})
    process.stdout.write(String(database.pid) + '\\n')
    process.stdin.resume().on('end', () => database.release())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  return {
    process: child,
    opened: new Promise((resolve) => child.stdout.once('data', (text) => resolve(Number(text)))),
    closed: new Promise((resolve) => child.once('exit', () => resolve())),
  }
}

test('processes that start at once share one server, and the last one to leave stops it', async () => {
  const others = [otherUser(), otherUser(), otherUser()]
  const pids = await Promise.all(others.map(({ opened }) => opened))
  expect(new Set(pids).size).toBe(1)
  const pid = pids[0] ?? 0

  const [first, second, third] = others
  for (const leaving of [first, second]) {
    leaving?.process.stdin?.end()
    await leaving?.closed
    expect(isRunning(pid)).toBe(true)
  }
  third?.process.stdin?.end()
  await third?.closed
  expect(isRunning(pid)).toBe(false)
})

test('a process that was killed does not keep the server alive', async () => {
  const other = otherUser()
  const pid = await other.opened
  other.process.kill('SIGKILL')
  await other.closed
  const mine = await openEmbedded(database())
  expect(mine.pid).toBe(pid)
  await mine.release()
  expect(isRunning(pid)).toBe(false)
})

/** A database that holds one number, and is stopped again. */
async function aStoppedDatabase(): Promise<void> {
  const first = await openEmbedded(database())
  await query(first.url, 'CREATE TABLE kept (number int)')
  await query(first.url, 'INSERT INTO kept VALUES (7)')
  await first.release()
}

async function expectKept(): Promise<void> {
  const again = await openEmbedded(database())
  try {
    expect(await query(again.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }])
  } finally {
    await again.release()
  }
}

const files = () => path.join(database(), 'pgdata')

function everyPlace(at: string): string[] {
  return [at, ...fs.readdirSync(at, { withFileTypes: true, recursive: true }).map((entry) => path.join(entry.parentPath, entry.name))]
}

test('a copy that lost modes, owners, empty folders and the password opens with what it holds, and so does each damaged state file', async () => {
  await aStoppedDatabase()
  for (const place of everyPlace(database()).reverse()) {
    if (!fs.statSync(place).isDirectory()) fs.chmodSync(place, 0o444)
    else if (fs.readdirSync(place).length === 0) fs.rmdirSync(place)
    else fs.chmodSync(place, 0o755)
    if (process.getuid?.() === 0 && fs.existsSync(place)) fs.chownSync(place, 0, 0)
  }
  fs.rmSync(path.join(database(), 'embedded.json'))
  await expectKept()
  expect(fs.statSync(files()).mode & 0o077).toBe(0)
  expect(fs.statSync(path.join(database(), 'embedded.json')).mode & 0o077).toBe(0)

  const { space } = JSON.parse(fs.readFileSync(path.join(database(), 'embedded.json'), 'utf8'))
  for (const state of ['', '{"password":"an', 'null', JSON.stringify({ password: 'another', port: 1, space })]) {
    fs.writeFileSync(path.join(database(), 'embedded.json'), state)
    await expectKept()
  }
})

test('a server’s file from a kill, a copy or another container does not keep the next from starting', async () => {
  await aStoppedDatabase()
  const left = (pid: number | string) => `${pid}\n${files()}\n1\n1\n\n127.0.0.1\n  1  1\nready   \n`
  // Nothing, half a number, a living process that is no server, this very process, one of another container
  for (const text of ['', '12', left(process.ppid), left(process.pid), left('x')]) {
    fs.writeFileSync(path.join(files(), 'postmaster.pid'), text)
    await expectKept()
  }
})

test('what an interrupted first start left is cleared away, and files that are no database are refused', async () => {
  fs.mkdirSync(path.join(database(), 'pgdata.init-left', 'base'), { recursive: true })
  fs.writeFileSync(path.join(database(), 'pgdata.init-left.password'), 'x')
  fs.mkdirSync(files())
  await aStoppedDatabase()
  expect(fs.readdirSync(database()).filter((name) => name.startsWith('pgdata.init'))).toEqual([])

  fs.rmSync(path.join(files(), 'PG_VERSION'))
  await expect(openEmbedded(database())).rejects.toThrow(/数据库文件不完整：.*请从备份恢复/)
})

test('a backup that lacks something the server cannot do without is told from one that can be mended', async () => {
  await aStoppedDatabase()
  const without = async (place: string, says: RegExp) => {
    const [here, aside] = [path.join(files(), place), path.join(folder, 'aside')]
    fs.renameSync(here, aside)
    await expect(openEmbedded(database()), place).rejects.toThrow(says)
    fs.rmSync(here, { recursive: true, force: true })
    fs.renameSync(aside, here)
  }
  // The databases themselves: told as soon as the server answers, not when patience ends
  for (const name of fs.readdirSync(path.join(files(), 'base')).filter((number) => Number(number) > 4))
    await without(`base/${name}`, /请从备份恢复/)
  for (const place of ['pg_xact', 'global/pg_control', 'postgresql.conf', 'pg_hba.conf']) await without(place, /请从备份恢复/)
  await expectKept()

  fs.renameSync(files(), path.join(folder, 'elsewhere'))
  fs.symlinkSync(path.join(folder, 'unmounted'), files())
  await expect(openEmbedded(database())).rejects.toThrow(/指向的位置不存在/)
  fs.rmSync(files())
  fs.symlinkSync(path.join(folder, 'elsewhere'), files())
  await expectKept()
})

test('the loss of the server is told at once, and it comes back on the same address', async () => {
  const mine = await openEmbedded(database())
  try {
    await query(mine.url, 'CREATE TABLE kept (number int)')
    const lost = mine.whenLost()
    process.kill(mine.pid, 'SIGKILL')
    await lost
    expect(await mine.reopen()).toBe(mine.url)
    expect(await query(mine.url, 'SELECT number FROM kept')).toEqual([])
  } finally {
    await mine.release()
  }
})
