import { placeOf } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf } from '@/lib/domain/evaluation/evaluation-cells'
import { ENTRY_SECTIONS, type EntrySection, sectionOf } from '@/lib/domain/evaluation/sections'
import type { Finding, FindingOf } from './findings'

/** A finding with the form in which it is put right. */
export type FindingStop = { section: EntrySection; finding: Finding }

/**
 * Findings in the order in which one comes past them: form by form, what is said of a form or list as a whole before what is said of a
 * cell, the cells as they are printed. What belongs to no form is left out.
 */
export function walkThrough(evaluation: Evaluation, findings: readonly Finding[]): FindingStop[] {
  const places = new Map<string, number>(addressesOf(evaluation).map((at, index) => [at, index]))
  const stops = findings.flatMap((finding): FindingStop[] => {
    const section = sectionOf(evaluation, finding.at)
    return section === null ? [] : [{ section, finding }]
  })
  const rank = ({ section }: FindingStop) => ENTRY_SECTIONS.indexOf(section)
  const place = ({ finding }: FindingStop) => places.get(finding.at) ?? -1
  return stops.sort((a, b) => rank(a) - rank(b) || place(a) - place(b))
}

/** Whether it says of a list of its form that nothing stands in it. */
export const isOfWholeList = (finding: Finding): finding is FindingOf<'T11'> =>
  finding.code === 'T11' && placeOf(finding.at).kind === 'name'

/** A finding's place in its form: its cell, or the list of the form that is not begun. */
export const placeIn = (finding: Finding): string => (isOfWholeList(finding) ? (finding.facts.name ?? finding.at) : finding.at)
