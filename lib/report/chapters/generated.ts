import { type GeneratedSection, isTaken } from '@/lib/domain/cells/narrative'
import type { ReportBlock } from '@/lib/domain/report-document'
import { type Assessed, runsText } from '@/lib/report/data-text'
import { narrative, paragraph } from '@/lib/report/narrative-blocks'
import { GENERATED } from '@/lib/report/passages/passages'

/** A section as its department wrote it; as the data say it where nobody did. */
export function generated(section: GeneratedSection, assessed: Assessed): ReportBlock[] {
  const blocks = assessed.evaluation.narrative[section]
  if (isTaken(blocks)) return narrative(blocks, 3, assessed)
  return GENERATED[section](assessed).map((passage) => paragraph(runsText(passage, assessed)))
}
