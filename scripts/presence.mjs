// Who is here, and whose turn it is. Whoever comes listens on a socket in a folder, under a number of its own: the system
// closes it however the process ends, so that the dead are told from the living without asking whose process number it was.
// It holds across containers that share the folder.
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const onWindows = process.platform === 'win32'

/** Windows has named pipes in a space of their own; a file under the number says which. */
const pipe = (name) => `\\\\.\\pipe\\hengji-${name}`

/** Runs `work` with an address for the socket `name` in `folder`. Addresses are short (107 bytes), folders may not be: Linux goes by the open folder. */
async function withAddress(folder, name, work) {
  if (onWindows) return work(pipe(name))
  if (process.platform !== 'linux') return work(path.join(folder, name))
  const handle = fs.openSync(folder, 'r')
  try {
    return await work(`/proc/self/fd/${handle}/${name}`)
  } finally {
    fs.closeSync(handle)
  }
}

const listen = (folder, name) =>
  withAddress(
    folder,
    name,
    (address) =>
      new Promise((resolve, reject) => {
        const server = net.createServer((visitor) => visitor.destroy())
        server.unref()
        // The folder is what a person can do something about, not the address.
        server.once('error', (error) => reject(Object.assign(error, { path: folder, address: undefined })))
        server.listen({ path: address, writableAll: true }, () => {
          server.on('error', () => {})
          resolve(server)
        })
      }),
  )

/** What a connection is refused with where nobody listens any more. */
const nobodyThere = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'])

function isThere(folder, number) {
  const name = onWindows ? fs.readFileSync(path.join(folder, String(number)), 'utf8') : String(number)
  return withAddress(
    folder,
    name,
    (address) =>
      new Promise((resolve) => {
        const visit = net.connect(address, () => {
          visit.destroy()
          resolve(true)
        })
        visit.once('error', ({ code }) => resolve(!nobodyThere.has(code)))
      }),
  )
}

const numbersIn = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

/** Puts the socket under a number higher than any there. No number comes twice, so that clearing up after the dead never hits the living. */
function takeNumber(folder, socket) {
  for (;;) {
    const number = Math.max(Date.now(), ...numbersIn(folder).map((other) => other + 1))
    const mine = path.join(folder, String(number))
    try {
      if (onWindows) fs.writeFileSync(mine, socket, { flag: 'wx' })
      else fs.linkSync(path.join(folder, socket), mine)
    } catch (error) {
      if (error.code === 'EEXIST') continue
      throw error
    }
    // Whoever took a higher one at this moment may have looked before ours was there.
    if (Math.max(...numbersIn(folder)) === number) return number
    fs.rmSync(mine)
  }
}

/** Is here from now on, until `leave()` or the end of the process. `number` orders by arrival. */
export async function announce(folder) {
  fs.mkdirSync(folder, { recursive: true })
  const socket = crypto.randomUUID()
  const server = await listen(folder, socket)
  const number = takeNumber(folder, socket)
  fs.rmSync(path.join(folder, socket), { force: true })
  return {
    number,
    leave() {
      fs.rmSync(path.join(folder, String(number)), { force: true })
      server.close()
    },
  }
}

/** The numbers of those who are here; what the dead left behind is removed. */
export async function present(folder) {
  const found = await Promise.all(
    numbersIn(folder).map(async (number) => {
      if (await isThere(folder, number).catch(({ code }) => !nobodyThere.has(code))) return number
      fs.rmSync(path.join(folder, String(number)), { force: true })
      return null
    }),
  )
  return found.filter((number) => number !== null)
}

/**
 * Runs `work` when everybody who came to `folder` before is gone. `whileWaiting` is called meanwhile with the seconds
 * waited so far; what it throws ends the waiting.
 */
export async function withLock(folder, work, whileWaiting = () => {}) {
  const me = await announce(folder)
  const begun = performance.now()
  try {
    while ((await present(folder)).some((number) => number < me.number)) {
      whileWaiting((performance.now() - begun) / 1000)
      await wait(50)
    }
    return await work()
  } finally {
    me.leave()
  }
}
