import { isDatabaseReachable } from '@/lib/data/installation'

/** Whether the program and its database answer: 200 or 503, for whatever watches over it. */
export async function GET(): Promise<Response> {
  const reachable = await isDatabaseReachable()
  return Response.json(
    { status: reachable ? 'ok' : 'database-unreachable' },
    { status: reachable ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
