import { evidenceGroups, MOST_BESIDE } from '@/app/evaluations/[id]/evidence/shown-evidence'
import { findViewer } from '@/lib/auth/viewer'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { listEvidence } from '@/lib/data/papers/evidence'
import { queryText } from '@/lib/forms/query'

/** 佐证材料 of one place, `?place=`, as they are shown beside it; null where there are none. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const evaluation = await findEvaluation(viewer, (await params).id)
  if (evaluation === null) return new Response(null, { status: 404 })
  const place = queryText(Object.fromEntries(new URL(request.url).searchParams), 'place', 300)
  const groups = evidenceGroups(evaluation, [], await listEvidence(viewer, evaluation.id), MOST_BESIDE)
  return Response.json(groups.find((group) => group.place === place) ?? null, { headers: { 'Cache-Control': 'no-store' } })
}
