import type { GeneratedSection } from '@/lib/domain/cells/narrative'
import { type EntrySection, FORM_OF_TEXT } from '@/lib/domain/evaluation/sections'
import type { Assessed } from '@/lib/report/data-text'
import { inPrintedOrder } from '@/lib/report/printed-order'
import { completion } from './completion'
import { composition, conclusion, deductions } from './conclusion'
import { income } from './income'
import { type Draft, draftsOf, type Passage } from './passage'

/** What each section says of itself as long as nobody wrote it, a paragraph each. */
export const GENERATED: Readonly<Record<GeneratedSection, (assessed: Assessed) => Passage[]>> = {
  income: (assessed) => income(assessed).filter(({ length }) => length > 0),
  composition: (assessed) => [composition(assessed)].filter(({ length }) => length > 0),
  deductions: (assessed) => [deductions(assessed)].filter(({ length }) => length > 0),
}

type DraftPlace = { section: GeneratedSection | 'conclusion' } | { section: 'completion'; taskId: string }

/** What a person may begin a text with: a generated section, 自评结论, or 完成情况 of a task, by its id. It names indicators as the paper does. */
export function draftsFor(place: DraftPlace, entered: Assessed): Draft[] {
  const assessed = inPrintedOrder(entered)
  if (place.section === 'conclusion') return draftsOf([conclusion(assessed)], assessed)
  if (place.section !== 'completion') return draftsOf(GENERATED[place.section](assessed), assessed)
  const task = assessed.evaluation.tasks.find(({ id }) => id === place.taskId)
  return draftsOf(task === undefined ? [] : [completion(task, assessed)], assessed)
}

/** All that a form offers of these. */
export function draftsOfForm(form: EntrySection, assessed: Assessed): Draft[] {
  const sections = (['income', 'conclusion', 'composition', 'deductions'] as const).filter((section) => FORM_OF_TEXT[section] === form)
  const tasks = form === 'analysis' ? assessed.evaluation.tasks : []
  return [
    ...sections.flatMap((section) => draftsFor({ section }, assessed)),
    ...tasks.flatMap(({ id }) => draftsFor({ section: 'completion', taskId: id }, assessed)),
  ]
}
