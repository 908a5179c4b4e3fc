import { spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home } from '@/scripts/setup/folders.mjs'
import { freePort } from '@/scripts/setup/port.mjs'
import { addressesOfRoutes } from '@/tests/support/addresses-of-routes'
import { type OddRequest, oddRequests } from '@/tests/support/odd-requests'
import {
  childrenOf,
  databaseAddress,
  ended,
  killOutright,
  type Program,
  SECRET,
  startProgram,
  untilReady,
} from '@/tests/support/running-program'

/**
 * Malformed requests of every kind against the whole program, signed in and not: never a fault of ours (5xx), and all
 * headers on every answer. HENGJI_LONG=1 sends 10,000 of each kind; a seed that failed is played again by HENGJI_SEED.
 */
const tries = process.env.HENGJI_LONG === '1' ? 10_000 : 200
const seed = Number(process.env.HENGJI_SEED ?? randomInt(2 ** 31))
fs.writeSync(2, `HENGJI_SEED=${seed}\n`)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-malformed-'))
fs.chmodSync(folder, 0o755)

let port = 0
let program: Program
let cookie = ''

let database: pg.Client
const user = randomUUID()

/** A user with every right. */
async function makeUser(): Promise<void> {
  const department = randomUUID()
  await database.query(`INSERT INTO departments (id, kind, name, code, path) VALUES ($1, 'region', '示例市', '000000', '/' || $1 || '/')`, [
    department,
  ])
  await database.query(`INSERT INTO users (id, login_name, name, password_hash) VALUES ($1, 'root', '示例管理员', '')`, [user])
  for (const role of ['administrator', 'reviewer', 'editor', 'approver'])
    await database.query('INSERT INTO memberships (id, user_id, department_id, role, with_subtree) VALUES ($1, $2, $3, $4::role, true)', [
      randomUUID(),
      user,
      department,
      role,
    ])
}

/** The cookie of a new session of theirs, as signing in makes it. */
async function signedIn(): Promise<string> {
  const session = randomUUID()
  await database.query('INSERT INTO sessions (id, user_id) VALUES ($1, $2)', [session, user])
  return `hengji.session=${await encode({ token: { userId: user, sessionId: session }, secret: SECRET })}`
}

beforeAll(async () => {
  port = await freePort()
  program = startProgram(folder, port)
  await untilReady(program, 120)
  database = new pg.Client({ connectionString: databaseAddress(folder) })
  await database.connect()
  await makeUser()
}, 150_000)

afterAll(async () => {
  await database.end()
  const children = childrenOf(program.pid)
  process.kill(program.pid, 'SIGTERM')
  await ended(program)
  killOutright(...children)
  fs.rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** What is answered; null where the connection was closed without a word, as after a refused body. */
const send = ({ method, path, headers, body }: OddRequest, signed: boolean): Promise<Answer | null> =>
  new Promise((resolve) => {
    const host = `127.0.0.1:${port}`
    const given = { ...(signed ? { cookie } : {}), ...headers, host, ...(body ? { 'content-length': String(body.length) } : {}) }
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: given, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('error', () => resolve(null))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    request.on('error', () => resolve(null))
    request.end(body)
  })

/** The same, where the framework asks the router to ask again under the address that it should have had. */
async function sentOn(request: OddRequest, signed: boolean): Promise<Answer | null> {
  const answer = await send(request, signed)
  const again = answer?.status === 307 ? answer.headers.location : undefined
  if (again === undefined || !again.includes('_rsc=')) return answer
  const { pathname, search } = new URL(again, `http://127.0.0.1:${port}`)
  return send({ ...request, path: `${pathname}${search}` }, signed)
}

const HEADERS = ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy', 'x-request-id']

function actionIds(): string[] {
  const file = path.join(home, '.next/server/server-reference-manifest.json')
  return Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).node)
}

const KINDS = ['addresses', 'headers', 'methods', 'bodies of actions', 'forms of actions', 'routes']

