import { attachment, notHandedOut, shownInBrowser } from '@/app/attachment'
import { bytesOf, whoBrings } from '@/app/evaluations/[id]/brought-file'
import { findViewer } from '@/lib/auth/viewer'
import { noteDownload } from '@/lib/data/papers/downloads'
import { openEvidence } from '@/lib/data/papers/evidence'
import { takeInEvidence } from '@/lib/data/papers/evidence-uploads'
import type { Refusal } from '@/lib/domain/decision/decision'
import { evidencePart, type UploadAnswer } from '@/lib/forms/evidence'
import { refusalSentence } from '@/lib/messages/refusals'

type Props = { params: Promise<{ id: string }> }

/**
 * One file of 佐证材料. `?evidence=` says which; with `?show` a PDF or picture comes as what it is, for the browser to show, and
 * everything else as a file to be kept.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  const { id } = await params
  const found = await openEvidence(viewer, id, asked.get('evidence') ?? '')
  if (found === null) return new Response(null, { status: 404 })
  const { name, kind, file } = found
  if (!file.ok)
    return new Response(refusalSentence(file.refusal), {
      status: file.refusal.code === 'file-unreadable' ? 503 : 500,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  const noted = await noteDownload(viewer, id, { part: 'evidence', file: name })
  if (!noted.ok) return notHandedOut(noted.refusal, file.value)
  return asked.has('show') ? shownInBrowser(file.value, name, kind) : attachment(file.value, name)
}

/** Takes in the next part of a file. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const who = await whoBrings(request)
  if (!who.ok) return refusal(who.refusal)
  const asked = evidencePart.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return refusal({ code: 'page-outdated' })
  const { from, ...brought } = asked.data
  const step = await takeInEvidence(who.value, (await params).id, brought, from, untilBroken(bytesOf(request)))
  if (!step.ok) return refusal(step.refusal)
  return Response.json({ ok: true, received: step.value.received, kept: step.value.kept?.name ?? null } satisfies UploadAnswer)
}

const refusal = (why: Refusal): Response => Response.json({ ok: false, message: refusalSentence(why) } satisfies UploadAnswer)

/** A connection that breaks ends the part: what came stays, and whoever goes on asks how much that is. */
async function* untilBroken(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reading = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await reading.next().catch(() => null)
    if (next === null || next.done) return
    yield next.value
  }
}
