import { drawnForSame } from '@/app/acting'
import { attachment } from '@/app/attachment'
import { findViewer } from '@/lib/auth/viewer'
import { openReadPaper, type PaperAnswer, takeInPaper } from '@/lib/data/read-papers'
import type { Refusal } from '@/lib/domain/decision'
import { type FormState, idle } from '@/lib/forms/form-state'
import { documentErrorText } from '@/lib/messages/document-errors'
import { refusalSentence } from '@/lib/messages/refusals'

type Props = { params: Promise<{ id: string }> }

/** The paper that was read last, as it came. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const paper = await openReadPaper(viewer, (await params).id)
  if (paper === null) return new Response(null, { status: 404 })
  if (!paper.file.ok) return new Response(refusalSentence(paper.file.refusal), { status: 500 })
  return attachment(paper.file.value, paper.name)
}

/**
 * Takes in a finished report: its bytes are the body, what the file is called and for whom the page was drawn stand in the address.
 * Answers as an action answers its form.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return Response.json(state({ code: 'signed-out' }, 'signed-out'))
  const asked = new URL(request.url).searchParams
  const same = drawnForSame(viewer, asked.get('drawnFor'))
  if (!same.ok) return Response.json(state(same.refusal))
  const bytes = request.body ?? new ReadableStream<Uint8Array>()
  return Response.json(answerOf(await takeInPaper(viewer, (await params).id, { name: asked.get('name') ?? '', bytes: chunksOf(bytes) })))
}

const state = (refusal: Refusal, status: FormState['status'] = 'refused'): FormState => ({
  ...idle,
  status,
  message: refusalSentence(refusal),
})

function answerOf(answer: PaperAnswer): FormState {
  if (answer.ok) return { ...idle, status: 'saved', message: '已读入，请逐项核对后采用。' }
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