test.each(KINDS)(
  'malformed %s are refused or answered, never by a fault of ours',
  async (kind) => {
    const { pages, routes } = addressesOfRoutes()
    const odd = oddRequests({ pages, routes, actions: actionIds(), origin: `http://127.0.0.1:${port}` })[kind]
    if (odd === undefined) throw new Error(kind)
    let count = 0
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(odd, async (request) => {
        // One of the actions signs out.
        if (count % 20 === 0) cookie = await signedIn()
        const answer = await sentOn(request, count++ % 4 !== 0)
        if (answer === null) return
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        expect(answer.status, JSON.stringify({ ...request, body: request.body?.toString('latin1') })).toBeLessThan(500)
        for (const name of HEADERS) expect(answer.headers, name).toHaveProperty(name)
        expect(answer.body).not.toMatch(/\n\s+at \S+:\d+:\d+|prisma|PostgresError/i)
      }),
      { numRuns: tries, seed, endOnFailure: true },
    )
    fs.writeSync(
      2,
      `${kind}: ${[...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, times]) => `${status} × ${times}`)
        .join(', ')}\n`,
    )
  },
  tries * 1000,
)

test('a fault of ours is shown with the id of its request, and leads to its line in the log', async () => {
  cookie = await signedIn()
  await database.query('ALTER TABLE jobs RENAME TO jobs_elsewhere')
  const answer = await send({ method: 'GET', path: '/jobs', headers: {} }, true)
  await database.query('ALTER TABLE jobs_elsewhere RENAME TO jobs')
  const id = String(answer?.headers['x-request-id'])
  expect(answer?.status).toBe(500)
  expect(answer?.body).toContain(id)
  await expect
    .poll(() =>
      program
        .output()
        .split('\n')
        .filter((line) => line.includes(id) && line.includes('"fault"')),
    )
    .not.toHaveLength(0)
})

test('a second program at the same address ends with a sentence that says what to do', async () => {
  const child = spawn(process.execPath, [path.join(home, 'scripts/server/serve.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseAddress(folder), HENGJI_DATA_DIR: folder, HENGJI_FILES_DIR: path.join(folder, 'files') },
      ...{ AUTH_SECRET: SECRET, NEXTAUTH_SECRET: SECRET, HENGJI_DEMO: '0', HENGJI_URL: '', PORT: String(port), HOSTNAME: '0.0.0.0' },
      NODE_ENV: 'production',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1)
  expect(output).toContain(`端口 ${port} 已被其他程序占用`)
  expect(output).not.toMatch(/\n\s+at /)
})

test('what is typed, searched for or brought along never stands in the log, failing or not', async () => {
  cookie = await signedIn()
  const origin = `http://127.0.0.1:${port}`
  const canary = 'canary口令'
  const typed = encodeURIComponent(canary)
  const form = {
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    cookie: `hengji.session=${typed}; next-auth.csrf-token=${typed}`,
  }
  await database.query('ALTER TABLE users RENAME COLUMN name TO name_elsewhere')
  const requests: OddRequest[] = [
    { method: 'GET', path: `/users?search=${typed}`, headers: {} },
    {
      method: 'GET',
      path: `/audit?actor=${typed}&from=${typed}`,
      headers: { referer: `${origin}/?x=${typed}`, authorization: `Bearer ${typed}` },
    },
    {
      method: 'POST',
      path: '/api/auth/callback/password',
      headers: form,
      body: Buffer.from(`loginName=${typed}&password=${typed}&csrfToken=${typed}`),
    },
    ...actionIds().map((id) => ({
      method: 'POST',
      path: '/',
      headers: { origin, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      body: Buffer.from(JSON.stringify([canary, { name: canary }, canary])),
    })),
  ]
  for (const request of requests) await send(request, true)
  await database.query('ALTER TABLE users RENAME COLUMN name_elsewhere TO name')
  expect(program.output()).toContain('"fault"')
  expect(program.output()).not.toMatch(/canary|口令/)
})
