// What is known of the request that is being worked on, wherever the program has got to: by the context of its calls.
import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The program finds it by this name (`lib/data/database/request.ts`): it is built apart and shares no module with us. Of each request:
 * `id`, whether it has `sent` a form or a call, whether its action has `begun`, how many `queries` it made,
 * how long they took together (`queryMs`), and how long papers were set for it (`pressMs`).
 */
export const requests = new AsyncLocalStorage()
globalThis[Symbol.for('hengji.request')] = requests

export const aboutRequest = (id) => ({ id, sent: false, begun: false, queries: 0, queryMs: 0, pressMs: 0 })
