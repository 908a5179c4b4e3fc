// The server process of an embedded database. Whoever calls these holds the folder's lock.

import crypto from 'node:crypto'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isRunning, numberSpace } from '../process-state.mjs'
import { freePort, isPortFree } from '../setup/port.mjs'
import { Refusal } from '../setup/terminal.mjs'
import { mend } from './files.mjs'
import { recall, remember } from './known.mjs'
import { forgetServer, servingProcess } from './postmaster-file.mjs'
import { logSince, saysDamage, serverTrouble } from './trouble.mjs'

const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  // Its files lie on this machine's own disk, where what stands apart is read as fast as what stands together
  random_page_cost: '1.1',
}

/** How long a server may take to recover after a kill. */
const patience = 120

const addressOf = ({ password, port }) => `postgresql://app:${password}@127.0.0.1:${port}/postgres`

/** Why a new connection is refused; null where it is not. */
async function refusalOf(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    return error
  }
}

/** Whether the server was told to end and waits for those who are connected. Its messages are English: so the files were made. */
const isLeaving = ({ code, message }) => code === '57P03' && message.includes('shutting down')

/** `in`, `refused` (another password), `nobody` (none listens), `leaving`, or `later`. Throws where the server says that its files are damaged. */
async function login(known, root) {
  const refusal = await refusalOf(addressOf(known))
  if (refusal === null) return 'in'
  if (saysDamage(refusal.code)) throw serverTrouble(`PANIC: ${refusal.message}`, root)
  if (isLeaving(refusal)) return 'leaving'
  return { '28P01': 'refused', ECONNREFUSED: 'nobody' }[refusal.code] ?? 'later'
}

/** A server listens soon after it began: what nobody listens for that many times has ended, though nobody may have noticed. */
const deaf = 60

/** Gives the server that runs on these files, or one that is started now, once it can be used: its address and process. */
export async function runningServer(at) {
  const begun = performance.now()
  let launches = 0
  let unheard = 0
  for (;;) {
    const known = recall(at.root)
    const pid = servingProcess(at.data, known.space)
    if (pid === null || unheard > deaf) {
      unheard = 0
      await launch(at, known, ++launches)
    } else {
      const outcome = known.password === null ? 'refused' : await login(known, at.root)
      if (outcome === 'in') return { url: addressOf(known), pid }
      unheard = outcome === 'nobody' ? unheard + 1 : 0
      // What waits for its last connection to be closed is not waited for
      if (outcome === 'leaving') await stopServer(at.data, at.programs)
      if (outcome === 'refused') {
        await stopServer(at.data, at.programs)
        remember(at.root, { ...known, password: null })
      }
    }
    const seconds = (performance.now() - begun) / 1000
    if (seconds > patience)
      throw new Refusal(`数据库在 ${patience} 秒内没有就绪。请查看日志 ${path.join(at.root, 'pg.log')}，排除原因后再启动。`)
    at.whileWaiting(seconds, '数据库就绪')
    await wait(50)
  }
}

async function launch(at, before, tries) {
  if (at.isShared && before.space !== null && before.space !== numberSpace()) {
    throw new Refusal(`数据文件夹正由另一容器中的程序使用：${at.root}。请先停止它，或用 HENGJI_DATA_DIR 指定其他数据文件夹。`)
  }
  mend(at.root, at.data, at.programs.owner)
  forgetServer(at.data, at.programs.owner)
  const known = {
    password: before.password ?? (await newPassword(at)),
    // The same port, so that whoever has the address keeps it; not where that has failed already.
    port: before.port !== null && tries < 4 && (await isPortFree(before.port)) ? before.port : await freePort(),
    space: numberSpace(),
  }
  remember(at.root, known)

  const logged = logSince(at.root)
  const options = Object.entries({ ...ownSettings, ...at.settings }).map(([name, value]) => `-c ${name}=${value}`)
  const start = [
    '-D',
    at.data,
    '-l',
    path.join(at.root, 'pg.log'),
    '-w',
    '-t',
    String(patience),
    '-o',
    ['-p', known.port, ...options].join(' '),
    'start',
  ]
  // No pipes: the server would inherit them.
  const { status, output } = await at.programs.run('pg_ctl', start, { stdio: 'ignore' })
  if (status === 0 || servingProcess(at.data, known.space) !== null) return
  // Of a killed server the children may hold its shared memory for a moment longer; a port may be taken at this very moment.
  const isPassing = /shared memory block|could not bind|could not create any TCP/.test(logged())
  if (!isPassing || tries === 20) throw serverTrouble(logged() || output, at.root)
  await wait(250)
}

/** Sets a new password where the old one is lost: the server's files are ours, and alone with them PostgreSQL asks for none. */
async function newPassword({ root, data, programs }) {
  const password = crypto.randomBytes(18).toString('hex')
  const input = `ALTER ROLE app PASSWORD '${password}'\n`
  const { status, output } = await programs.run('postgres', ['--single', '-D', data, 'postgres'], { named: true, input })
  if (status !== 0 || /ERROR/.test(output)) throw serverTrouble(output, root)
  return password
}

/** How often a server is asked whether it was told to end, in milliseconds. */
const ASKED_EVERY = 3_000

/**
 * Resolves when the server at this address is gone: a connection held open tells at once, and whatever became of its process. Also when
 * it was told to end: it lets nobody in any more, and that connection itself would keep it so for ever.
 */
export async function serverLost(url) {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  let asking
  await new Promise((resolve) => {
    client.on('error', resolve)
    client.on('end', resolve)
    client.connect().catch(resolve)
    asking = setInterval(async () => {
      const refusal = await refusalOf(url)
      if (refusal !== null && isLeaving(refusal)) resolve()
    }, ASKED_EVERY).unref()
  })
  clearInterval(asking)
  void client.end().catch(() => {})
}

/** Ends the server, kindly first, and waits until its process is gone. */
export async function stopServer(data, programs) {
  const pid = servingProcess(data, numberSpace())
  if (pid === null) return
  const stop = (mode) => programs.run('pg_ctl', ['-D', data, '-m', mode, '-w', '-t', '30', 'stop'])
  if ((await stop('fast')).status !== 0) await stop('immediate')
  for (let tries = 0; isRunning(pid) && tries < 100; tries++) await wait(50)
}
