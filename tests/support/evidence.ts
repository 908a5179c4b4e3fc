import { listEvidence } from '@/lib/data/papers/evidence'
import { type BroughtEvidence, takeInEvidence, type UploadStep } from '@/lib/data/papers/evidence-uploads'
import type { Decision } from '@/lib/domain/decision/decision'
import type { EvidenceFile } from '@/lib/domain/evaluation/evidence-file'
import type { Viewer } from '@/lib/domain/people/permissions'
import { aPdf } from './evidence-files'

/** Brings a whole file in one part. */
export const bringEvidence = (
  viewer: Viewer,
  evaluationId: string,
  bytes: Uint8Array = aPdf(),
  as: Partial<BroughtEvidence> = {},
): Promise<Decision<UploadStep>> =>
  takeInEvidence(viewer, evaluationId, { place: 'funds', name: '示例台账.pdf', size: bytes.length, changed: '1', ...as }, 0, [bytes])

/** A file of 佐证材料 of the evaluation. */
export async function someEvidence(viewer: Viewer, evaluationId: string): Promise<EvidenceFile> {
  const step = await bringEvidence(viewer, evaluationId)
  const [file] = await listEvidence(viewer, evaluationId)
  if (!step.ok || file === undefined) throw new Error('not kept')
  return file
}
