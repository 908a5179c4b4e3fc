import { z } from 'zod'
import { CARRIED_SECTIONS } from '@/lib/domain/evaluation/carrying'

/** 沿用上年 of a form of an evaluation, and confirming it. */
export const carryForm = z.object({ evaluationId: z.string().min(1).max(40), section: z.enum(CARRIED_SECTIONS) })

/** Confirming all that were taken over. */
export const confirmAllForm = carryForm.pick({ evaluationId: true })
