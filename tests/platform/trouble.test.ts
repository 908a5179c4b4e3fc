import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { serverTrouble } from '@/scripts/embedded/trouble.mjs'
import { keepFile } from '@/scripts/keep-file.mjs'
import { sentenceFor, sentenceForOutput } from '@/scripts/setup/trouble.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-trouble-'))

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const failing = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

const withCode = (code: string, message: string, extra = {}) => Object.assign(new Error(message), { code, ...extra })

describe('errors of the system and of databases are sentences that say what to do', () => {
  test.each([
    ['a file that is missing', () => failing(() => fs.readFileSync(path.join(folder, 'none'))), '找不到文件'],
    ['a full disk', () => withCode('ENOSPC', 'ENOSPC: no space left on device, write', { path: '/data/x' }), '磁盘空间不足：/data/x'],
    ['a quota', () => withCode('EDQUOT', 'EDQUOT'), '磁盘空间不足'],
    ['a disk that may only be read', () => withCode('EROFS', 'EROFS', { path: '/data' }), '文件夹为只读：/data'],
    ['a file of somebody else', () => withCode('EACCES', 'EACCES', { path: '/data' }), '没有权限读写：/data'],
    ['a role that may not write', () => withCode('42501', 'permission denied for table users'), '数据库账号权限不足'],
    ['a replica', () => withCode('25006', 'cannot execute INSERT in a read-only transaction'), '数据库为只读'],
    ['a folder where a file should be', () => failing(() => fs.writeFileSync(folder, '')), `文件和文件夹弄错了：${folder}`],
    ['a file where a folder should be', () => withCode('ENOTDIR', 'ENOTDIR', { path: '/data/x' }), '文件和文件夹弄错了：/data/x'],
    ['what is no file, as Node.js says it', () => failing(() => fs.rmSync(folder)), '文件和文件夹弄错了'],
    ['a page that does not add up', () => withCode('XX001', 'invalid page in block 0 of relation base/5/1'), '从备份恢复'],
    ['a database on a full disk', () => withCode('53100', 'could not extend file'), '数据库所在的磁盘空间不足'],
    ['too many connections', () => withCode('53300', 'too many clients already'), '数据库资源不足'],
    ['what caused an error', () => new Error('20260101_x: failed', { cause: withCode('53100', 'could not extend') }), '磁盘空间不足'],
  ])('%s', (_, error, sentence) => {
    expect(sentenceFor(error())).toContain(sentence)
  })

  test('a connection that is refused speaks of the database, not of a file', async () => {
    const error = await new Promise((resolve) => net.connect(1, '127.0.0.1').once('error', resolve))
    expect(sentenceFor(error)).toContain('无法连接数据库')
  })

  test('a bug has no sentence', () => {
    expect(sentenceFor(new TypeError('x is not a function'))).toBeNull()
    expect(sentenceFor('thrown')).toBeNull()
  })

  test.each([
    ['npm error code ENOSPC', '磁盘空间不足：/srv'],
    ['error: EACCES: permission denied, mkdir', '没有权限读写：/srv'],
    ['Read-only file system', '文件夹为只读：/srv'],
  ])('a program that printed %j', (output, sentence) => {
    expect(sentenceForOutput(output, '/srv')).toContain(sentence)
    expect(sentenceForOutput('something else', '/srv')).toBeNull()
  })
})

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', '磁盘空间不足'],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device', '磁盘空间不足'],
  ['FATAL:  data directory "/d" has wrong ownership', '没有权限读写'],
  ['FATAL:  database files are incompatible with server', '另一版本'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', '尚未结束'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1', '从备份恢复'],
  ['FATAL:  "/d" is not a valid data directory', '从备份恢复'],
  ['FATAL:  could not access status of transaction 802', '从备份恢复'],
  ['postgres: could not access the server configuration file "/d/postgresql.conf": No such file or directory', '从备份恢复'],
  ['FATAL:  configuration file "/d/postgresql.conf" contains errors', '从备份恢复'],
  ['FATAL:  could not load /d/pg_hba.conf', '从备份恢复'],
  ['something nobody knows', 'pg.log'],
])('PostgreSQL that printed %j', (output, sentence) => {
  const { message } = serverTrouble(output, folder)
  expect(message).toContain(sentence)
  expect(message).toContain(output.replace(/.*(?=FATAL|PANIC)/, ''))
})

test('a kept file is whole or as it was, and nothing stays beside it', () => {
  const file = path.join(folder, 'kept')
  keepFile(file, 'first', 0o600)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  fs.mkdirSync(path.join(folder, 'taken/inside'), { recursive: true })
  expect(() => keepFile(path.join(folder, 'taken'), 'second')).toThrow()
  expect(fs.readdirSync(folder).sort()).toEqual(['kept', 'taken'])
  expect(fs.readFileSync(file, 'utf8')).toBe('first')
})
