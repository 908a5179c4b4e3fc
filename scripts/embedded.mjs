// The embedded database: a real PostgreSQL server out of an npm package, its files in one folder of ours.
// Several processes may use it at once; the last one to leave stops it.
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withLock } from './file-lock.mjs'
import { postgresPrograms } from './postgres-program.mjs'
import { isRunning, isZombie } from './process-state.mjs'

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

/** The number in postmaster.pid, or `null` without that file. */
function serverProcess(data) {
  try {
    return Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Makes the database's files, beside their final place and renamed, so that an interrupted first start leaves nothing half-made. */
function initialise(folder, data, programs) {
  programs.handOver(folder)
  const unfinished = path.join(folder, 'pgdata.init')
  fs.rmSync(unfinished, { recursive: true, force: true })
  const password = crypto.randomBytes(18).toString('hex')
  const passwordFile = path.join(folder, 'password.init')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  programs.handOver(passwordFile)
  const result = programs.run('initdb', [
    ...['-D', unfinished, '-U', 'app', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--data-checksums'],
    // The order of texts does not depend on the machine.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ])
  fs.rmSync(passwordFile)
  if (result.status !== 0) throw new Error(`initdb: ${result.error?.message ?? ''}${result.stderr ?? ''}${result.stdout ?? ''}`)
  remember(folder, { password })
  fs.renameSync(unfinished, data)
}

const remember = (folder, known) => fs.writeFileSync(path.join(folder, 'embedded.json'), JSON.stringify(known), { mode: 0o600 })

const recall = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'embedded.json'), 'utf8'))

/** After a kill a dead server that nobody reaped still counts as running for pg_ctl; waited for, then forgotten. */
async function forgetDeadServer(data) {
  for (let tries = 0; tries < 20; tries++) {
    const pid = serverProcess(data)
    if (pid === null || !isZombie(pid)) return
    await wait(100)
  }
  fs.rmSync(path.join(data, 'postmaster.pid'))
}

async function launch(folder, data, programs, extraSettings) {
  await forgetDeadServer(data)
  const known = { ...recall(folder), port: await freePort() }
  remember(folder, known)
  const options = Object.entries({ ...settings, ...extraSettings }).map(([name, value]) => `-c ${name}=${value}`)
  const log = path.join(folder, 'pg.log')
  const args = ['-D', data, '-l', log, '-w', '-t', '60', '-o', ['-p', known.port, ...options].join(' '), 'start']
  // Of a killed server the children may hold its shared memory for a moment longer. No pipes: the server would inherit them.
  for (let tries = 0; tries < 20; tries++) {
    if (programs.run('pg_ctl', args, 'ignore').status === 0) return known
    await wait(250)
  }
  throw new Error(`数据库没有启动：${fs.existsSync(log) ? fs.readFileSync(log, 'utf8').slice(-800) : log}`)
}

/** The other living processes that use this database; the marks of dead ones are removed. */
function otherUsers(folder) {
  const users = path.join(folder, 'users')
  return fs.readdirSync(users).filter((name) => {
    if (Number(name) === process.pid) return false
    if (isRunning(Number(name))) return true
    fs.rmSync(path.join(users, name), { force: true })
    return false
  })
}

/**
 * Opens the database in `folder`, making or starting it where needed.
 * `release()` stops the server unless another process still uses it.
 */
export async function openEmbedded(folder, extraSettings = {}) {
  const root = path.resolve(folder)
  const data = path.join(root, 'pgdata')
  const mark = path.join(root, 'users', String(process.pid))
  fs.mkdirSync(path.join(root, 'users'), { recursive: true, mode: 0o755 })
  const lock = path.join(root, 'start.lock')
  const programs = postgresPrograms(data)

  const known = await withLock(lock, async () => {
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise(root, data, programs)
    fs.writeFileSync(mark, '')
    // `pg_ctl status` only looks whether the process number exists, which may be another's by now: the port is asked.
    const { port } = recall(root)
    const running = serverProcess(data) !== null && port !== undefined && (await answers(port))
    return running ? recall(root) : launch(root, data, programs, extraSettings)
  })

  return {
    url: `postgresql://app:${known.password}@127.0.0.1:${known.port}/postgres`,
    pid: serverProcess(data),
    release: () =>
      withLock(lock, async () => {
        fs.rmSync(mark, { force: true })
        if (otherUsers(root).length === 0) programs.run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
      }),
  }
}
