import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { standaloneFolder } from './build.mjs'
import { home } from './folders.mjs'
import { Refusal } from './terminal.mjs'

const leash = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url))

/** The server's way to be asked whether it is ready; it listens on all addresses or on the one named. */
const reachedAt = ({ host, port }) => `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`

async function isReady(mode) {
  try {
    return (await fetch(`${reachedAt(mode)}/health`, { signal: AbortSignal.timeout(30_000) })).ok
  } catch {
    return false
  }
}

/**
 * Starts the built program, or with `dev` the development server. `ready` resolves once it answers.
 * `ended` resolves with its exit status; `stop()` lets it finish the requests under way, for five seconds at most.
 */
export function startServer(mode, environment, { dev = false } = {}) {
  const args = dev
    ? ['node_modules/next/dist/bin/next', 'dev', '--port', String(mode.port), '--hostname', mode.host]
    : ['--import', leash, path.join(standaloneFolder, 'server.js')]
  const child = spawn(process.execPath, args, {
    cwd: home,
    // A process group of its own: Ctrl-C reaches us alone, so that the server ends before its database. By the channel it hears if we are killed.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', ...(dev ? [] : ['ipc'])],
    env: { ...process.env, ...environment, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const server = {
    status: null,
    ended: new Promise((resolve) => {
      child.once('exit', (status) => {
        server.status = status ?? 1
        resolve(server.status)
      })
    }),
    async stop() {
      if (server.status !== null) return
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await server.ended
      clearTimeout(late)
    },
  }
  server.ready = untilReady(mode, server)
  return server
}

async function untilReady(mode, server) {
  while (!(await isReady(mode))) {
    if (server.status !== null) throw new Refusal(`程序没有启动（退出码 ${server.status}），原因见上。`)
    await wait(50)
  }
}
