import 'server-only'
import { cache } from 'react'
import { findReturnedSubmission } from '@/lib/data/history'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { changedSince } from '@/lib/domain/evaluation/changed-since'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'

/** What cells said in the submission that was sent back, by address, where they say something else since; empty unless it was returned. */
export const changedSinceReturn = cache(async (viewer: Viewer, evaluation: Evaluation): Promise<ReadonlyMap<AddressText, string>> => {
  const submission = evaluation.status === 'returned' ? await findReturnedSubmission(viewer, evaluation.id) : null
  return submission === null ? new Map() : changedSince(evaluation, submission.cells)
})
