import { findViewer } from '@/lib/auth/viewer'
import { lettersOf } from '@/lib/data/database/search'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import type { FoundDatum } from '@/lib/forms/cells/found-data'
import { referableData } from '@/lib/report/referable-data'

/** All data that the texts of an evaluation may refer to, as they are now. 401 for who is not signed in, 404 where it is not theirs to see. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const evaluation = await findEvaluation(viewer, (await params).id)
  if (evaluation === null) return new Response(null, { status: 404 })
  const { score } = await findAssessment(viewer, evaluation)
  const data = referableData({ evaluation, score }).map((datum): FoundDatum => ({ ...datum, letters: lettersOf(datum.label) }))
  return Response.json(data, { headers: { 'Cache-Control': 'no-store' } })
}
