import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { edgeServer } from '@/scripts/server/edge.mjs'

/** The server before Next.js, with a plain one behind it that says what reached it. */

type Settings = { url: string | null; demo: boolean; port: number; proxies: number }
export const servers: http.Server[] = []
type Logged = { id: string; status: number; url: string; queries: number; ms: number }
export const logged: Logged[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
  logged.length = 0
})

export async function serve(settings: Partial<Settings> = {}, handle = tell): Promise<number> {
  const port = await new Promise<number>((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
  const server = edgeServer({ url: null, demo: true, port, proxies: 0, ...settings }, handle, (entry: Logged) => logged.push(entry))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return port
}

export function tell(request: http.IncomingMessage, response: http.ServerResponse) {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(request.headers))
}

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }
type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string }

export const ask = (port: number, { method = 'GET', path = '/', headers = {}, body }: Sent = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    request.on('error', reject)
    request.end(body)
  })
