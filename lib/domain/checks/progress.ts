import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import {
  ENTRY_SECTIONS,
  type EntrySection,
  isBegun,
  type SectionState,
  sectionOf,
  sectionState,
  sectionsOf,
} from '@/lib/domain/evaluation/sections'
import type { Finding } from './findings'
import { requiredPlaces } from './required'

/**
 * How far a form is: how many of the places that must be filled in are (of how many), and how many findings ask to be put right or
 * explained. A form of which nothing must be filled in has 0 of 0.
 */
export type SectionProgress = { state: SectionState; filled: number; required: number; open: number }
export type Progress = Readonly<Partial<Record<EntrySection, SectionProgress>>>

/**
 * How far every form of the evaluation is. `open` are the findings that still ask for something; before 校验 was asked for (`asked`) nothing counts as
 * wrong or doubtful, and what is missing is all that is said.
 */
export function progressOf(evaluation: Evaluation, open: readonly Finding[], asked: boolean): Progress {
  const found = new Map(sectionsOf(evaluation).map((section) => [section as EntrySection | null, { filled: 0, open: [] as Finding[] }]))
  for (const { at, filled } of requiredPlaces(evaluation)) if (filled) count(at)
  // Actual values are asked for by a check of their own
  for (const { id, actual } of evaluation.indicators) if (actual.text !== '') count(`indicators/${id}/actual`)
  for (const finding of open) if (asked || finding.unfilled) found.get(sectionOf(evaluation, finding.at))?.open.push(finding)
  return Object.fromEntries([...found].map(([section, here]) => [section, summed(section as EntrySection, here)])) as Progress

  function count(at: string): void {
    const section = found.get(sectionOf(evaluation, at))
    if (section !== undefined) section.filled++
  }
  function summed(section: EntrySection, { filled, open: here }: { filled: number; open: readonly Finding[] }): SectionProgress {
    const missing = here.filter(({ unfilled }) => unfilled).length
    return { state: sectionState(isBegun(evaluation, section), here), filled, required: filled + missing, open: here.length - missing }
  }
}

/** A form that the evaluation has not. */
const NOT_THERE: SectionProgress = { state: 'done', filled: 0, required: 0, open: 0 }

/** Whether something is left to do in a form; one of which nothing must be filled in may stay empty. */
const isIncomplete = ({ state, required }: SectionProgress): boolean => state !== 'done' && (state !== 'empty' || required > 0)

/** The form to go to from `section`: the next that is not complete, from the last on with the first; null where all others are. */
export function nextIncomplete(progress: Progress, section: EntrySection): EntrySection | null {
  const here = ENTRY_SECTIONS.indexOf(section)
  const others = [...ENTRY_SECTIONS.slice(here + 1), ...ENTRY_SECTIONS.slice(0, here)]
  return others.find((other) => isIncomplete(progress[other] ?? NOT_THERE)) ?? null
}
