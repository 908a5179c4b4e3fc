import { findPapers } from '@/app/evaluations/[id]/report/papers'
import { findViewer } from '@/lib/auth/viewer'

/** The papers as they would be printed now (`ReportDocument`). 401 for who is not signed in, 404 where the evaluation is not theirs to see. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const papers = await findPapers(viewer, (await params).id, { withProjects: false })
  if (papers === null) return new Response(null, { status: 404 })
  return Response.json(papers.document, { headers: { 'Cache-Control': 'no-store' } })
}
