import fc from 'fast-check'

/** Requests of the kinds that scanners, broken proxies and attackers send. Each is well-formed enough to be sent at all. */

export type OddRequest = { method: string; path: string; headers: Record<string, string>; body?: Buffer }

/** What there is to aim at. */
export type Targets = { pages: readonly string[]; routes: readonly string[]; actions: readonly string[]; origin: string }

const escapes = fc.constantFrom('%', '%E0%A4%A', '%zz', '%00', '%2e%2e%2f', '%c0%af', '%F0%9F', '%ud800', '%0d%0aSet-Cookie:x=1', '%25')
const odd = fc.oneof(
  escapes,
  fc.constantFrom('..', '/', '//', '\\', ';', '[id]', '(group)', '@slot', '_next', '__proto__', 'constructor', '.rsc', '.txt', '~', '*'),
  fc.string({ maxLength: 40 }).map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')).replace(/%00/g, '')),
  fc.constantFrom('a'.repeat(300), '9'.repeat(400), "'%20OR%201=1--", '<script>', '{{x}}').map((text) => encodeURI(text)),
)
const names = fc.constantFrom(
  'search',
  'after',
  'before',
  'page',
  'next',
  'ended',
  'part',
  'below',
  'round',
  'year',
  'from',
  '_rsc',
  'nxtPid',
  '',
)
const query = fc
  .array(fc.tuple(names, odd), { maxLength: 4 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`))

/** An address with some of its parts made odd. */
const spoiltPath = (known: readonly string[]) =>
  fc.tuple(fc.constantFrom(...known), fc.array(fc.tuple(fc.nat(5), odd), { maxLength: 2 }), query).map(([path, changes, asked]) => {
    const parts = path.split('/')
    for (const [at, text] of changes) parts[Math.min(1 + at, parts.length)] = text
    return `${parts.join('/')}${asked}`.replace(/[^\x21-\x7e]/g, '') || '/'
  })

const headerText = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '%',
    '{}',
    '[]',
    '["",{}]',
    'null',
    '"',
    'x'.repeat(3000),
    '*/*',
    'bytes=9-1',
    'W/"x"',
    'text/x-component',
    '[[[[',
    '\t',
    // States of the router that are JSON, and hardly any of them one of its own
    ...['[]', '[null]', '["",{}]', '["",{"children":["__PAGE__",{}]},["//x","%"],"refetch"]', '[["id","a","d",null],{}]'].map(
      encodeURIComponent,
    ),
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
)
const headerNames = [
  ...[
    'rsc',
    'next-router-state-tree',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-url',
    'next-action',
    'next-html-request-id',
  ],
  ...['accept', 'accept-language', 'accept-encoding', 'range', 'if-none-match', 'if-modified-since', 'if-range', 'referer', 'user-agent'],
  ...[
    'cookie',
    'authorization',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-http-method-override',
    'x-middleware-subrequest',
    'x-nextjs-data',
  ],
  ...[
    'x-invoke-path',
    'x-matched-path',
    'x-now-route-matches',
    'x-hengji-address',
    'x-nonce',
    'content-security-policy',
    'te',
    'via',
    'purpose',
  ],
]
const headers = fc.dictionary(fc.constantFrom(...headerNames), headerText, { maxKeys: 5 })

const contentTypes = fc.constantFrom(
  ...['text/plain;charset=UTF-8', 'multipart/form-data; boundary=x', 'multipart/form-data', 'multipart/form-data; boundary=', 'text/plain'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=----'.concat('y'.repeat(200))],
)
const part = (name: string, value: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const flight = fc.constantFrom(
  ...[
    '["$K1"]',
    '["$F1"]',
    '["$@1"]',
    '["$Q1","$W1"]',
    '["$B1"]',
    '["$n9999999999999"]',
    '["$D"]',
    '["$o"]',
    '["$h1"]',
    '["$T"]',
    '[',
    '{}',
    '""',
    '0',
  ],
  ...[
    '["$undefined"]',
    '["$1:__proto__:then"]',
    '["$1:constructor:constructor"]',
    '{"then":"$1:x"}',
    '["$i1"]',
    '["$r1"]',
    '[[[[[[[[',
    'null',
    '["$Z"]',
  ],
)
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  flight.map((text) => Buffer.from(text)),
  fc
    .array(fc.tuple(fc.constantFrom('0', '1', '2', '1_0', '1_$ACTION_REF_1', '$ACTION_1:0', '__proto__', 'x'), flight), { maxLength: 4 })
    .map((parts) => Buffer.from(`${parts.map(([name, value]) => part(name, value)).join('')}--x--\r\n`)),
  fc
    .array(fc.tuple(fc.constantFrom('0', 'x', 'drawnFor'), flight), { maxLength: 3 })
    .map((parts) => Buffer.from(parts.map(([name, value]) => part(name, value)).join(''))),
)

/** The kinds, by name: each gives requests that are malformed in one respect. */
export function oddRequests({ pages, routes, actions, origin }: Targets): Record<string, fc.Arbitrary<OddRequest>> {
  const all = [...pages, ...routes]
  const action = fc.oneof(
    { arbitrary: fc.constantFrom(...actions), weight: 4 },
    fc.constantFrom('', 'x', '0'.repeat(42), '../x', '__proto__'),
  )
  const sent = { origin }
  return {
    addresses: spoiltPath(all).map((path) => ({ method: 'GET', path, headers: {} })),
    headers: fc.record({ method: fc.constant('GET'), path: fc.constantFrom(...all), headers }),
    methods: fc.record({
      method: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'PURGE', 'POST'),
      path: spoiltPath([...all, '/_next/static/x.js', '/_next/image', '/icon.svg', '/robots.txt', '/schema/evaluation-1.json']),
      headers,
    }),
    'bodies of actions': fc
      .tuple(fc.constantFrom(...pages), action, contentTypes, bodies)
      .map(([path, id, type, body]) => ({ method: 'POST', path, headers: { ...sent, 'next-action': id, 'content-type': type }, body })),
    'forms of actions': fc
      .tuple(
        fc.constantFrom(...pages),
        action,
        fc.array(fc.tuple(fc.constantFrom('$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '$ACTION_KEY', ''), flight)),
        fc.boolean(),
      )
      .map(([path, id, fields, whole]) => ({
        method: 'POST',
        path,
        headers: { ...sent, 'content-type': 'multipart/form-data; boundary=x' },
        body: Buffer.from(
          `${part(`$ACTION_ID_${id}`, '')}${fields.map(([name, value]) => part(name, value)).join('')}${whole ? '--x--\r\n' : ''}`,
        ),
      })),
    routes: fc
      .tuple(spoiltPath(routes), contentTypes, bodies, fc.constantFrom('GET', 'POST'))
      .map(([path, type, body, method]) =>
        method === 'GET' ? { method, path, headers: {} } : { method, path, headers: { ...sent, 'content-type': type }, body },
      ),
  }
}
