import 'server-only'
import { drawnForSame } from '@/app/acting'
import { findViewer } from '@/lib/auth/viewer'
import type { BroughtAnswer, BroughtFile } from '@/lib/data/brought-files'
import type { Refusal } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type FormState, idle } from '@/lib/forms/form-state'
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
    const viewer = await findViewer()
    if (viewer === null) return Response.json(state({ code: 'signed-out' }, 'signed-out'))
    const asked = new URL(request.url).searchParams
    const same = drawnForSame(viewer, asked.get('drawnFor'))
    if (!same.ok) return Response.json(state(same.refusal))
    const bytes = chunksOf(request.body ?? new ReadableStream<Uint8Array>())
    return Response.json(answerOf(await take(viewer, (await params).id, { name: asked.get('name') ?? '', bytes }), done))
  }

const state = (refusal: Refusal, status: FormState['status'] = 'refused'): FormState => ({
  ...idle,
  status,
  message: refusalSentence(refusal),
})

function answerOf(answer: BroughtAnswer, done: string): FormState {
  if (answer.ok) return { ...idle, status: 'saved', message: done }
  return 'unread' in answer ? { ...idle, status: 'refused', message: documentErrorText(answer.unread) } : state(answer.refusal)
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
