import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReviewNode } from '@/lib/domain/review/review'
import { database } from './database'
import { visibleTo } from './visibility'

/** The node at which the viewer has acted in this evaluation; null: at none, or not visible. */
export async function actedAt(viewer: Viewer, evaluationId: string): Promise<ReviewNode | null> {
  const where = { evaluationId, userId: viewer.userId, evaluation: visibleTo(viewer) }
  const participant = await database().participant.findFirst({ where, select: { node: true } })
  return participant?.node ?? null
}
