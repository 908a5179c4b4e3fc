import { expect, test, vi } from 'vitest'
import { exportsOf } from './server-side'

/** What the library that signs people in would answer besides what the program asks it for. */
const CLOSED = [
  ...['_log', '_log/csrf', 'csrf/_log', 'CSRF', 'signin', 'signin/password', 'signout', 'session', 'providers', 'error'],
  ...['verify-request', 'callback', 'callback/email', ''],
]

async function ask(method: 'GET' | 'POST', address: string): Promise<Response> {
  const route = await exportsOf('app/api/auth/[...nextauth]/route.ts')
  const sent = method === 'GET' ? {} : { method, body: 'level=error&message=canary%0Aanother+line' }
  const params = Promise.resolve({ nextauth: address.split('/') })
  return (await route[method]?.(new Request(`http://hengji.example/api/auth/${address}`, sent), { params })) as Response
}

test.each(CLOSED)('“%s” is closed, asked for or sent to, and writes nothing into the log', async (address) => {
  const said = (['error', 'warn', 'log'] as const).map((name) => vi.spyOn(console, name).mockReturnValue(undefined))
  for (const method of ['GET', 'POST'] as const) {
    const answer = await ask(method, address)
    expect([method, answer.status, await answer.text()]).toEqual([method, 404, ''])
  }
  for (const spy of said) {
    expect(spy).not.toHaveBeenCalled()
    spy.mockRestore()
  }
})
