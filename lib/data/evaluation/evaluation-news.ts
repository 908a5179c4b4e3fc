import 'server-only'
import pg from 'pg'
import { database } from '@/lib/data/database/database'
import { VIEWER_COLUMNS, type ViewerRow, viewerFrom } from '@/lib/data/people/viewers'
import { selfEvaluations, visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'

/** What happens to an evaluation while somebody has it open: it was changed, or somebody works at a place of it. */
export type News = { kind: 'changed' } | ({ kind: 'place' } & Place)
/** `tab`: which window; `at`: the cell, empty where they have left. */
export type Place = { tab: string; userId: string; name: string; at: string }

type Heard = (news: News) => void

/** Streams that are open at once: of all people, and of one. */
const MOST = 400
const MOST_OF_ONE = 6
/** Before the connection is tried again, in milliseconds. */
const AGAIN = 2_000

const followers = new Map<string, Set<Heard>>()
const streams = new Map<string, number>()
let listening: pg.Client | null = null
let beginning = false

/**
 * Calls for everything that happens to the evaluation until the function that it gives is called.
 * One connection of the process listens for all of them, and is there only while somebody follows. What was missed while it was gone
 * counts as a change. Who may follow is asked by `mayFollow`, whether one more can by `hasRoom`.
 */
export function follow({ userId }: Viewer, evaluationId: string, heard: Heard): () => void {
  streams.set(userId, (streams.get(userId) ?? 0) + 1)
  const here = followers.get(evaluationId) ?? new Set()
  followers.set(evaluationId, here.add(heard))
  void listen()
  return () => {
    if (!here.delete(heard)) return
    if (here.size === 0) followers.delete(evaluationId)
    const left = (streams.get(userId) ?? 1) - 1
    if (left > 0) streams.set(userId, left)
    else streams.delete(userId)
    if (followers.size === 0) rest()
  }
}

/** Whether one more stream can be open for the viewer. */
export function hasRoom({ userId }: Pick<Viewer, 'userId'>): boolean {
  const open = [...streams.values()].reduce((sum, count) => sum + count, 0)
  return open < MOST && (streams.get(userId) ?? 0) < MOST_OF_ONE
}

/** Whether the viewer, as they are at this moment and while this session lasts, may see the evaluation. The session is not prolonged by it. */
export async function mayFollow({ userId }: Pick<Viewer, 'userId'>, sessionId: string, evaluationId: string): Promise<boolean> {
  const [user] = await database().$queryRaw<ViewerRow[]>`
    SELECT ${VIEWER_COLUMNS} FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND u.disabled_at IS NULL AND s.id = ${sessionId} AND s.ended_at IS NULL`
  return user !== undefined && (await isVisible(viewerFrom(user), evaluationId))
}

const isVisible = async (viewer: Viewer, id: string): Promise<boolean> =>
  (await database().evaluation.count({ where: { AND: [{ id }, visibleTo(viewer), selfEvaluations()] } })) > 0

/** Tells whoever has the evaluation open where the viewer works. Refused: `not-permitted`. */
export async function tellPlace(viewer: Viewer, evaluationId: string, { tab, at }: Pick<Place, 'tab' | 'at'>): Promise<Decision<null>> {
  if (!(await isVisible(viewer, evaluationId))) return refused('not-permitted')
  const place: Place = { tab, at, userId: viewer.userId, name: viewer.name }
  await database().$executeRaw`SELECT pg_notify('evaluation_place', ${JSON.stringify({ evaluationId, ...place })})`
  return accepted(null)
}

/** Begins to listen, and begins again where the connection is lost. */
async function listen(): Promise<void> {
  if (listening !== null || beginning) return
  beginning = true
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true, connectionTimeoutMillis: 10_000 })
  const lost = () => {
    if (listening === client) listening = null
    client.removeAllListeners()
    client.on('error', () => undefined)
    void client.end().catch(() => undefined)
    if (followers.size > 0) setTimeout(() => void listen(), AGAIN).unref()
  }
  client.on('error', lost).on('end', lost)
  client.on('notification', ({ channel, payload = '' }) => tell(channel, payload))
  try {
    await client.connect()
    await client.query('LISTEN evaluation_changed; LISTEN evaluation_place')
    listening = client
    // Whatever happened before
    for (const id of followers.keys()) tell('evaluation_changed', id)
  } catch {
    lost()
  } finally {
    beginning = false
  }
  if (followers.size === 0) rest()
}

/** Nobody follows any more. */
function rest(): void {
  const client = listening
  listening = null
  client?.removeAllListeners()
  client?.on('error', () => undefined)
  void client?.end().catch(() => undefined)
}

function tell(channel: string, payload: string): void {
  if (channel === 'evaluation_changed') tellOf(payload, { kind: 'changed' })
  else {
    const { evaluationId, ...place } = JSON.parse(payload) as Place & { evaluationId: string }
    tellOf(evaluationId, { kind: 'place', ...place })
  }
}

function tellOf(evaluationId: string, news: News): void {
  for (const heard of [...(followers.get(evaluationId) ?? [])]) heard(news)
}
