import { z } from 'zod'
import { drawnForSame } from '@/app/acting'
import { findSignedIn, findViewer } from '@/lib/auth/viewer'
import { follow, hasRoom, mayFollow, tellPlace } from '@/lib/data/evaluation/evaluation-news'
import type { Viewer } from '@/lib/domain/people/permissions'

/** How often is asked whether the viewer still may, which keeps the line open too; and after how long the browser asks anew, in ms. */
const BEAT = 25_000
const LONGEST = 10 * 60_000

/**
 * What happens to an evaluation while it is open, as server-sent events: `changed`, and `place` with who works where. What was changed
 * is asked of `changes`. 401 for who is not signed in, 404 where they may not see the evaluation, 429 where too many follow already:
 * the browser asks when it is looked at, then.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  const account = await findSignedIn()
  if (viewer === null || account === null) return new Response(null, { status: 401 })
  const { id } = await params
  if (!(await mayFollow(viewer, account.sessionId, id))) return new Response(null, { status: 404 })

  if (!hasRoom(viewer)) return new Response(null, { status: 429 })

  let stop: (() => void) | null = null
  const events = new ReadableStream<Uint8Array>(
    {
      // Begins when somebody reads
      pull(controller) {
        stop ??= begin(controller, { viewer, sessionId: account.sessionId, id })
      },
      cancel: () => stop?.(),
    },
    { highWaterMark: 0 },
  )
  return new Response(events, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  })
}

/** Pieces that may wait for a reader. */
const MOST_UNREAD = 100

type Following = { viewer: Viewer; sessionId: string; id: string }

/** Tells of everything until what it gives is called, the viewer may no more, or does not read. */
function begin(controller: ReadableStreamDefaultController<Uint8Array>, { viewer, sessionId, id }: Following): () => void {
  const text = new TextEncoder()
  let ended = false
  const say = (event: string) => {
    if (!ended) controller.enqueue(text.encode(event))
  }
  const unfollow = follow(viewer, id, ({ kind, ...news }) => {
    if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end()
    else say(`event: ${kind}\ndata: ${JSON.stringify(news)}\n\n`)
  })
  const beat = setInterval(async () => {
    if (await mayFollow(viewer, sessionId, id).catch(() => false)) say(': \n\n')
    else end()
  }, BEAT)
  const longest = setTimeout(end, LONGEST)
  function stop() {
    ended = true
    unfollow()
    clearInterval(beat)
    clearTimeout(longest)
  }
  function end() {
    if (ended) return
    stop()
    controller.close()
  }
  say('retry: 3000\n\n')
  return stop
}

const place = z.object({ tab: z.string().regex(/^[0-9a-f]{32}$/), at: z.string().max(120), drawnFor: z.string().max(200) })

/**
 * Tells whoever has the evaluation open where the sender works; empty: nowhere any more. 401 for who is not signed in or somebody else
 * than the page was drawn for, 404 where the evaluation is not theirs to see, 400 where it is nothing that a page sends.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const sent = place.safeParse(await request.json().catch(() => null))
  if (!sent.success) return new Response(null, { status: 400 })
  if (!drawnForSame(viewer, sent.data.drawnFor).ok) return new Response(null, { status: 401 })
  const told = await tellPlace(viewer, (await params).id, sent.data)
  return new Response(null, { status: told.ok ? 204 : 404 })
}
