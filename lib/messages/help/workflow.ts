import type { Activity } from '@/lib/domain/review/review'
import { actionLabels } from '@/lib/messages/labels'

/** What somebody may do, as the table of the workflow names it. */
export const activityLabels = {
  ...actionLabels,
  enter: '填报',
  approveTargets: '批复指标值和分值',
  score: '给出复核分',
} satisfies Record<Activity, string>
