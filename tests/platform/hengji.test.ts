import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { home } from '@/scripts/setup/folders.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-command-'))

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** The command as a person types it, with a data folder of its own. */
const hengji = (...args: string[]) =>
  spawnSync('npm', ['run', '-s', 'hengji', '--', ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, HENGJI_DATA_DIR: path.join(folder, 'data'), DATABASE_URL: '' },
  })

test('help names every command, on standard output alone', () => {
  const { status, stdout } = hengji('help')
  expect(status).toBe(0)
  for (const command of ['evaluate', 'create-administrator', 'reset-password', 'recompute']) expect(stdout).toContain(command)
})

test.each([[[]], [['no-such-command']], [['constructor']]])('%j is no command: status 2, and nothing on standard output', (args) => {
  const { status, stdout, stderr } = hengji(...args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('用法')
})

test('evaluate gives one line a file, opens no database, and its status says whether every file was read', () => {
  const file = path.join(folder, 'unreadable.json')
  fs.writeFileSync(file, '{')
  const begun = performance.now()
  const { status, stdout } = hengji('evaluate', file, file)
  const seconds = (performance.now() - begun) / 1000
  expect(status).toBe(2)
  const lines = stdout.trim().split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ file, error: { message: expect.any(String) } })
  expect(fs.existsSync(path.join(folder, 'data'))).toBe(false)
  expect(seconds).toBeLessThan(5)
})

test('recompute opens the embedded database for as long as it takes, and stops it', () => {
  const { status, stderr } = hengji('recompute')
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(status).toBe(0)
  expect(fs.existsSync(path.join(folder, 'data/postgres/pgdata/postmaster.pid'))).toBe(false)
})
