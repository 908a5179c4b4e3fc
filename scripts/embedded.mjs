// The embedded database: a real PostgreSQL server out of an npm package, its files in one folder of ours.
// Several processes may use it at once; the last one to leave stops it. What a kill, a copy or a full disk left behind is
// put in order at the next start.
import fs from 'node:fs'
import path from 'node:path'
import { initialise } from './embedded/files.mjs'
import { postgresPrograms } from './embedded/programs.mjs'
import { runningServer, serverLost, stopServer } from './embedded/server.mjs'
import { announce, present, withLock } from './presence.mjs'

/**
 * Opens the database in `folder`, making, mending or starting it where needed. `settings` are PostgreSQL's, beyond our own.
 * `whileWaiting` is called again and again while others are at it or the server recovers, with the seconds waited and, of the
 * server, what is waited for; what it throws ends the attempt. Throws a `Refusal` where the database cannot run.
 *
 * `whenLost()` resolves once the server is gone; `reopen()` starts it again, on the same address where that is free, and gives
 * the address. `release()` stops the server unless another process still uses it.
 */
export async function openEmbedded(folder, { settings = {}, whileWaiting = () => {} } = {}) {
  const root = path.resolve(folder)
  fs.mkdirSync(root, { recursive: true, mode: 0o755 })
  const data = path.join(root, 'pgdata')
  const users = path.join(root, 'users')
  const inTurn = (work) => withLock(path.join(root, 'starting'), work, whileWaiting)
  let server = null
  let me = null

  const run = async () => {
    const programs = postgresPrograms(data)
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) await initialise(root, data, programs)
    me ??= await announce(users)
    const isShared = (await present(users)).some((number) => number !== me.number)
    server = await runningServer({ root, data, programs, settings, whileWaiting, isShared })
    return server.url
  }

  async function release() {
    if (me === null) return
    me.leave()
    const stop = async () => {
      if ((await present(users)).length === 0) await stopServer(data, postgresPrograms(data))
    }
    // On a full disk nobody can take turns, and yet the server must end.
    await withLock(path.join(root, 'starting'), stop).catch(stop)
  }

  try {
    await inTurn(run)
  } catch (error) {
    await release()
    throw error
  }

  return {
    url: server.url,
    pid: server.pid,
    whenLost: () => serverLost(server.url),
    reopen: () => inTurn(run),
    release,
  }
}
