import { pino } from 'pino'

/** What takes longer than this, in milliseconds, is marked as slow. */
const SLOW_MS = 1000

/** Never written, wherever it stands. */
const SECRET = ['password', 'token', 'cookie', 'authorization', 'secret'].flatMap((name) => [name, `*.${name}`])

/** One line per message: JSON where a program reads it, a plain line at a terminal. */
export const logger = () =>
  pino(
    {
      level: process.env.HENGJI_LOG || 'info',
      base: null,
      redact: { paths: SECRET, censor: '［略］' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    process.stdout.isTTY ? { write: (line) => process.stdout.write(plainLine(JSON.parse(line))) } : pino.destination(1),
  )

const plainLine = ({ time, msg, method, path, status, ms, id, fault }) =>
  [
    time.slice(11, 19),
    method,
    path,
    status,
    ms === undefined ? '' : `${ms} ms`,
    msg,
    status >= 500 || fault ? id : '',
    ...faultLines(fault),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .concat('\n')

const faultLines = (fault) => (fault === undefined ? [] : [fault.name, fault.code, ...fault.at.map((frame) => `\n    ${frame}`)])

/**
 * Tells of answers. Addresses are written without what was asked in them, which may hold names. A terminal is told of
 * failures and slow answers only.
 *
 * @param {Pick<import('pino').Logger, 'info' | 'warn' | 'error'>} log
 */
export function requestLog(log, all = !process.stdout.isTTY) {
  return ({ id, method, url, status, ms, whole, queries = 0, queryMs = 0, pressMs = 0 }) => {
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
      ...(queries > 0 && { queries, queryMs: Math.round(queryMs) }),
      ...(pressMs > 0 && { pressMs: Math.round(pressMs) }),
      ...(slow && { slow }),
      ...(whole ? {} : { aborted: true }),
    }
    log[failed ? 'error' : slow ? 'warn' : 'info'](entry)
  }
}

/** Frames of a stack that are kept: the nearest say where. */
const FRAMES = 12

/** An error without its words: they may hold what somebody typed, or whom a row is about. What caused it says most. */
function faultOf(error) {
  const { name, code, message, stack = '', cause, meta } = error
  const inner = cause?.originalCode ?? meta?.driverAdapterError?.cause?.originalCode
  const at = String(stack)
    .replace(String(message), '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
  return { name: String(name), ...(code || inner ? { code: String(inner ?? code) } : {}), at }
}

/** One complaint about what was sent is written in this time, in ms; the others are counted: anybody may send anything, as often as they like. */
const SENT_EVERY_MS = 60_000

/**
 * Where the program and the framework complain (`console.error`): into the log, under the id of the request at hand. The error
 * page shows an error's `digest`, so that gets the same id: whoever reads it out leads to the line.
 *
 * What a request sent and no action could read is no fault of the program: a warning, once a minute, with how `many` there were since the
 * one before. Each has the line of its answer besides.
 */
export function faultLog(log, requestAtHand, now = Date.now) {
  let many = 0
  let until = 0
  return (...said) => {
    const request = requestAtHand()
    const id = request?.id
    const [text] = said.filter((one) => typeof one === 'string')
    const error = said.find((one) => one instanceof Error)
    if (error !== undefined && id !== undefined && Object.isExtensible(error)) error.digest = id
    const entry = { ...(id && { id }), ...(error && { fault: faultOf(error) }) }
    const words = error === undefined ? text?.slice(0, 500) : undefined
    if (!request?.sent || request.begun) return log.error(entry, words)
    many += 1
    if (now() < until) return
    log.warn({ ...entry, many }, words)
    many = 0
    until = now() + SENT_EVERY_MS
  }
}
