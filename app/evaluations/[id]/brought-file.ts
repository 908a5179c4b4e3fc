import 'server-only'
import { drawnForSame } from '@/app/acting'
import { findViewer } from '@/lib/auth/viewer'
import type { BroughtAnswer, BroughtFile } from '@/lib/data/papers/brought-files'
import { accepted, type Decision, type Refusal, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type FormState, idle } from '@/lib/forms/state/form-state'
import { documentErrorText } from '@/lib/messages/document-errors'
import { refusalSentence } from '@/lib/messages/refusals'

type Props = { params: Promise<{ id: string }> }

/**
 * How a route takes in a file for an evaluation: its bytes are the body, what the file is called and for whom the page was drawn stand
 * in the address. Answers as an action answers its form; `done` is said where it was taken in.
 */
export const bringing =
  (take: (viewer: Viewer, evaluationId: string, brought: BroughtFile) => Promise<BroughtAnswer>, done: string) =>
  async (request: Request, { params }: Props): Promise<Response> => {
    const who = await whoBrings(request)
    if (!who.ok) return Response.json(state(who.refusal))
    const name = new URL(request.url).searchParams.get('name') ?? ''
    return Response.json(answerOf(await take(who.value, (await params).id, { name, bytes: bytesOf(request) }), done))
  }

/** Who brings a file, where the page was drawn for the same person. Refused: `signed-out`, `other-account`, `page-outdated`. */
export async function whoBrings(request: Request): Promise<Decision<Viewer>> {
  const viewer = await findViewer()
  if (viewer === null) return refused('signed-out')
  const same = drawnForSame(viewer, new URL(request.url).searchParams.get('drawnFor'))
  return same.ok ? accepted(viewer) : same
}

const state = (refusal: Refusal): FormState => ({
  ...idle,
  status: refusal.code === 'signed-out' ? 'signed-out' : 'refused',
  message: refusalSentence(refusal),
})

function answerOf(answer: BroughtAnswer, done: string): FormState {
  if (answer.ok) return { ...idle, status: 'saved', message: done }
  return 'unread' in answer ? { ...idle, status: 'refused', message: documentErrorText(answer.unread) } : state(answer.refusal)
}

/** The body of a request as it comes. */
export async function* bytesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = (body ?? new ReadableStream<Uint8Array>({ start: (none) => none.close() })).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
