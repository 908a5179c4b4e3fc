import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { compressed } from '@/scripts/server/compressed.mjs'

const lines = Array.from({ length: 200 }, (_, line) => `<p>第 ${line} 行</p>`)

/** A page that is sent line by line, each flushed where that can be done. */
function inLines(_: http.IncomingMessage, response: http.ServerResponse & { flush?: unknown }) {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.flushHeaders()
  for (const line of lines) {
    response.write(line)
    if (typeof response.flush === 'function') response.flush()
  }
  response.end()
}

async function askedFor(headers: Record<string, string>) {
  const server = http.createServer((request, response) => compressed(request, response, inLines))
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    const request = http.get({ port, host: '127.0.0.1', headers, agent: false }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(pieces) }))
    })
    request.on('error', reject)
  })
}

test('an answer is compressed whole, however often the program would flush it', async () => {
  const { encoding, body } = await askedFor({ 'accept-encoding': 'gzip' })
  expect(encoding).toBe('gzip')
  expect(gunzipSync(body).toString()).toBe(lines.join(''))
  // Flushed line by line, each would cost a mark of its own, and the answer would be several times as large.
  expect(body.length).toBeLessThan(1_200)
})

test('who does not ask for it gets the answer as it is', async () => {
  const { encoding, body } = await askedFor({})
  expect(encoding).toBeUndefined()
  expect(body.toString()).toBe(lines.join(''))
})
