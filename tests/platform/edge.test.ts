import type http from 'node:http'
import net from 'node:net'
import { describe, expect, test } from 'vitest'
import { origins } from '@/scripts/server/origins.mjs'
import { requests } from '@/scripts/server/requests.mjs'
import { ask, serve } from '@/tests/support/edge'

/** What comes back for bytes that need be no request at all; `silent` where the connection was just closed. */
const sendBytes = (port: number, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(bytes))
    let text = ''
    socket.setEncoding('latin1').on('data', (part) => {
      text += part
    })
    socket.on('error', () => resolve(text))
    socket.on('close', () => resolve(text))
  })

const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('the host', () => {
  test.each([
    ['127.0.0.1:3000', '127.0.0.1:3000'],
    ['localhost:3000', 'localhost:3000'],
    ['[::1]:3000', '[::1]:3000'],
    ['127.0.0.1:3001', null],
    ['rebound.example:3000', null],
    ['10.0.0.7:3000', null],
    ['', null],
    [undefined, null],
    ['localhost:3000@elsewhere.example', null],
  ])('in demo mode %j is taken for %j', (host, taken) => {
    expect(origins({ url: null, demo: true, port: 3000 }).hostAnswered(host)).toBe(taken)
  })

  test('in real use without HENGJI_URL a machine is reached by its number, never by a name that anybody could point at it', () => {
    const { hostAnswered } = origins({ url: null, demo: false, port: 3000 })
    expect(hostAnswered('10.0.0.7:3000')).toBe('10.0.0.7:3000')
    expect(hostAnswered('rebound.example')).toBeNull()
  })

  test('with HENGJI_URL there is one name, also where a proxy asks by another', () => {
    const { hostAnswered } = origins({ url: 'https://office.example', demo: false, port: 3000 })
    expect(hostAnswered('office.example')).toBe('office.example')
    expect(hostAnswered('127.0.0.1:3000')).toBe('office.example')
    expect(hostAnswered('elsewhere.example')).toBeNull()
  })

  test('one that is not ours gets a sentence that says what to do', async () => {
    const port = await serve()
    const answer = await ask(port, { headers: { host: 'rebound.example' } })
    expect(answer.status).toBe(421)
    expect(answer.body).toContain('HENGJI_URL')
  })
})

describe('what the program behind may believe', () => {
  test('nothing that a client says of where it came through, or that only the framework says to itself', async () => {
    const port = await serve()
    const { body } = await ask(port, {
      headers: {
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'elsewhere.example',
        'x-forwarded-proto': 'https',
        forwarded: 'for=1.2.3.4',
        'x-hengji-address': '1.2.3.4',
        'x-hengji-request': 'forged',
        'x-middleware-subrequest': 'proxy:proxy',
      },
    })
    const seen = JSON.parse(body)
    expect(seen['x-hengji-address']).toBe('127.0.0.1')
    expect(seen['x-hengji-request']).toMatch(/^[\da-f-]{36}$/)
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-middleware-subrequest'])
      expect(seen).not.toHaveProperty(name)
  })

  test('as many proxies as are ours', async () => {
    const chain = { 'x-forwarded-for': '9.9.9.9, 192.0.2.7' }
    const addressWith = async (proxies: number) =>
      JSON.parse((await ask(await serve({ proxies }), { headers: chain })).body)['x-hengji-address']
    expect(await addressWith(1)).toBe('192.0.2.7')
    expect(await addressWith(2)).toBe('9.9.9.9')
    expect(await addressWith(3)).toBe('127.0.0.1')
    for (const said of ['x', '1.2.3', "'; --", '9.9.9.9, ', '[::1]']) {
      const { body } = await ask(await serve({ proxies: 1 }), { headers: { 'x-forwarded-for': said } })
      expect(JSON.parse(body)['x-hengji-address'], said).toBe('127.0.0.1')
    }
  })

  test('behind a proxy that asks by another host the program is told its own', async () => {
    const port = await serve({ url: 'https://office.example', demo: false, proxies: 1 })
    const answer = await ask(port, { method: 'POST', headers: { ...form, host: `127.0.0.1:${port}`, origin: 'https://office.example' } })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ host: 'office.example', 'x-forwarded-proto': 'https' })
    expect(answer.headers['strict-transport-security']).toBeDefined()
  })
})

