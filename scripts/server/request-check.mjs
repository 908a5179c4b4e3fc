// What is checked of every request before anything else looks at it. Not authorisation: that is decided where data is read.
import net from 'node:net'

/** The largest body of a request, in bytes. */
const LARGEST_BODY = 1024 * 1024
const LONGEST_ADDRESS = 4096

/** Where a file is taken in, which is written to the disk as it comes; its size, in bytes. */
const UPLOAD = /^\/evaluations\/[^/?]+\/(?:intake\/paper|workbook\/file|evidence\/file)(?:\?|$)/
const LARGEST_FILE = 32 * 1024 * 1024

const READING = new Set(['GET', 'HEAD'])

/** Headers by which Next.js speaks to itself; from outside they are somebody's trick. */
const INTERNAL = /^(?:x-middleware-|x-invoke-|x-nextjs-|x-matched-path$|x-now-route-matches$|x-next-|x-action-|x-hengji-)/

/** Headers that only a proxy of ours may have set. */
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-server', 'x-real-ip']

/**
 * Whether every part of the address can be decoded, and none of them holds a NUL. Nor may its path hold a backslash, which no browser
 * sends: the framework takes it for a slash at one place and not at another, and with an `_rsc` behind it never answers.
 */
function isDecodable(address) {
  if (!address.startsWith('/') || address.startsWith('//') || address.length > LONGEST_ADDRESS) return false
  if (address.split('?', 1)[0].includes('\\')) return false
  try {
    return !decodeURIComponent(address.replace(/\+/g, ' ')).includes('\0')
  } catch {
    return false
  }
}

const hasBody = (headers) => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Whether so much comes behind the head of a request, or nobody knows how much, that a refusal does not wait for it. */
export const hasLongBody = ({ headers }) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > LARGEST_BODY

/** Whether a header stands there more than once; the program would see the first, and a proxy may have gone by another. */
function isRepeated(name, rawHeaders) {
  let times = 0
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at].length === name.length && rawHeaders[at].toLowerCase() === name) times += 1
  return times > 1
}

/** What an action or a form may be sent as. */
const FORM_TYPES = /^(?:multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/i

/**
 * The status to refuse a request with, or null. An address that cannot be decoded is none (400), nor are two hosts; a host that
 * is not ours is answered by nobody (421). What only asks has no body (400). Besides GET, HEAD and POST nothing is known (405): no other origin is let in, so that none has
 * to ask by OPTIONS first. What changes something must come from a page of this very origin, as its `Origin` says (missing,
 * `null` and malformed ones are refused: 403), must be a form (415), and must say how long its body is (411 where it does
 * not, 413 above 1 MB, or 32 MB where it is a file), so that it is refused before it is read.
 */
export function refusedStatus({ method, url, headers, rawHeaders }, { canonical, hostAnswered }) {
  if (!isDecodable(url) || isRepeated('host', rawHeaders)) return 400
  const host = hostAnswered(headers.host)
  if (host === null) return 421
  if (READING.has(method)) return headers['next-action'] === undefined && !hasBody(headers) ? null : 400
  if (method !== 'POST') return 405
  if (url.startsWith('/_next/') || /\.\w+$/.test(url.split('?')[0])) return 405
  if (!isSameOrigin(headers, host, canonical)) return 403
  const length = headers['content-length']
  if (length === undefined) return headers['transfer-encoding'] === undefined ? null : 411
  if (!/^\d{1,15}$/.test(length)) return 411
  const isFile = UPLOAD.test(url)
  if (Number(length) > (isFile ? LARGEST_FILE : LARGEST_BODY)) return 413
  if (isFile) return headers['content-type'] === 'application/octet-stream' ? null : 415
  return FORM_TYPES.test(headers['content-type'] ?? '') ? null : 415
}

/** Whether a request says that it comes from a page of the origin that it goes to. */
function isSameOrigin(headers, host, canonical) {
  const { origin, 'sec-fetch-site': site } = headers
  if (!origin || !URL.canParse(origin) || new URL(origin).origin !== origin) return false
  if (site !== undefined && site !== 'same-origin') return false
  return origin === (canonical === null ? `http://${host}` : canonical.origin)
}

/**
 * Makes of a request's headers what the program may believe: the host as we are called, the address of the connection,
 * the request's id; nothing that a client says of where it came through, but for as many proxies as are ours.
 */
export function takeHeaders(request, { canonical, hostAnswered }, { id, proxies }) {
  const { headers, socket } = request
  for (const name of Object.keys(headers)) if (INTERNAL.test(name) || FORWARDED.includes(name)) delete headers[name]
  const address = socket.remoteAddress ?? 'unknown'
  const chain = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
  delete headers['x-forwarded-for']
  const said = proxies > 0 ? chain.at(-proxies) : undefined
  headers['x-hengji-address'] = said !== undefined && net.isIP(said) !== 0 ? said : address
  headers['x-hengji-request'] = id
  headers.host = hostAnswered(headers.host) ?? headers.host
  if (canonical !== null) headers['x-forwarded-proto'] = canonical.protocol.slice(0, -1)
}
