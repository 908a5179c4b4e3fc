import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { home } from './folders.mjs'
import { checkPortIsFree } from './port.mjs'
import { leash } from './run.mjs'
import { Refusal } from './terminal.mjs'

/** How long the program may take until it answers, in seconds. The development server compiles first. */
const patience = (dev) => (dev ? 300 : 60)

/** What /health answers, or `null`. Asked on a plain connection: no proxy of the environment stands between. */
const askHealth = ({ host, port }) =>
  new Promise((resolve) => {
    const at = { host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host, port, path: '/health' }
    // Wherever it listens, this machine's own address is one that it answers to.
    const headers = { host: `127.0.0.1:${port}` }
    const request = http.get({ ...at, headers, agent: false, timeout: 10_000 }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      response.on('end', () => resolve(parsed(body)))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })

const parsed = (body) => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/**
 * The engine tidies up sooner: a quarter less memory for the same work. No limit: what is really needed is there. Tidying up at each fifth
 * more than what is in use took a quarter of the processor's time; at half as much again memory grows by 30 MB.
 */
const THRIFTY = ['--max-semi-space-size=8', '--heap-growing-percent=30']

/**
 * What threads of the engine gave back goes back to the system: without these, glibc keeps 40 to 60 MB of it for ever.
 * Other systems take no notice.
 */
const THRIFTY_MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' }

/**
 * Starts the built program, or with `dev` the development server. `ready` resolves once it answers and its database works.
 * `whenLost()` resolves when it has ended; `stop()` lets it finish the requests under way, for five seconds at most.
 */
export function startServer(mode, environment, { dev = false } = {}) {
  const args = [...(dev ? [] : THRIFTY), path.join(home, 'scripts/server/serve.mjs'), ...(dev ? ['--dev'] : [])]
  // Another program may answer at our address: ours is told by this mark.
  const mark = crypto.randomUUID()
  const child = spawn(process.execPath, ['--import', leash(), ...args], {
    cwd: home,
    // A process group of its own: Ctrl-C reaches us alone, so that the server ends before its database.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...THRIFTY_MALLOC,
      ...process.env,
      ...environment,
      HENGJI_START: mark,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  return {
    whenLost: () => ended,
    async stop() {
      if (hasEnded()) return
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(late)
    },
    async ready() {
      const until = performance.now() + patience(dev) * 1000
      for (;;) {
        if (hasEnded()) return refuse(mode)
        const health = await askHealth(mode)
        const status = health?.start === mark ? health.status : null
        if (status === 'ok') return
        if (status === 'database-not-writable' || performance.now() > until) throw new Refusal(unready(status))
        await wait(50)
      }
    },
  }
}

async function refuse(mode) {
  await checkPortIsFree(mode.port, mode.host)
  throw new Refusal('程序没有启动，原因见上。请排除后再启动。')
}

const unready = (status) =>
  ({
    'database-unreachable': '数据库没有应答。请检查数据库后再启动。',
    'database-not-writable': '数据库无法保存（磁盘已满或数据库为只读）。请排除后再启动。',
  })[status] ?? '程序没有应答。请检查本机是否过于繁忙或有防火墙拦截，然后再启动。'