describe('what changes something', () => {
  test('comes from a page of this very origin', async () => {
    const port = await serve()
    const post = (origin: string | undefined, more = {}) =>
      ask(port, { method: 'POST', headers: { ...form, ...(origin === undefined ? {} : { origin }), ...more } })
    expect((await post(`http://127.0.0.1:${port}`)).status).toBe(200)
    for (const origin of [
      undefined,
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}/`,
      'http://127.0.0.1',
      'http://elsewhere.example',
      'x',
    ])
      expect((await post(origin)).status, origin).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await post(`http://127.0.0.1:${port}`, { 'sec-fetch-site': site })).status, site).toBe(403)
  })

  test('is refused before it is read where it is too large, of unknown length or no form', async () => {
    const port = await serve()
    const from = (headers: Record<string, string>) =>
      ask(port, { method: 'POST', headers: { ...form, origin: `http://127.0.0.1:${port}`, ...headers } }).catch(() => ({ status: 0 }))
    expect((await from({ 'content-length': '1048577' })).status).toBe(413)
    expect((await from({ 'content-length': '0', 'content-type': 'application/json' })).status).toBe(415)
    const file = { 'content-type': 'application/octet-stream' }
    expect((await from({ ...file, 'content-length': '0' })).status).toBe(415)
    for (const path of [
      '/evaluations/e1/intake/paper?name=x',
      '/evaluations/e1/workbook/file?name=x',
      '/evaluations/e1/evidence/file?name=x',
    ]) {
      const brought = (headers: Record<string, string>) =>
        ask(port, { method: 'POST', path, headers: { ...file, origin: `http://127.0.0.1:${port}`, ...headers } }).catch(() => ({
          status: 0,
        }))
      expect((await brought({ 'content-length': '0' })).status).toBe(200)
      expect((await brought({ 'content-length': '33554433' })).status).toBe(413)
      expect((await brought({ ...form, 'content-length': '0' })).status).toBe(415)
    }
    const chunked = await sendBytes(
      port,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    expect(chunked).toMatch(/^HTTP\/1\.1 411 /)
  })

  test('is sent by POST, and by nothing that the program would have to answer for another origin', async () => {
    const port = await serve()
    const origin = `http://127.0.0.1:${port}`
    for (const path of ['/', '/schema/evaluation-1.json', '/health'])
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])
        expect((await ask(port, { method, path, headers: { origin } })).status, `${method} ${path}`).toBe(405)
  })

  test('and cannot be read by the program is the fault of the request, until its action has begun', async () => {
    const fail = (_: http.IncomingMessage, response: http.ServerResponse) => {
      response.statusCode = 500
      response.end()
    }
    const begin = (request: http.IncomingMessage, response: http.ServerResponse) => {
      const about = requests.getStore()
      if (about !== undefined) about.begun = true
      fail(request, response)
    }
    for (const [handle, status] of [
      [fail, 400],
      [begin, 500],
    ] as const) {
      const port = await serve({}, handle)
      expect((await ask(port, { method: 'POST', headers: { ...form, origin: `http://127.0.0.1:${port}` } })).status).toBe(status)
    }
  })
})

test.each([
  ['/evaluations/%E0%A4%A', 400],
  ['/evaluations/%', 400],
  ['/users?search=a%00b', 400],
  ['//elsewhere.example', 400],
  ['/\\?_rsc=1', 400],
  ['/help\\roles', 400],
  [`/${'a'.repeat(5000)}`, 400],
])('the address %s is none', async (path, status) => {
  const answer = await ask(await serve(), { path })
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
})

test('a router’s state that is none is refused before the router sees it', async () => {
  const port = await serve()
  const asked = async (state: string) => (await ask(port, { headers: { rsc: '1', 'next-router-state-tree': state } })).status
  for (const state of ['%', 'x', '{}', '"', '[]', '[null]', '["",{"a":[1,{}]}]', '[["id","a","x",null],{}]', '["",{},null,"none"]'])
    expect(await asked(encodeURIComponent(state)), state).toBe(400)
  expect(await asked('%E0%A4%A')).toBe(400)
  for (const state of ['["",{"children":["__PAGE__",{}]},null,null,16]', '["",{"children":[["id","a","d",null],{},null,"refetch"]}]'])
    expect(await asked(encodeURIComponent(state)), state).toBe(200)
})

