import fs from 'node:fs'
import path from 'node:path'
import { ensureWritable, home } from './folders.mjs'
import { runNode } from './run.mjs'
import { Refusal, say } from './terminal.mjs'
import { sentenceForOutput } from './trouble.mjs'

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

/** npm's own program: that of the npm which started us, else the one found on the path. */
function npmProgram() {
  const places = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => [
    // On Windows `npm` is a shell script beside the folder that holds the program.
    path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    path.join(folder, 'npm'),
  ])
  const found = [process.env.npm_execpath ?? '', ...places].filter((file) => fs.existsSync(file)).map((file) => fs.realpathSync(file))
  const program = found.find((file) => file.endsWith('.js'))
  if (!program) throw new Refusal('没有找到 npm。请连同 npm 一起安装 Node.js 后再启动。')
  return program
}

/**
 * Installs from the lock file where that is needed. Without install scripts: nothing here depends on them, and newer
 * versions of npm do not run them. With the tools, also under NODE_ENV=production, for the program is built here.
 */
export async function installDependencies() {
  if (areDependenciesInstalled()) return
  say('正在按 package-lock.json 安装依赖（首次约 1 分钟）……')
  ensureWritable(path.join(home, 'node_modules'))
  let output = ''
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const status = await runNode(npmProgram(), ['ci', ...options], {
    onOutput: (text) => {
      output += text
    },
  })
  if (status !== 0) {
    throw new Refusal(sentenceForOutput(output, home) ?? `依赖安装失败。请检查能否连接 npm 软件源，然后重试。\n${output}`)
  }
}
