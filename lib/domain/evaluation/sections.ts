import { type CellAddress, cellSpec } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Evaluation } from './evaluation'
import { cellOf } from './evaluation-cells'

/** The parts of an evaluation that are filled in, in the order of the founding report; each has its form. */
export const ENTRY_SECTIONS = ['duties', 'funds', 'goals', 'tasks', 'indicators', 'analysis', 'problems', 'cover'] as const
export type EntrySection = (typeof ENTRY_SECTIONS)[number]

/** In which form a section of the report's text is filled in. */
const FORM_OF_TEXT: Readonly<Record<NarrativeSection, EntrySection>> = {
  duties: 'duties',
  deviation: 'funds',
  conclusion: 'analysis',
  taskOverview: 'analysis',
  achievements: 'analysis',
}

/** The form in which the cell, row or section `at` is filled in; null where there is no such place. */
export function sectionOf({ narrative, tasks }: Pick<Evaluation, 'narrative' | 'tasks'>, at: CellAddress): EntrySection | null {
  const [part = '', row = ''] = at.split('/')
  if (part === 'measures') return 'problems'
  const section = NARRATIVE_SECTIONS.find((name) => name === part || (part === 'narrative' && narrative[name].some(({ id }) => id === row)))
  if (section !== undefined) return FORM_OF_TEXT[section]
  if (part === 'narrative') {
    if (tasks.some(({ subItems }) => subItems.some(({ id }) => id === row))) return 'tasks'
    return tasks.some(({ completion }) => completion.some(({ id }) => id === row)) ? 'analysis' : null
  }
  return ENTRY_SECTIONS.find((name) => name === part) ?? null
}

export type SectionState = 'empty' | 'filling' | 'wrong' | 'done'

/**
 * How far a form is: `empty` nothing typed, `wrong` an error or an unexplained warning stands in it, `filling` a required
 * place is still open, `done` otherwise.
 */
export function sectionState(typed: boolean, open: readonly { unfilled: boolean }[]): SectionState {
  if (!typed) return 'empty'
  if (open.some(({ unfilled }) => !unfilled)) return 'wrong'
  return open.length > 0 ? 'filling' : 'done'
}

/** Whether a review note may stand there: at a form as a whole, or at a cell of the evaluation. */
export const isNotePlace = (evaluation: Evaluation, at: string): boolean =>
  ENTRY_SECTIONS.some((section) => section === at) || (cellSpec(at) !== null && cellOf(evaluation, at) !== null)
