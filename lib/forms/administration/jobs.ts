import { z } from 'zod'

export const jobForm = z.object({ jobId: z.string().regex(/^[a-z0-9]{1,40}$/, '所选项目无效。') })
