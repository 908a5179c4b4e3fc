import { z } from 'zod'
import { LARGEST_EVIDENCE } from '@/lib/domain/evaluation/evidence-file'

/** 删除 of a file of 佐证材料. */
export const removeEvidenceForm = z.object({ evaluationId: z.string().min(1).max(40), evidence: z.string().min(1).max(40) })

/** What the address of an upload says of the file and of the part that is its body. More than the largest is for the server to refuse in words. */
export const evidencePart = z.object({
  place: z.string().min(1).max(300),
  name: z.string().max(1000),
  size: z.coerce.number().int().min(0),
  changed: z.string().max(40),
  from: z.coerce.number().int().min(-1).max(LARGEST_EVIDENCE),
})

/** What the server answers to a part: how many bytes have arrived and the name under which the whole file is kept, or why it takes no more. */
export type UploadAnswer = { ok: true; received: number; kept: string | null } | { ok: false; message: string }
