import { type IncomingMessage, Server } from 'node:http'
import { ADDRESS_HEADER } from './client-address'

/**
 * Overwrites `ADDRESS_HEADER` of every request that a server of this process receives with the address of its
 * connection. Next.js keeps an `X-Forwarded-For` that the client sent, so that header alone proves nothing.
 */
export function markAddresses(): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'request') {
      const { headers, socket } = args[0] as IncomingMessage
      headers[ADDRESS_HEADER] = socket.remoteAddress ?? 'unknown'
    }
    return Reflect.apply(emit, this, [event, ...args])
  }
}