test('bytes that are no request are answered with 4xx and all headers, or not at all', async () => {
  const port = await serve()
  const beginnings = ['GET / HTTP/1.1\r\n', 'POST / HTTP/1.1\r\n', 'BREW / HTTP/1.1\r\n', 'GET http://x/ HTTP/9.9\r\n', '', 'GET\r\n']
  const heads = [
    'Host: x\r\n\r\n',
    'Host: a\r\nHost: b\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    ': x\r\n\r\n',
    '\0\r\n\r\n',
    `A: ${'a'.repeat(20_000)}\r\n\r\n`,
    '\r\n',
  ]
  for (const beginning of beginnings) {
    for (const head of heads) {
      const answer = await sendBytes(port, `${beginning}${head}`)
      if (answer === '') continue
      expect(answer, `${beginning}${head.slice(0, 40)}`).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    }
  }
})

test.each([
  ['HTTP/2 in the clear', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n'],
  [
    'a WebSocket',
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n',
  ],
])('who asks for %s is answered as if they had not', async (_, lines) => {
  const port = await serve()
  const answer = await sendBytes(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines}\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
})

test.each([
  ['an expectation that nobody knows', 'GET', 'Expect: banana\r\n', 417],
  ['a tunnel', 'CONNECT', '', 405],
  ['another host behind the first', 'GET', 'Host: elsewhere.example\r\n', 400],
  ['a question with a body', 'GET', 'Content-Length: 5\r\n', 400],
  ['a question with a body of no length', 'HEAD', 'Transfer-Encoding: chunked\r\n', 400],
])('%s is refused with all headers', async (_, method, line, status) => {
  const port = await serve()
  const host = `127.0.0.1:${port}`
  const answer = await sendBytes(port, `${method} ${method === 'CONNECT' ? host : '/'} HTTP/1.1\r\nHost: ${host}\r\n${line}\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
})

test('a body is asked for only where it will be taken, and what is refused for another reason is not read to its end', async () => {
  const port = await serve()
  const origin = `http://127.0.0.1:${port}`
  const post = (length: number, from: string, expects: boolean) =>
    sendBytes(
      port,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${from}\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n${expects ? 'Expect: 100-continue\r\n' : ''}\r\nab`,
    )
  expect(await post(2, origin, true)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
  expect(await post(2 ** 30, origin, true)).toMatch(/^HTTP\/1\.1 413 /)
  expect(await post(2, 'http://elsewhere.example', true)).toMatch(/^HTTP\/1\.1 403 /)
  const long = await post(2 ** 30, 'http://elsewhere.example', false)
  expect(long).toMatch(/^HTTP\/1\.1 403 /)
  expect(long.toLowerCase()).toContain('connection: close')
})

test('one client’s storm does not stand before everybody else', async () => {
  const held: http.ServerResponse[] = []
  const port = await serve({}, (request, response) => {
    if (request.url === '/slow') held.push(response)
    else response.end('quick')
  })
  const storm = Array.from({ length: 60 }, () => ask(port, { path: '/slow', headers: { cookie: 'hengji.session=storm' } }))
  const other = await ask(port, { path: '/', headers: { cookie: 'hengji.session=calm' } })
  expect(other.body).toBe('quick')
  // With nobody else in work a browser's six are begun; none of the waiting ones begins beside another's page
  expect(held.length).toBeLessThanOrEqual(6)
  const calm = ask(port, { path: '/slow', headers: { cookie: 'hengji.session=calm' } })
  await expect.poll(() => held.length).toBe(7)
  for (const response of held.splice(0, 4)) response.end()
  expect((await ask(port, { path: '/', headers: { cookie: 'hengji.session=calm' } })).body).toBe('quick')
  expect(held.length).toBe(3)
  held[0]?.end()
  await expect.poll(() => held.length).toBe(4)
  held[2]?.end()
  await calm
  // Their next page is near: between two of them the storm begins no more than beside them
  expect((await ask(port, { path: '/', headers: { cookie: 'hengji.session=calm' } })).body).toBe('quick')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(held.filter(({ writableEnded }) => !writableEnded)).toHaveLength(2)
  const release = setInterval(() => {
    for (const response of held.splice(0)) response.end()
  }, 5)
  expect((await Promise.all(storm)).every(({ status }) => status === 200)).toBe(true)
  clearInterval(release)
})
