/** What is checked of every request before anything else looks at it. Not authorisation: that is decided where data is read. */

/** The largest body of a request, in bytes. */
const LARGEST_BODY = 1024 * 1024

const CHANGING = /^(POST|PUT|PATCH|DELETE)$/i
const READING = /^(GET|HEAD|OPTIONS)$/i

type CheckedRequest = { method: string; url: string; headers: Headers }

/**
 * The status to refuse a request with, or null. An address with a NUL in it is no address (400). What changes something must come from a page of this very host, as
 * its `Origin` says (missing, `null` and malformed ones are refused: 403), and must say how long its body is
 * (411 where it does not, 413 above 1 MB), so that it is refused before it is read.
 */
export function refusedStatus({ method, url, headers }: CheckedRequest, address: URL | null): 400 | 403 | 405 | 411 | 413 | null {
  if (/%00|\0/.test(url)) return 400
  if (READING.test(method)) return null
  if (!CHANGING.test(method)) return 405
  if (!isSameOrigin(headers, address)) return 403
  const length = headers.get('content-length')
  if (length === null) return headers.has('transfer-encoding') ? 411 : null
  if (!/^\d{1,15}$/.test(length)) return 411
  return Number(length) > LARGEST_BODY ? 413 : null
}

/** Whether a request says that it comes from a page of the host that it goes to, or of the public address. */
function isSameOrigin(headers: Headers, address: URL | null): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host, origin: parsed } = new URL(origin)
  if (parsed !== origin) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  return host === headers.get('host') || (address !== null && parsed === address.origin)
}
