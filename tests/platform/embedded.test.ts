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
