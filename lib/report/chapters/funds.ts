import type { ReportBlock } from '@/lib/domain/report-document'
import type { Assessed } from '@/lib/report/data-text'
import { narrative } from '@/lib/report/narrative-blocks'
import { generated } from './generated'

/** 部门整体收支情况: what the figures say, then what the department says of the deviation, and of how the money was managed. */
export const funds = (assessed: Assessed): ReportBlock[] => [
  ...generated('income', assessed),
  ...narrative(assessed.evaluation.narrative.deviation, 3, assessed),
  ...narrative(assessed.evaluation.narrative.fundsManagement, 3, assessed),
]
