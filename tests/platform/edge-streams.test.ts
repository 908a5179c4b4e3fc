import http from 'node:http'
import net from 'node:net'
import { expect, test } from 'vitest'
import { ask, logged, serve, servers, tell } from '@/tests/support/edge'

test('streams of events come as they are said, take nobody’s turn, and end with the server', async () => {
  const port = await serve({}, (request, response) => {
    if (!request.url?.endsWith('/live')) return tell(request, response)
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' })
    response.write('event: changed\ndata: {}\n\n')
  })
  const streams = Array.from({ length: 8 }, () => {
    const request = http.get({
      port,
      host: '127.0.0.1',
      path: '/evaluations/a1/live',
      headers: { 'accept-encoding': 'gzip' },
      agent: false,
    })
    request.on('error', () => undefined)
    return new Promise<{ first: string; encoding: string | undefined; ended: Promise<void> }>((resolve) => {
      request.once('response', (response) => {
        const ended = new Promise<void>((end) => response.once('close', () => end()))
        response.once('data', (part) => resolve({ first: String(part), encoding: response.headers['content-encoding'], ended }))
      })
    })
  })
  for (const { first, encoding } of await Promise.all(streams))
    expect([first, encoding]).toEqual(['event: changed\ndata: {}\n\n', undefined])
  expect((await ask(port)).status).toBe(200)
  const server = servers.at(-1) as http.Server & { endStreams: () => void }
  server.close()
  server.endStreams()
  for (const { ended } of await Promise.all(streams)) await ended
  await expect.poll(() => logged.filter(({ url }) => url.endsWith('/live')).map(({ ms }) => ms)).toEqual(Array(8).fill(0))
})

test('whoever never comes to the end of what they send is answered 408 with all headers, and let go', async () => {
  const port = await serve({}, (request, response) => {
    request.resume().on('end', () => response.end())
  })
  const server = servers.at(-1) as http.Server
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 60_000])
  server.headersTimeout = 200
  server.requestTimeout = 400
  const host = `127.0.0.1:${port}`
  const beginnings = [
    '',
    'GE',
    `POST / HTTP/1.1\r\nHost: ${host}\r\n`,
    `POST / HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nab`,
  ]
  const answers = await Promise.all(
    beginnings.map(
      (beginning) =>
        new Promise<string>((resolve) => {
          const socket = net.connect(port, '127.0.0.1', () => socket.write(beginning))
          // Now and then one more letter, as who wants to hold on
          const drip = beginning.length < 3 ? undefined : setInterval(() => socket.write('a'), 100)
          let text = ''
          socket.on('data', (part) => {
            text += part
          })
          socket.on('error', () => undefined)
          socket.on('close', () => {
            clearInterval(drip)
            resolve(text)
          })
        }),
    ),
  )
  for (const [index, answer] of answers.entries()) {
    expect(answer, beginnings[index]).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  }
}, 30_000)
