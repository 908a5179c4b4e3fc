import { INDICATOR_DATA, RESULT_DATA } from '@/lib/domain/cells/data-names'
import { figuresAskedFor } from '@/lib/domain/cells/funds'
import { datumLabel } from '@/lib/messages/data-labels'
import { type Assessed, datumText } from './data-text'

/**
 * Everything that a text of the evaluation may refer to, each with what it is called and what it says now (as it would be printed; empty:
 * 未填). No two are called the same.
 */
export function referableData(assessed: Assessed): { name: string; label: string; text: string }[] {
  const { evaluation } = assessed
  const names = [
    ...RESULT_DATA,
    ...figuresAskedFor(evaluation.kind, evaluation.scheme.figureGroups),
    ...evaluation.indicators.flatMap(({ id }) => INDICATOR_DATA.map((column) => `indicators/${id}/${column}`)),
  ]
  const called = new Map<string, number>()
  return names.map((name) => {
    const label = datumLabel(name, evaluation)
    const time = (called.get(label) ?? 0) + 1
    called.set(label, time)
    return { name, label: time === 1 ? label : `${label}（${time}）`, text: datumText(name, assessed) }
  })
}
