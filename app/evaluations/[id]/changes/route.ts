import { createHash } from 'node:crypto'
import { findViewer } from '@/lib/auth/viewer'
import { findCellRevisions, findEvaluation } from '@/lib/data/evaluation/evaluations'
import { isAddress } from '@/lib/domain/cells/addresses'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { type Evaluation, PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import { cellOf, rowsOf } from '@/lib/domain/evaluation/evaluation-cells'
import { plain } from '@/lib/domain/quantities'
import { queryText } from '@/lib/forms/query'
import type { ChangedCells } from '@/lib/forms/saving/changed-cells'
import { shownText } from '@/lib/messages/cell-texts'

/**
 * The cells of an evaluation that were written since the moment `since` (ISO; without it none), as forms show them, and what else
 * would have the page drawn anew. 401 for who is not signed in, 404 where the evaluation is not theirs to see.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const { id } = await params
  const evaluation = await findEvaluation(viewer, id)
  if (evaluation === null || evaluation.stage !== 'selfEvaluation') return new Response(null, { status: 404 })
  const since = queryText(Object.fromEntries(new URL(request.url).searchParams), 'since')
  const from = Date.parse(since) - OVERLAP
  const revisions = Number.isNaN(from) ? [] : Object.entries(await findCellRevisions(viewer, id))
  const cells = revisions.flatMap(([address, { number, at }]) => {
    const value = Date.parse(at) >= from && isAddress(address) ? cellOf(evaluation, address) : null
    return value === null ? [] : [{ address, text: shownText(value), seen: number }]
  })
  const answer: ChangedCells = { cells, shape: shapeOf(evaluation), since: new Date().toISOString() }
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

/** Servers' clocks may differ by so much, in ms: a cell told twice does no harm. */
const OVERLAP = 10_000

/** The rows in their order, the projects with their totals, and where the evaluation stands: another one where the page has to be drawn anew. */
function shapeOf(evaluation: Evaluation): string {
  const rows = LIST_NAMES.map((list) => rowsOf(evaluation, list).map(({ id }) => id))
  const projects = evaluation.projects.map((project) => [
    project.id,
    project.name,
    ...PROJECT_COLUMNS.map((column) => {
      const amount = project[column]
      return amount && plain(amount)
    }),
  ])
  return createHash('sha256')
    .update(JSON.stringify([evaluation.status, evaluation.node, rows, projects]))
    .digest('base64url')
    .slice(0, 12)
}
