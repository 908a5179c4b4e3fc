import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { edgeServer } from '@/scripts/server/edge.mjs'
import { metrics } from '@/scripts/server/metrics.mjs'
import { requests } from '@/scripts/server/requests.mjs'
import { ask, logged, serve, servers, tell } from '@/tests/support/edge'

test('every answer is told to the log with the id that it carries', async () => {
  const port = await serve()
  const { headers } = await ask(port)
  await expect.poll(() => logged.map(({ id, status }) => [id, status])).toEqual([[headers['x-request-id'], 200]])
})

test('what a request asks the database is counted as its own, however many are under way', async () => {
  const port = await serve({}, async (request, response) => {
    const times = Number(request.url?.slice(1))
    for (let asked = 0; asked < times; asked++) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      const about = requests.getStore()
      if (about !== undefined) about.queries += 1
    }
    response.end()
  })
  await Promise.all(
    Array.from({ length: 20 }, (_, times) => ask(port, { path: `/${times}`, headers: { cookie: `hengji.session=${times}` } })),
  )
  await expect.poll(() => logged.map(({ url, queries }) => `/${queries}` === url)).toEqual(Array(20).fill(true))
})

test('/metrics is there where it is switched on, and holds numbers only', async () => {
  const { count, text } = metrics()
  count({ status: 200, ms: 40, queries: 3, queryMs: 20 })
  count({ status: 500, ms: 3000 })
  const settings = { url: null, demo: false, port: 0, proxies: 0 }
  const server = edgeServer(settings, tell, count, text)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { status, headers, body } = await ask(port, { path: '/metrics' })
  expect(status).toBe(200)
  expect(headers['content-type']).toContain('text/plain; version=0.0.4')
  expect(headers['x-content-type-options']).toBe('nosniff')
  const lines = body.trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"]*"\})? \d+(?:\.\d+)?(?:e-?\d+)?)$/)
  expect(lines).toEqual(
    expect.arrayContaining([
      'hengji_requests_total{status="200"} 1',
      'hengji_requests_total{status="500"} 1',
      'hengji_request_seconds_bucket{le="0.05"} 1',
      'hengji_request_seconds_bucket{le="5"} 2',
      'hengji_request_seconds_count 2',
      'hengji_queries_total 3',
    ]),
  )
  expect((await ask(await serve(), { path: '/metrics' })).body).toContain('x-hengji-request')
})
