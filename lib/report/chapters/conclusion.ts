import type { ReportBlock } from '@/lib/domain/report-document'
import type { Assessed } from '@/lib/report/data-text'
import { narrative } from '@/lib/report/narrative-blocks'
import { generated } from './generated'

/** 自评结论综述: the department's own words, then of what the total is made and where points were lost. */
export const conclusion = (assessed: Assessed): ReportBlock[] => [
  ...narrative(assessed.evaluation.narrative.conclusion, 3, assessed),
  ...generated('composition', assessed),
  ...generated('deductions', assessed),
]
