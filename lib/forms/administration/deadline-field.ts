import type { ReviewNode } from '@/lib/domain/review/review'

/** Field name of a node's deadline. */
export const deadlineField = (node: ReviewNode): `deadline-${ReviewNode}` => `deadline-${node}`
