// Why an embedded database does not run, in a sentence.
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '../setup/terminal.mjs'
import { isDiskFull, sentences } from '../setup/trouble.mjs'

/** What PostgreSQL prints, and what there is to do. */
const known = [
  [/No space left on device|Disk quota exceeded|Check free disk space/, (root) => sentences.ENOSPC(root)],
  [/Read-only file system/, (root) => sentences.EROFS(root)],
  [/Permission denied|wrong ownership|invalid permissions/, (root) => sentences.EACCES(root)],
  [/Cannot allocate memory|could not (create|map).*shared memory/, (root) => sentences.ENOMEM(root)],
  [
    /initialized by PostgreSQL version|incompatible with server/,
    () => '数据库文件由另一版本的 PostgreSQL 建立。请用建立它的程序版本打开。',
  ],
  [/shared memory block .* still in use/, () => '上次的数据库进程尚未结束。请稍候再启动；仍不成功时，结束残留的 postgres 进程。'],
]

const damage = [
  new RegExp(
    [
      'could not locate a valid checkpoint|invalid checkpoint|could not find.*WAL|invalid data in file|PANIC|could not open file',
      'not a valid data directory|could not access status of transaction|configuration file|could not load .*pg_hba',
    ].join('|'),
  ),
  () => '数据库文件不完整或已损坏。请从备份恢复整个数据文件夹。',
]

/** By what a server that runs answers (SQLSTATE) where files of its databases are missing or do not hold what they should. */
export const saysDamage = (code) => ['3D000', '58P01', 'XX001', 'XX002'].includes(code)

/** The refusal for what a PostgreSQL program printed before it ended. */
export function serverTrouble(output, root) {
  const isSaid = ([pattern]) => pattern.test(output)
  // What looks like damage on a full disk is mostly nothing but that.
  const [, sentence] = known.find(isSaid) ?? (isDiskFull(root) ? known[0] : [damage].find(isSaid)) ?? []
  const said = output.match(/(?:FATAL|PANIC|error|ERROR): .*/g)?.at(-1) ?? output.trim().split('\n').at(-1)
  return new Refusal(
    `数据库没有启动：${sentence?.(root) ?? `请查看日志 ${path.join(root, 'pg.log')}，排除原因后再启动。`}${said ? `（${said}）` : ''}`,
  )
}

/** What the server logs from here on: a function that reads it. */
export function logSince(root) {
  const file = path.join(root, 'pg.log')
  const begin = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return () => (fs.existsSync(file) ? fs.readFileSync(file).subarray(begin).toString().slice(-20_000) : '')
}
