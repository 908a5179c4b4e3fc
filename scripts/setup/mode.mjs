import fs from 'node:fs'
import { isBlocked, portOf } from './port.mjs'
import { Refusal } from './terminal.mjs'

/** Long enough, and varied enough not to be one key held down. The program itself checks the same. */
const isStrong = (secret) => secret.length >= 32 && new Set(secret).size >= 12

/**
 * Whether it names an http or https origin that a browser can go to, and nothing more: no path, query or account, no pattern, not
 * every address of a machine.
 */
function isOrigin(text) {
  if (!/^https?:\/\/[^\s/@*]+\/?$/i.test(text) || !URL.canParse(text)) return false
  const { origin, href, hostname, port } = new URL(text)
  const isEveryAddress = hostname === '0.0.0.0' || hostname === '[::]'
  return href === `${origin}/` && !isEveryAddress && !hostname.includes('..') && port !== '0' && !isBlocked(Number(port))
}

const isFolder = (folder) => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true

/** What each setting must be where it is set, and how that is said. */
const rules = [
  ['HENGJI_DEMO', (value) => /^[01]$/.test(value), '请填写 1（演示）或 0（正式）。'],
  ['HENGJI_URL', isOrigin, '请填写用户访问的地址，以 http:// 或 https:// 开头，不带路径，例如 https://jixiao.example.gov.cn。'],
  ['HENGJI_PROXIES', (value) => /^\d$/.test(value), '请填写反向代理的层数（0 至 9）。'],
  ['HENGJI_HOST', (value) => /^[\w.:-]+$/.test(value), '请填写监听的地址，例如 127.0.0.1 或 0.0.0.0。'],
  ['HENGJI_LOG', (value) => /^(?:info|warn|error)$/.test(value), '请填写 info、warn 或 error。'],
  ['HENGJI_METRICS', (value) => /^[01]$/.test(value), '请填写 1（提供 /metrics）或 0。'],
  ['FONT_DIR', isFolder, '没有这个文件夹，请核对路径。'],
]

/** Refuses what is no address of a PostgreSQL database. It may hold a password, and is not shown. */
export function checkDatabaseUrl(url) {
  if (/^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url)) return
  throw new Refusal('DATABASE_URL 无效：应形如 postgresql://用户:密码@主机:5432/数据库。')
}

function checkSettings(environment) {
  for (const [name, isFine, advice] of rules) {
    const value = environment[name]
    if (value && !isFine(value)) throw new Refusal(`${name} 无效：${value}。${advice}`)
  }
  if (environment.DATABASE_URL) checkDatabaseUrl(environment.DATABASE_URL)
}

/**
 * How the program is to run, from the environment alone. Refuses any setting that could not be meant.
 *
 * Demo mode is the default only with the embedded database: 127.0.0.1 only, with a secret of its own (`secret` null here).
 * Outside it a strong AUTH_SECRET is required.
 */
export function operatingMode(environment) {
  checkSettings(environment)
  const databaseUrl = environment.DATABASE_URL || null
  const demo = environment.HENGJI_DEMO ? environment.HENGJI_DEMO === '1' : databaseUrl === null
  const port = portOf(environment.PORT || '3000')
  if (demo) return { demo, databaseUrl, port, host: '127.0.0.1', secret: null }

  const secret = environment.AUTH_SECRET || ''
  if (!secret) {
    throw new Refusal(
      '正式运行必须设置 AUTH_SECRET：至少 32 个字符的随机串，例如由 openssl rand -base64 48 生成。演示请设置 HENGJI_DEMO=1。',
    )
  }
  if (!isStrong(secret)) throw new Refusal('AUTH_SECRET 过弱：须为至少 32 个字符的随机串，例如由 openssl rand -base64 48 生成。')
  return { demo, databaseUrl, port, host: environment.HENGJI_HOST || '0.0.0.0', secret }
}
