import { Refusal } from './terminal.mjs'

/** Long enough, and varied enough not to be one key held down. The program itself checks the same. */
const isStrong = (secret) => secret.length >= 32 && new Set(secret).size >= 12

const portOf = (text) => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535) throw new Refusal(`PORT 无效：${text}。请填写 1 至 65535 之间的端口号。`)
  return port
}

/**
 * How the program is to run, from the environment alone.
 *
 * Demo mode is the default only with the embedded database: 127.0.0.1 only, with a secret of its own (`secret` null here).
 * Outside it a strong AUTH_SECRET is required.
 */
export function operatingMode(environment) {
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
  return { demo, databaseUrl, port, host: environment.HOSTNAME || '0.0.0.0', secret }
}
