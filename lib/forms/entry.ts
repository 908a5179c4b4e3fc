import { z } from 'zod'
import { cleanText } from '@/lib/forms/state/parse-form'

const evaluationId = z.string().min(1).max(40)

/** 说明 of one finding, for the figures that the person saw. */
export const explanationForm = z.object({
  evaluationId,
  code: z.string().min(1).max(8),
  at: z.string().min(1).max(120),
  figures: z.string().max(4000),
  /** The explanation that stood there; empty: none. */
  seen: z.string().max(2000),
  text: cleanText(2000, { empty: '请填写说明。', tooLong: '说明最多 2000 个字。' }),
})
