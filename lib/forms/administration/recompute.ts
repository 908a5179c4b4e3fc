import { z } from 'zod'
import { wholeYear } from './year'

export const recomputeForm = z.object({
  year: wholeYear,
  write: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
