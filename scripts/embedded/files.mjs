// The files of an embedded database: made the first time, mended where a copy of them lost something on its way.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keepNames } from '../keep-file.mjs'
import { Refusal } from '../setup/terminal.mjs'
import { remember } from './known.mjs'
import { serverTrouble } from './trouble.mjs'

const unfinishedPrefix = 'pgdata.init'

/** Makes the database's files beside their final place and renames them: an interrupted first start leaves nothing half-made. */
export async function initialise(root, data, programs) {
  if (fs.lstatSync(data, { throwIfNoEntry: false })) refuseIncomplete(data)
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith(unfinishedPrefix))) {
    // A killed start's initdb may still be writing there; it ends by itself.
    fs.rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 3 })
  }
  const unfinished = path.join(root, `${unfinishedPrefix}-${crypto.randomUUID()}`)
  const passwordFile = `${unfinished}.password`
  const password = crypto.randomBytes(18).toString('hex')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const place of [root, passwordFile]) giveTo(programs.owner, place)
  const { status, output } = await programs.run(
    'initdb',
    [
      ...['-D', unfinished, '-U', 'app', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--data-checksums'],
      // The order of texts does not depend on the machine.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    { named: true },
  )
  fs.rmSync(passwordFile)
  if (status !== 0) {
    const trouble = serverTrouble(output, root)
    fs.rmSync(unfinished, { recursive: true, force: true })
    throw trouble
  }
  remember(root, { password })
  fs.renameSync(unfinished, data)
  keepNames(root)
}

function refuseIncomplete(data) {
  if (!fs.existsSync(data)) throw new Refusal(`数据库文件夹指向的位置不存在：${data}。请接上它所在的磁盘后再启动。`)
  if (fs.readdirSync(data).length === 0) fs.rmdirSync(data)
  else
    throw new Refusal(
      `数据库文件不完整：${data} 中缺少 PG_VERSION。请从备份恢复整个数据文件夹；其中没有要保留的数据时，移走该文件夹再启动。`,
    )
}

const giveTo = (owner, place) => owner !== null && fs.lchownSync(place, owner, owner)

/** What PostgreSQL keeps empty and yet insists on; archives often leave out empty folders. */
const emptyFolders = [
  ...['pg_commit_ts', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat', 'pg_stat_tmp'],
  ...['pg_tblspc', 'pg_twophase', 'pg_logical/mappings', 'pg_logical/snapshots', 'pg_wal/archive_status', 'pg_wal/summaries'],
]

/** Gives back to the files what copying, unpacking or another account took from them: empty folders, modes, their owner. */
export function mend(root, data, owner) {
  for (const folder of emptyFolders) fs.mkdirSync(path.join(data, folder), { recursive: true })
  if (process.platform === 'win32') return
  for (const place of [root, path.join(root, 'pg.log')]) if (fs.existsSync(place)) mendOne(place, owner)
  mendAll(data, owner)
  // The server's own rule: nobody else may read the data.
  if (fs.statSync(data).mode & 0o027) fs.chmodSync(data, 0o700)
}

function mendAll(folder, owner) {
  mendOne(folder, owner)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) mendAll(place, owner)
    else if (entry.isFile()) mendOne(place, owner)
  }
}

function mendOne(place, owner) {
  const { uid, mode } = fs.lstatSync(place, { throwIfNoEntry: false }) ?? {}
  if (uid === undefined) return
  const needed = fs.lstatSync(place).isDirectory() ? 0o700 : 0o600
  if (owner === null && uid !== process.getuid()) {
    throw new Refusal(
      `${place} 属于其他账号（编号 ${uid}）。请用该账号启动，或由 root 执行：chown -R ${process.getuid()} ${path.dirname(place)}`,
    )
  }
  if (owner !== null && uid !== owner) giveTo(owner, place)
  if ((mode & needed) !== needed) fs.chmodSync(place, (mode & 0o777) | needed)
}
