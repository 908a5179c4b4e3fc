import { findViewer } from '@/lib/auth/viewer'
import { findNode, listBelow, searchTree } from '@/lib/data/people/department-tree'
import { queryText } from '@/lib/forms/query'

/**
 * A part of the department tree for what draws it in the browser: the level below the node `below` behind the code `after`,
 * or what the words of `search` find in the part that the viewer administers. 401 for who is not signed in, 404 where the
 * node is not theirs.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const [search, below, after, round] = (['search', 'below', 'after', 'round'] as const).map((name) => queryText(query, name))
  if (search) return Response.json(await searchTree(viewer, search, round), { headers: { 'Cache-Control': 'no-store' } })
  if ((await findNode(viewer, below ?? '')) === null) return new Response(null, { status: 404 })
  return Response.json(await listBelow(viewer, below ?? '', after, round), { headers: { 'Cache-Control': 'no-store' } })
}
