// The small server that stands before Next.js: it knows who is called and from where, refuses what is malformed before
// it is read, gives every answer its headers, lets nobody take all the turns, and writes the log.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import routerState from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { answerPlainly, answerUnreadable, NOTHING, securityHeaders } from './answers.mjs'
import { compressed } from './compressed.mjs'
import { origins } from './origins.mjs'
import { givePolicy } from './page-policy.mjs'
import { hasLongBody, refusedStatus, takeHeaders } from './request-check.mjs'
import { aboutRequest, requests } from './requests.mjs'
import { turns } from './turns.mjs'

/** Requests of one client in work at once, as many as a browser sends, and where another has asked lately (ms); further ones wait. */
const TURNS = { alone: 6, shared: 2, waiting: 200, quiet: 10_000 }

/** How long the head of a request, and all of it, may take to come, and how often that is looked at (ms). */
const SLOW = { head: 20_000, whole: 60_000, looked: 5_000 }

/** Which client a request belongs to: a signed-in browser, else an address. */
const clientOf = ({ headers }) =>
  /(?:^|; )(?:__Host-)?hengji\.session=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? headers['x-hengji-address']

/** Streams of events stay open while a page is: they take no turn, tell nothing by their time, and end with the server. */
const isStream = ({ method, url }) => method === 'GET' && /^\/evaluations\/[^/?]+\/live$/.test(url)

/** The router's state as Next.js sends it to itself, or nothing: by its own check, which fails as a fault where it is made later. */
function isRouterState(text) {
  try {
    routerState.parseAndValidateFlightRouterState(text)
    return true
  } catch {
    return false
  }
}

/**
 * A server whose requests reach `handle` only where they are well-formed. `settings`: `{ url, demo, port, proxies }`;
 * `log(entry)` is told of each answer. `metricsText` answers `/metrics`; null: there is none.
 *
 * @param {(() => Promise<string>) | null} metricsText
 */
export function edgeServer(settings, handle, log, metricsText = null) {
  const known = origins(settings)
  const https = known.canonical?.protocol === 'https:'
  const take = turns(TURNS)
  const streams = new Set()
  const headersOfAll = Object.entries(securityHeaders(https))

  const isMetrics = ({ method, url }) => metricsText !== null && method === 'GET' && url === '/metrics'
  const answerMetrics = async (response) => {
    const text = await metricsText()
    response.writeHead(200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Content-Security-Policy': NOTHING,
      'Cache-Control': 'no-store',
    })
    response.end(text)
  }

  /** Gives an answer its id and its headers, and has it told to the log once it is over. */
  function begin(request, response) {
    const about = aboutRequest(randomUUID())
    const began = performance.now()
    response.setHeader('X-Request-Id', about.id)
    for (const [name, value] of headersOfAll) response.setHeader(name, value)
    response.once('close', () => {
      log({
        ...about,
        method: request.method,
        url: request.url,
        status: response.statusCode,
        ms: isStream(request) ? 0 : performance.now() - began,
        whole: response.writableFinished,
      })
    })
    return about
  }
  const refuse = (request, response, status) => answerPlainly(response, status, https, hasLongBody(request))

  function answer(request, response) {
    const about = begin(request, response)
    const status = refusedStatus(request, known) ?? (isRouterState(request.headers['next-router-state-tree']) ? null : 400)
    if (status !== null) return refuse(request, response, status)
    takeHeaders(request, known, { id: about.id, proxies: settings.proxies })
    if (isMetrics(request)) return void answerMetrics(response)
    if (request.method === 'POST') asRequestFault(request, response, about)

    if (request.url.startsWith('/_next/static/')) return compressed(request, response, handle)
    givePolicy(request, response)
    if (isStream(request)) {
      streams.add(response)
      response.once('close', () => streams.delete(response))
      return void requests.run(about, () => handle(request, response))
    }
    const taken = take(clientOf(request), (done) => {
      response.once('close', done)
      if (response.destroyed) return done()
      requests.run(about, () => compressed(request, response, handle))
    })
    if (!taken) refuse(request, response, 429)
  }

  const server = http.createServer(
    { maxHeaderSize: 16 * 1024, requireHostHeader: false, highWaterMark: 64 * 1024, connectionsCheckingInterval: SLOW.looked },
    answer,
  )
  // A body is asked for only where it will be taken.
  server.on('checkContinue', (request, response) => {
    if (refusedStatus(request, known) === null) response.writeContinue()
    answer(request, response)
  })
  server.on('checkExpectation', (request, response) => {
    begin(request, response)
    refuse(request, response, 417)
  })
  server.headersTimeout = SLOW.head
  server.requestTimeout = SLOW.whole
  server.keepAliveTimeout = 65_000
  server.on('clientError', (error, socket) => {
    answerUnreadable(socket, { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400, https)
  })
  // Who asks for another protocol (HTTP/2, WebSocket) is answered in this one: nothing listens for `upgrade`.
  server.on('connect', (_, socket) => answerUnreadable(socket, 405, https))
  server.endStreams = () => {
    for (const response of streams) response.destroy()
  }
  return server
}

/** What fails before an action has begun could not be read: the request's fault, not ours, and said so in the log. */
function asRequestFault(request, response, about) {
  const { writeHead } = response
  // A file's own reader says what became of it
  about.sent = request.headers['content-type'] !== 'application/octet-stream'
  response.writeHead = (status, ...rest) => writeHead.call(response, status === 500 && !about.begun ? 400 : status, ...rest)
}
