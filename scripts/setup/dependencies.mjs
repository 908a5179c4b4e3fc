import fs from 'node:fs'
import path from 'node:path'
import { home } from './folders.mjs'
import { run } from './run.mjs'
import { Refusal, say } from './terminal.mjs'

const readLock = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(home, file), 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * Whether node_modules holds what the lock file asks for, by npm's own record of its last finished installation.
 * Packages for other platforms may be absent.
 */
function areDependenciesInstalled() {
  const wanted = readLock('package-lock.json')
  const installed = readLock('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([name, { version, optional, link }]) => {
    if (name === '' || link) return true
    return installed[name] ? installed[name].version === version : optional === true
  })
}

/** npm is started by its own script where npm started us: no shell, on every platform. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' })
}

/**
 * Installs from the lock file where that is needed. Without install scripts: nothing here depends on them, and newer
 * versions of npm do not run them. With the tools, also under NODE_ENV=production, for the program is built here.
 */
export async function installDependencies() {
  if (areDependenciesInstalled()) return
  say('正在按 package-lock.json 安装依赖（首次约 1 分钟）……')
  const status = await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) throw new Refusal('依赖安装失败，原因见上。请检查能否连接 npm 软件源，然后重试。')
}
