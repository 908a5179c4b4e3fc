import { z } from 'zod'
import { wholeYear } from './year'

export const trialForm = z.object({ versionId: z.string().regex(/^[a-z0-9]{1,40}$/, '所选项目无效。'), year: wholeYear })
