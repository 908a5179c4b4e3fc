import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { readReport } from '@/lib/exchange/report-file'

/** What is read of a report, and of its indicators what a form prints. */

export const documentOf = (lines: readonly string[]): Promise<EvaluationDocument> =>
  documentOfFile(new TextEncoder().encode(lines.join('\n')))
export async function documentOfFile(bytes: Uint8Array): Promise<EvaluationDocument> {
  const read = await readReport(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.document
}
export const indicatorsOf = ({ indicators = [] }: EvaluationDocument) =>
  indicators.map(({ dimension, group, name, operator, target, actual, maxScore, printedScore }) => [
    dimension,
    group,
    name,
    `${operator ?? ''}${target ?? ''}`,
    actual,
    maxScore,
    printedScore,
  ])
