import 'server-only'

/** What the server before Next.js (`scripts/server/requests.mjs`) and the program know of the request at hand. */
type AboutRequest = {
  id: string
  /** An action could be read and has begun: what fails from now on is no fault of the request. */
  begun: boolean
  queries: number
  queryMs: number
  pressMs: number
}

const REQUEST = Symbol.for('hengji.request')
type Shared = { [REQUEST]?: { getStore: () => AboutRequest | undefined } }

/** Undefined outside a request: in jobs, commands and tests. */
export const requestAtHand = (): AboutRequest | undefined => (globalThis as Shared)[REQUEST]?.getStore()

/** Does a part of what was asked for, and adds what it took to that: `queryMs` for the database, `pressMs` for setting papers. */
export async function timed<T>(part: 'queryMs' | 'pressMs', work: () => Promise<T>): Promise<T> {
  const request = requestAtHand()
  if (request === undefined) return work()
  const begun = performance.now()
  try {
    return await work()
  } finally {
    request[part] += performance.now() - begun
  }
}

/**
 * Tells the server before Next.js that what was sent could be read and the action has begun: what fails before is the
 * request's fault and is answered so (`scripts/server/edge.mjs`).
 */
export function beginAction(): void {
  const request = requestAtHand()
  if (request !== undefined) request.begun = true
}

const GAUGES = Symbol.for('hengji.gauges')
type Gauge = { help: string; value: () => number | Promise<number> }

/** Has `/metrics` tell a number of the program. Does nothing where nobody listens, such as in tests. */
export const tellGauge = (name: string, help: string, value: Gauge['value']) =>
  (globalThis as { [GAUGES]?: Map<string, Gauge> })[GAUGES]?.set(name, { help, value })
