import { attachment, notHandedOut } from '@/app/attachment'
import { bringing } from '@/app/evaluations/[id]/brought-file'
import { findViewer } from '@/lib/auth/viewer'
import { noteDownload } from '@/lib/data/papers/downloads'
import { openReadPaper, takeInPaper } from '@/lib/data/papers/read-papers'
import { refusalSentence } from '@/lib/messages/refusals'

type Props = { params: Promise<{ id: string }> }

/** The paper that was read last, as it came. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const { id } = await params
  const paper = await openReadPaper(viewer, id)
  if (paper === null) return new Response(null, { status: 404 })
  if (!paper.file.ok) return new Response(refusalSentence(paper.file.refusal), { status: 500 })
  const noted = await noteDownload(viewer, id, { part: 'paper', file: paper.name })
  if (!noted.ok) return notHandedOut(noted.refusal, paper.file.value)
  return attachment(paper.file.value, paper.name)
}

/** Takes in a finished report. */
export const POST = bringing(takeInPaper, '已读入，请核对下方读到的内容。')
