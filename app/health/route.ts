import { databaseHealth } from '@/lib/data/database/database-health'

/**
 * Whether the program and its database work: 200, or 503 with what is wrong, for whatever watches over it.
 * `start` tells `npm start` its own program from another one at the same address.
 */
export async function GET(): Promise<Response> {
  const status = await databaseHealth()
  return Response.json(
    { status, start: process.env.HENGJI_START ?? null },
    { status: status === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
