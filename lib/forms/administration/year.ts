import { z } from 'zod'

/** A year chosen from a list. */
export const wholeYear = z
  .string()
  .regex(/^[12]\d{3}$/, '请选择年度。')
  .transform(Number)
