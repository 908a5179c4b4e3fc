import { cellText, parseAddress } from '@/lib/domain/cells/addresses'
import type { ColumnOf, ListName } from '@/lib/domain/cells/cells'
import { leadsIn } from '@/lib/domain/cells/list-places'
import type { Mark } from '@/lib/domain/cells/marks'
import { NARRATIVE_SECTIONS, type NarrativeBlock, type NarrativeSection, type Run } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { scansOf } from '@/lib/domain/evaluation/evidence'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyRows } from '@/lib/domain/evaluation/rows'
import { isRequirableEvidence, type RequirableEvidence } from '@/lib/domain/schemes/requirable'
import { asksForTarget } from '@/lib/domain/schemes/rules/rules'
import { ruleOfRow, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import type { OwnParts } from './form'

type Required = OwnParts['required'][number]

const says = (runs: readonly Run[]): boolean => runs.some((run) => ('text' in run ? run.text.trim() !== '' : true))
/** Whether a row says a goal, a problem or a measure, and does not only lead them in. */
const statesOne = (row: { mark: Mark; text: readonly Run[] }): boolean => says(row.text) && !leadsIn(row)
const someBlock = (blocks: readonly NarrativeBlock[]): boolean => blocks.some(({ runs }) => says(runs))

/**
 * What must be filled before an evaluation is handed in: the sections and cells that its scheme names, and in every
 * list the cells without which a row means nothing; of a goal, for a self-evaluation, also 完成情况. A row in which nothing
 * stands is not asked for. A figure that is 不适用 with a reason counts as filled.
 */
export function requiredParts(evaluation: Evaluation): Required[] {
  return [...ofScheme(evaluation), ...cellsOfRows(evaluation, 'unfilled')]
}

/** Everything that `requiredParts` asks for, with what is filled. */
export const requiredPlaces = (evaluation: Evaluation): Required[] => [...ofScheme(evaluation), ...cellsOfRows(evaluation, 'all')]

const ofScheme = (evaluation: Evaluation): Required[] =>
  evaluation.scheme.required
    .filter((at) => !isRequirableEvidence(at))
    .map((at) => ({ at: SECTIONS[at] ?? at, name: at, filled: isFilled(evaluation, at) }))

/** 佐证材料 that the scheme requires of its kind; while targets are set and watched there is nothing to vouch for yet. */
export function requiredEvidence(evaluation: Evaluation): RequirableEvidence[] {
  if (evaluation.stage !== 'selfEvaluation') return []
  const has = new Set<RequirableEvidence>(['evidence/indicators', ...scansOf(evaluation).map((scan) => `evidence/${scan}` as const)])
  return evaluation.scheme.required.filter(isRequirableEvidence).filter((name) => has.has(name))
}

/** The form in which a section is filled in, where it is not called as the section. */
const SECTIONS: Readonly<Record<string, string>> = {
  deviation: 'funds',
  fundsManagement: 'funds',
  implementation: 'analysis',
  conclusion: 'analysis',
  taskOverview: 'analysis',
  achievements: 'analysis',
  measures: 'problems',
}

function isFilled(evaluation: Evaluation, at: string): boolean {
  const { figures, narrative, goals, tasks, indicators, problems, measures, cover } = evaluation
  const address = parseAddress(at)
  if (address?.part === 'funds') return figures[address.figure] !== undefined
  if (address?.part === 'cover') return cover[address.column].trim() !== ''
  if ((NARRATIVE_SECTIONS as readonly string[]).includes(at)) return someBlock(narrative[at as NarrativeSection])
  switch (at) {
    case 'goals':
      return goals.some(statesOne)
    case 'tasks':
      return tasks.some(({ name }) => name.trim() !== '')
    case 'indicators':
      return indicators.length > 0
    case 'problems':
      return problems.some(statesOne)
    case 'measures':
      return measures.some(statesOne)
    default:
      return true
  }
}

function cellsOfRows(evaluation: Evaluation, which: 'all' | 'unfilled'): Required[] {
  const rules = rulesOf(evaluation.scheme)
  const needed: Required[] = []
  const left = new Set(emptyRows(evaluation).map(({ row }) => row))
  const need = <L extends ListName>(list: L, row: string, column: ColumnOf<L>, name: string, filled: boolean): void => {
    if ((which === 'all' || !filled) && !left.has(row)) needed.push({ at: cellText(list, row, column), name, filled })
  }
  for (const indicator of evaluation.indicators) {
    if (indicator.fixedId !== null && rules.adjustments.has(indicator.fixedId)) continue
    const withoutTarget = !asksForTarget(ruleOfRow(indicator, rules))
    for (const column of ['dimension', 'name', 'target', 'maxScore'] as const)
      need('indicators', indicator.id, column, indicator.name, (column === 'target' && withoutTarget) || isWritten(indicator, column))
  }
  evaluation.tasks.forEach(({ id, name }) => {
    need('tasks', id, 'name', '', name.trim() !== '')
  })
  const completed = evaluation.stage === 'selfEvaluation'
  for (const goal of evaluation.goals) {
    const { id, text, completion } = goal
    need('goals', id, 'text', '', says(text))
    if (completed && statesOne(goal)) need('goals', id, 'completion', '', says(completion))
  }
  for (const { id, text } of evaluation.problems) need('problems', id, 'text', '', says(text))
  for (const { id, text } of evaluation.measures) need('measures', id, 'text', '', says(text))
  return needed
}

function isWritten(indicator: Indicator, column: 'dimension' | 'name' | 'target' | 'maxScore'): boolean {
  if (column === 'maxScore') return indicator.maxScore !== null
  if (column === 'target') return indicator.target.reading.kind !== 'blank'
  return indicator[column].trim() !== ''
}
