import { randomBytes } from 'node:crypto'

/**
 * The content security policy of a page. Scripts run only with the page's own nonce; styles come from files, and
 * from the style attributes that charts and floating parts place themselves by. Nothing may frame a page.
 *
 * @param {string} nonce
 * @param {boolean} development
 */
export function contentSecurityPolicy(nonce, development) {
  const policy = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': development ? "'self' ws: wss:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Files that a browser shows in its own viewer: they may show themselves, and nothing of them runs or is asked for. */
const FILE = /^\/evaluations\/[^/?]+\/(?:evidence\/file|report\/pdf)(?:\?|$)/
const FILE_POLICY =
  "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Gives a page its policy: the browser learns it from the answer, Next.js (which writes the nonce into the page's
 * scripts) and the page itself from the request, whatever a client may have sent under these names. The page learns its
 * own path too; nothing but the way back after signing in depends on it. Done here and not in a `proxy.ts`: that would
 * send every request through the framework twice.
 */
export function givePolicy(request, response) {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  request.headers['x-hengji-path'] = withoutRouterMark(request.url)
  response.setHeader('Content-Security-Policy', FILE.test(request.url) ? FILE_POLICY : policy)
}

/** The address as people know it: the router of Next.js marks what it asks for by itself with `_rsc`. */
function withoutRouterMark(address) {
  if (!address.includes('_rsc')) return address
  const { pathname, searchParams } = new URL(address, 'http://local.invalid')
  searchParams.delete('_rsc')
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}
