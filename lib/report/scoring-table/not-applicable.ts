import { type FigureName, figureParts } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ReportBlock } from '@/lib/domain/report-document'
import { figureColumnLabels, figureItemLabels, NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { printable } from '@/lib/report/printable'

/** Why figures of a table are 不适用, under it; nothing where none is. */
export function notApplicableNote({ figures }: Pick<Evaluation, 'figures'>, names: readonly FigureName[]): ReportBlock[] {
  const reasons = names.flatMap((name) => {
    const found = figures[name]
    const { item, column } = figureParts(name)
    return found?.state === 'notApplicable' ? [`${figureItemLabels[item]}${figureColumnLabels[column]}：${printable(found.reason)}`] : []
  })
  return reasons.length === 0 ? [] : [{ kind: 'note', text: `${NOT_APPLICABLE}的原因：${reasons.join('；')}。` }]
}
