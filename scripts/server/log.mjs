import { pino } from 'pino'

/** What takes longer than this, in milliseconds, is marked as slow. */
const SLOW_MS = 1000

/** Never written, wherever it stands. */
const SECRET = ['password', 'token', 'cookie', 'authorization', 'secret'].flatMap((name) => [name, `*.${name}`])

/** One line per message: JSON where a program reads it, a plain line at a terminal. */
const logger = () =>
  pino(
    {
      level: process.env.HENGJI_LOG || 'info',
      base: null,
      redact: { paths: SECRET, censor: '［略］' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    process.stdout.isTTY ? { write: (line) => process.stdout.write(plainLine(JSON.parse(line))) } : pino.destination(1),
  )

const plainLine = ({ time, msg, method, path, status, ms, id }) =>
  `${time.slice(11, 19)} ${method ?? ''} ${path ?? ''} ${status ?? ''} ${ms === undefined ? '' : `${ms} ms`} ${msg ?? ''} ${status >= 500 ? (id ?? '') : ''}`
    .replace(/ +/g, ' ')
    .trimEnd()
    .concat('\n')

/**
 * Tells of answers. Addresses are written without what was asked in them, which may hold names. A terminal is told of
 * failures and slow answers only.
 *
 * @param {Pick<import('pino').Logger, 'info' | 'warn' | 'error'>} log
 */
export function requestLog(log = logger(), all = !process.stdout.isTTY) {
  return ({ id, method, url, status, ms, whole }) => {
    const failed = status >= 500
    const slow = ms > SLOW_MS
    if (!all && !failed && !slow) return
    if (url.startsWith('/_next/static/') && !failed) return
    const entry = {
      id,
      method,
      path: url.split('?')[0].slice(0, 200),
      status,
      ms: Math.round(ms),
      ...(slow && { slow }),
      ...(whole ? {} : { aborted: true }),
    }
    log[failed ? 'error' : slow ? 'warn' : 'info'](entry)
  }
}
